import { PeopleSearch } from '#person/parts/people-search.tsx'
import { newId } from '#platform/ids.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Repeat, sayRepeatProblems } from '#scheduling/parts/repeat.tsx'
import { ProposeTimes } from '#scheduling/parts/time-fields.tsx'
import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { TextField } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { Words } from '#ui/words.tsx'
import type { SessionProps } from '../parts/props.ts'
import type { Somebody } from '../queries/people.ts'
import { limits } from '../session.ts'

type NewProps = Pick<SessionProps, 'me' | 'assets' | 'now' | 't'> & {
  /** What it is about, where it is about a journey: its title, and its learner where that is somebody else. */
  journey: { id: string; title: string | null; contactWeeks: number | null; learner: Somebody | undefined } | null
  afterId: string | null
  /** Whom one can ask; those of `chosen` are ticked. */
  people: readonly Somebody[]
  chosen: readonly string[]
  /** Found by name, where that was asked for. */
  search?: { sought: string; found: readonly Somebody[] } | undefined
  typed?: Typed | undefined
  problems?: Problems | undefined
}

/** With whom, when, where: nothing of it has to be about a journey. */
export const NewSessionPage = (props: NewProps) => {
  const { me, assets, now, t, journey, afterId, typed = {}, problems = {} } = props
  const said = sayRepeatProblems(problems, me.locale)
  const errors = said.place ? { ...said, place: t('new.place_no_link') } : said
  const text = (name: string, otherwise = '') => String(typed[name] ?? otherwise)
  const kind = props.people.length > 1 && props.chosen.length > 1 ? 'group' : 'two'
  const hidden = { id: text('id') || newId(), ...(journey && { journey: journey.id }), ...(afterId && { after: afterId }) }
  return (
    <Page title={t('new.title')} locale={me.locale} assets={assets} me={me}>
      <PageTitle title={t('new.title')} overline={<a href="/sessions">{t('page.all')}</a>}>
        {journey ? <About {...journey} t={t} /> : t('new.agenda_how')}
      </PageTitle>
      {!journey && props.search && <Search {...props} search={props.search} />}
      <lotse-draft data-key={`session:new:${journey?.id ?? afterId ?? ''}`}>
        <Form id="new-session" action="/sessions" hidden={hidden}>
          <ErrorSummary locale={me.locale} problems={errors} labels={{ title: t('new.name'), place: t('new.place') }} />
          <With {...props} error={errors.with} />
          <ProposeTimes locale={me.locale} timeZone={me.timeZone} now={now} typed={typed} problems={errors} />
          <CheckboxGroup
            name="settled"
            label={t('new.settled')}
            locale={me.locale}
            values={typed.settled ? ['1'] : []}
            options={[{ value: '1', label: t('new.settled_yes'), hint: t('new.settled_hint') }]}
          />
          <Repeat locale={me.locale} agreedWeeks={journey?.contactWeeks ?? null} typed={typed} problems={errors} />
          <TextField
            name="title"
            label={t('new.name')}
            hint={t('new.name_hint')}
            locale={me.locale}
            limit={limits.title}
            value={text('title', t('new.name_default', { kind }))}
            error={errors.title}
            readers={t('new.readers')}
          />
          <TextField
            name="place"
            label={t('new.place')}
            hint={t('new.place_hint')}
            locale={me.locale}
            limit={limits.place}
            value={text('place')}
            error={errors.place}
            optional
          />
          <Actions>
            <Button kind="primary">{t('new.send')}</Button>
          </Actions>
        </Form>
      </lotse-draft>
    </Page>
  )
}

const About = ({ id, title, t }: NonNullable<NewProps['journey']> & Pick<NewProps, 't'>) => {
  const [before = '', after = ''] = t('new.about', { title: '\n' }).split('\n')
  return (
    <>
      {before}
      <a href={`/journeys/${id}`}>
        <Words inline>{title ?? t('sessions.title')}</Words>
      </a>
      {after}
    </>
  )
}

const With = ({ journey, people, chosen, me, t, typed = {}, error }: NewProps & { error: string | undefined }) => {
  const learner = journey?.learner
  const ticked = typed.with === undefined ? chosen : [typed.with].flat()
  if (people.length === 0) return <p>{learner ? t('new.with_learner', { name: learner.name }) : journey ? t('new.nobody') : null}</p>
  return (
    <CheckboxGroup
      name="with"
      label={t('new.with')}
      locale={me.locale}
      hint={learner && t('new.with_learner', { name: learner.name })}
      values={ticked}
      options={people.map(({ personId, name }) => ({ value: personId, label: name }))}
      {...(error && { error })}
    />
  )
}

const Search = ({ me, t, chosen, search }: NewProps & { search: NonNullable<NewProps['search']> }) => {
  const withThem = chosen.map((id) => `with=${id}&`).join('')
  return (
    <Fold id="search" summary={t('new.search')} open={search.sought !== ''}>
      <PeopleSearch
        locale={me.locale}
        action="/sessions/new#search"
        sought={search.sought}
        found={search.found}
        choose={({ personId, name }) => <a href={`/sessions/new?${withThem}with=${personId}`}>{t('new.add', { name })}</a>}
      />
    </Fold>
  )
}
