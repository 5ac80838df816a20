import { PeopleSearch } from '#person/parts/people-search.tsx'
import type { Named } from '#person/queries.ts'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import type { Assets } from '#platform/web/env.ts'
import type { Problems, Typed } from '#platform/web/read-form.ts'
import { Fold, Note } from '#ui/cards.tsx'
import { TextArea } from '#ui/fields.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { sayProblems } from '#ui/problems.ts'
import { When } from '#ui/when.tsx'
import { type HelpWords, words } from '../messages/index.ts'
import { Answers, namesIn, QuestionReading } from '../parts/help-request.tsx'
import type { HelpRequestView } from '../queries/help-request.ts'
import { answerMax, helpTurn, possibleActs } from '../rules/help-request.ts'

export interface HelpRequestProps {
  request: HelpRequestView
  me: Me
  assets: Assets
  now: Date
  /** Whom the learner looks for, where the question came back to them. */
  sought: string
  found: readonly Named[]
  typed?: Typed | undefined
  problems?: Problems | undefined
  refused?: boolean | undefined
  flash?: string | undefined
}
type PartProps = HelpRequestProps & { t: HelpWords; here: string; other: string }

/** One question for help: to be read and answered by the one asked, and by its learner to be carried on, resolved or taken back. */
export const HelpRequestPage = (props: HelpRequestProps) => {
  const { request, me, assets, now } = props
  const t = words(me.locale)
  const here = `/help-requests/${request.id}`
  const other = (request.mine ? request.toName : request.learnerName) ?? t('help.former_member')
  const parts = { ...props, t, here, other }
  const title = request.mine ? t('help.page_to', { name: other }) : t('help.page_from', { name: other })
  const reading = { request, reader: me, now, t }
  return (
    <Page title={title} locale={me.locale} assets={assets} me={me} place="today" flash={props.flash}>
      <PageTitle title={title} overline={<a href="/help-requests">{t('help.title')}</a>} />
      {props.refused && (
        <Note tone="caution">
          <p role="alert">{t('help.refused')}</p>
        </Note>
      )}
      <LiveRegion id="help-request" topics={[request.id, me.personId]} at={now} src={here}>
        <p class="small">
          <When at={request.askedAt} reader={me} now={now} />
        </p>
        <QuestionReading {...reading} />
        <Answers {...reading} />
        <p>{saysOf(parts)}</p>
      </LiveRegion>
      <SomebodyElse {...parts} />
      <Writing {...parts} />
      <Ways {...parts} />
    </Page>
  )
}

function saysOf({ request, t, other }: PartProps): string {
  if (request.state === 'resolved' || request.state === 'withdrawn') return t(`help.says.${request.state}`)
  const turn = helpTurn(request)
  if (turn === 'learner_asks_somebody_else') return t('help.says.learner_asks_somebody_else.mine', { name: other })
  if (turn === 'nobody' || request.as === 'reader') return ''
  return t(`help.says.${turn}.${request.mine ? 'mine' : 'theirs'}`, { name: other })
}

const can = ({ request }: PartProps, act: ReturnType<typeof possibleActs>[number]) => possibleActs(request, request.as).includes(act)

const SomebodyElse = (props: PartProps) => {
  const { me, t, here, sought, found } = props
  if (!can(props, 'ask_somebody_else')) return null
  return (
    <section class="stack" id="somebody-else">
      <h2>{t('help.somebody_else')}</h2>
      <p>{t('help.somebody_else_how')}</p>
      <PeopleSearch
        locale={me.locale}
        action={`${here}#somebody-else`}
        sought={sought}
        found={found}
        choose={({ personId, name }) => (
          <Form class="inline-form" action={`${here}/addressee`} hidden={{ to: personId }}>
            <Button>{t('help.ask_person', { name })}</Button>
          </Form>
        )}
      />
    </section>
  )
}

/** Whose turn it is has the form before them; the other can add a word while they wait. */
const Writing = (props: PartProps) => {
  const { request, t, here, other, typed } = props
  if (!can(props, 'write')) return null
  const isMyTurn = request.mine === (helpTurn(request) === 'learner_reads_answer')
  if (!isMyTurn)
    return (
      <Fold id="add" summary={t('help.add')} open={typed !== undefined}>
        <WordsForm {...props} />
      </Fold>
    )
  return (
    <section class="section" aria-label={t(request.mine ? 'help.your_word' : 'help.your_answer')}>
      <WordsForm {...props} />
      {can(props, 'decline') && (
        <Fold id="decline" summary={t('help.decline')}>
          <p>{t('help.decline_how', { name: other })}</p>
          <Form action={`${here}/declination`}>
            <Button>{t('help.decline')}</Button>
          </Form>
        </Fold>
      )}
    </section>
  )
}

const WordsForm = ({ request, me, t, here, typed = {}, problems = {} }: PartProps) => {
  const label = t(request.mine ? 'help.your_word' : 'help.your_answer')
  const errors = sayProblems(problems, me.locale)
  return (
    <lotse-draft data-key={`help:${request.id}`}>
      <Form action={`${here}/answers`} hidden={{ id: String(typed.id ?? newId()) }}>
        <ErrorSummary locale={me.locale} problems={errors} labels={{ text: label }} />
        <TextArea
          name="text"
          locale={me.locale}
          label={label}
          hint={request.mine ? undefined : t('help.your_answer_hint')}
          limit={answerMax}
          rows={5}
          value={String(typed.text ?? '')}
          error={errors.text}
          readers={t('help.readers', {
            names: namesIn(me.locale, [
              t('help.you'),
              ...request.readers.filter((one) => one.personId !== me.personId).map((one) => one.name),
            ]),
          })}
        />
        <Actions>
          <Button kind={request.mine ? 'secondary' : 'primary'}>{t(request.mine ? 'help.write_back' : 'help.answer')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

/** What the learner can do with a question besides writing: end it, let others read along, take it back. */
const Ways = (props: PartProps) => {
  const { request, me, t, here, other } = props
  if (!request.mine) return null
  const others = request.facilitators.filter(({ personId }) => personId !== request.toPersonId)
  const shown = others.filter(({ personId }) => request.readers.some((one) => one.personId === personId))
  const names = namesIn(
    me.locale,
    others.map(({ name }) => name),
  )
  const showing = shown.length > 0 ? t('help.hide') : t('help.show', { names })
  return (
    <section class="section stack">
      {can(props, 'resolve') && (
        <Form action={`${here}/resolution`}>
          <Actions>
            <Button kind={request.state === 'answered' ? 'primary' : 'secondary'}>{t('help.resolve')}</Button>
          </Actions>
        </Form>
      )}
      {can(props, 'show') && others.length > 0 && (
        <Fold id="show" summary={showing}>
          <p>{t('help.show_how')}</p>
          <Form action={`${here}/readers`} hidden={{ shown: shown.length > 0 ? '' : 'yes' }}>
            <Button>{showing}</Button>
          </Form>
        </Fold>
      )}
      {can(props, 'withdraw') && (
        <Fold id="withdraw" summary={t('help.withdraw')}>
          <p>{request.givenBack ? t('help.withdraw_how_alone') : t('help.withdraw_how', { name: other })}</p>
          <Form action={`${here}/withdrawal`}>
            <Button>{t('help.withdraw')}</Button>
          </Form>
        </Fold>
      )}
      {request.journeyId && (
        <p>
          <a href={`/journeys/${request.journeyId}`}>{t('help.to_journey')}</a>
        </p>
      )}
    </section>
  )
}
