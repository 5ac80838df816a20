import type { PropsWithChildren } from 'hono/jsx'
import { PeopleSearch } from '#person/parts/people-search.tsx'
import type { Named } from '#person/queries.ts'
import { ConflictNotice } from '#platform/web/elements/conflict-notice.tsx'
import { Repeat, sayRepeatProblems } from '#scheduling/parts/repeat.tsx'
import { MoveTime } from '#scheduling/parts/time-fields.tsx'
import type { Recurrence } from '#scheduling/scheduling.ts'
import { DateField, TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { Words as Said } from '#ui/words.tsx'
import { addressOf, type Refill, type SessionProps, sayItem } from '../parts/props.ts'
import { type Agreement, type Item, limits, type Words } from '../session.ts'

export type EditProps = Pick<SessionProps, 'session' | 'me' | 'assets' | 'now' | 't' | 'refill'>

export const Frame = ({
  session,
  me,
  assets,
  t,
  title,
  lead,
  children,
}: PropsWithChildren<EditProps & { title: string; lead?: string }>) => (
  <Page title={title} locale={me.locale} assets={assets} me={me}>
    <PageTitle
      title={title}
      overline={
        <a href={addressOf(session)}>
          <Said inline>{session.title?.body ?? t('sessions.title')}</Said>
        </a>
      }
    >
      {lead}
    </PageTitle>
    {children}
  </Page>
)

/** What the fields of such a page show: what was typed, else what stands; and the version that goes back with it. */
const fieldOf = ({ me, session, refill }: EditProps, name: string, stands: Words | null, otherwise = '') => {
  const conflict = refill?.conflict?.field && refill.conflict.field !== name ? undefined : refill?.conflict
  const { theirs, version = stands?.version ?? 0 } = conflict ?? {}
  const notice = theirs !== undefined && (
    <ConflictNotice locale={me.locale} name={name} theirs={theirs} version={version} href={addressOf(session)} />
  )
  return { name, locale: me.locale, value: String(refill?.typed[name] ?? stands?.body ?? otherwise), version, status: notice }
}

export const problemsOf = (refill: Refill | undefined, me: EditProps['me']) => sayProblems(refill?.problems ?? {}, me.locale)

const Send = ({ session, t }: EditProps) => (
  <Actions>
    <Button kind="primary">{t('edit.save')}</Button>
    <a class="button button-quiet" href={addressOf(session)}>
      {t('edit.back')}
    </a>
  </Actions>
)

/** One point of the agenda in one's own words. */
export const ItemPage = (props: EditProps & { item: Item }) => {
  const { session, me, t, refill, item } = props
  const { version, ...field } = fieldOf(props, 'item', item.words, sayItem(item, t))
  const errors = problemsOf(refill, me)
  return (
    <Frame {...props} title={t('agenda.edit_title')}>
      <lotse-draft data-key={`session-item:${item.id}`}>
        <Form id="item-form" action={`${addressOf(session)}/items/${item.id}`} hidden={{ act: 'write', 'version.item': version }}>
          <ErrorSummary locale={me.locale} problems={errors} />
          <TextField {...field} label={t('agenda.words')} limit={limits.item} error={errors.item} />
          <Send {...props} />
        </Form>
      </lotse-draft>
      <Form action={`${addressOf(session)}/items/${item.id}`} class="inline-form section">
        <Button kind="quiet" name="act" value="remove">
          {t('agenda.remove_this')}
        </Button>
      </Form>
    </Frame>
  )
}

/** One agreement, for everybody who takes part to change. */
export const AgreementPage = (props: EditProps & { agreement: Agreement }) => {
  const { session, me, t, refill, agreement } = props
  const { version, ...field } = fieldOf(props, 'agreement', agreement.words)
  const errors = problemsOf(refill, me)
  const byWhen = String(refill?.typed.byWhen ?? agreement.byWhen ?? '')
  return (
    <Frame {...props} title={t('agreed.edit_title')}>
      <lotse-draft data-key={`session-agreement:${agreement.id}`}>
        <Form
          id="agreement-form"
          action={`${addressOf(session)}/agreements/${agreement.id}`}
          hidden={{ act: 'write', 'version.agreement': version }}
        >
          <ErrorSummary locale={me.locale} problems={errors} />
          <TextField {...field} label={t('agreed.add')} hint={t('agreed.add_hint')} limit={limits.agreement} error={errors.agreement} />
          <DateField name="byWhen" label={t('agreed.when')} locale={me.locale} value={byWhen} error={errors.byWhen} optional />
          <Send {...props} />
        </Form>
      </lotse-draft>
    </Frame>
  )
}

/** Title and place. */
export const AboutPage = (props: EditProps) => {
  const { session, me, t, refill } = props
  const said = problemsOf(refill, me)
  const errors = said.place ? { ...said, place: t('new.place_no_link') } : said
  const { version: titleVersion, ...title } = fieldOf(props, 'title', session.title)
  const { version: placeVersion, ...place } = fieldOf(props, 'place', session.place)
  const versions = { 'version.title': titleVersion, 'version.place': placeVersion }
  return (
    <Frame {...props} title={t('edit.title')}>
      <lotse-draft data-key={`session-about:${session.id}`}>
        <Form id="about-form" action={`${addressOf(session)}/about`} hidden={versions}>
          <ErrorSummary locale={me.locale} problems={errors} labels={{ title: t('new.name'), place: t('new.place') }} />
          <TextField
            {...title}
            label={t('new.name')}
            hint={t('new.name_hint')}
            limit={limits.title}
            error={errors.title}
            readers={t('new.readers')}
          />
          <TextField {...place} label={t('new.place')} hint={t('new.place_hint')} limit={limits.place} error={errors.place} optional />
          <Send {...props} />
        </Form>
      </lotse-draft>
    </Frame>
  )
}

/** Another time for a session that has one. */
export const MovePage = (props: EditProps & { present: { startsAt: Date; minutes: number; recurrence: Recurrence | null } }) => {
  const { session, me, now, t, refill, present } = props
  const errors = sayRepeatProblems(refill?.problems ?? {}, me.locale)
  return (
    <Frame
      {...props}
      title={t(present.recurrence ? 'move.series_title' : 'move.title')}
      lead={t(present.recurrence ? 'move.series_how' : 'move.how')}
    >
      <Form id="move-form" action={`${addressOf(session)}/time`}>
        <ErrorSummary locale={me.locale} problems={errors} />
        <MoveTime locale={me.locale} timeZone={me.timeZone} now={now} typed={refill?.typed} problems={errors} present={present} />
        <Repeat locale={me.locale} typed={refill?.typed} problems={errors} present={present.recurrence} />
        <Actions>
          <Button kind="primary">{t(present.recurrence ? 'move.series_send' : 'move.send')}</Button>
          <a class="button button-quiet" href={addressOf(session)}>
            {t('edit.back')}
          </a>
        </Actions>
      </Form>
    </Frame>
  )
}

/** Somebody of the organisation who joins. */
export const JoinPage = (props: EditProps & { sought: string; found: readonly Named[] }) => {
  const { session, me, t, sought, found } = props
  const here = `${addressOf(session)}/people`
  const isHere = (personId: string) => session.members.some((member) => member.personId === personId)
  return (
    <Frame {...props} title={t('people.title')} lead={t('people.how')}>
      <PeopleSearch
        locale={me.locale}
        action={here}
        sought={sought}
        found={found}
        choose={({ personId, name }) =>
          isHere(personId) ? (
            <span>
              {name} <span class="soft">{t('people.here')}</span>
            </span>
          ) : (
            <Form action={here} hidden={{ personId }} class="inline-form">
              <Button kind="quiet">{t('people.add', { name })}</Button>
            </Form>
          )
        }
      />
      <p>
        <a href={addressOf(session)}>{t('edit.back')}</a>
      </p>
    </Frame>
  )
}
