import { type HelpWords, words as helpWords } from '#help/messages/index.ts'
import { HelperSaid } from '#help/parts/assignee.tsx'
import { type AssigneeRow, helperSays } from '#help/queries/assignee.ts'
import { assigneeRoles, helpsNow, roleFor } from '#help/rules/assignee.ts'
import { PeopleSearch } from '#person/parts/people-search.tsx'
import type { Named } from '#person/queries.ts'
import { newId } from '#platform/ids.ts'
import { LiveRegion } from '#platform/live/region.tsx'
import { Note, Proposal } from '#ui/cards.tsx'
import { CheckboxGroup, RadioGroup } from '#ui/choices.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { Page, PageTitle } from '#ui/page.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { WayBack } from '../parts/head.tsx'
import type { PhaseProps } from '../parts/phase.ts'
import { whatOf } from '../parts/step-reading.tsx'
import { formState } from '../parts/writing.tsx'
import type { StepView } from '../queries/whole.ts'

export interface AssigneesPageProps extends PhaseProps {
  step: StepView
  /** Whether its learner can ask one more person now. */
  asks: boolean
  sought: string
  found: readonly Named[]
  /** Who is about to be asked. */
  whom?: Named | undefined
  /** A coach was named without the statement about superiors. */
  unconfirmed?: boolean
}
type PartProps = AssigneesPageProps & { h: HelpWords; here: string }

/** Who helps with one step, what they noted, and, for its learner, asking somebody and taking them out again. */
export const AssigneesPage = (props: AssigneesPageProps) => {
  const { whole, step, me, assets, now, t, refill, asks, whom } = props
  const here = `/journeys/${whole.journey.id}/steps/${step.id}/assignees`
  const parts = { ...props, h: helpWords(me.locale), here }
  return (
    <Page title={t('assignees.title')} locale={me.locale} assets={assets} me={me} place="journeys">
      <PageTitle title={t('assignees.title')} overline={<WayBack whole={whole} t={t} />}>
        {whatOf(step, t)}
      </PageTitle>
      {refill?.refusal && (
        <Note tone="caution">
          <p role="alert">{refill.refusal}</p>
        </Note>
      )}
      <LiveRegion id="assignees" topics={[whole.journey.id, me.personId]} at={now} src={here}>
        {step.assignees.length === 0 && <p class="soft">{t('assignees.nobody')}</p>}
        {step.assignees.map((assignee) => (
          <Helper {...parts} assignee={assignee} />
        ))}
      </LiveRegion>
      {asks && (whom ? <Naming {...parts} whom={whom} /> : <Asking {...parts} />)}
      <p>
        <a href={`/journeys/${whole.journey.id}#step-${step.id}`}>{t('assignees.back')}</a>
      </p>
    </Page>
  )
}

const Helper = (props: PartProps & { assignee: AssigneeRow }) => {
  const { assignee, isLearner, me, now, t, h, here } = props
  const { id, name, role, state, asked_at } = assignee
  return (
    <section class="stack" id={`assignee-${id}`} tabindex={-1}>
      <h2>
        {name}, {h(`assignee.role.${role}`)}
      </h2>
      <p class="small">
        {t(`assignees.state.${state}`)} · <When at={new Date(asked_at)} reader={me} now={now} />
      </p>
      <HelperSaid assignee={assignee} t={h} />
      {role === 'coach' && isLearner && <p class="readers">{t('assignees.between_you', { name })}</p>}
      {assignee.suggestion && <Suggestion {...props} />}
      {isLearner && helpsNow(assignee) && (
        <Form class="inline-form" action={`${here}/${id}/ending`}>
          <Button kind="quiet">{t('assignees.end', { name })}</Button>
        </Form>
      )}
    </section>
  )
}

const Suggestion = ({ assignee, me, isLearner, t, h, here }: PartProps & { assignee: AssigneeRow }) => {
  const action = `${here}/${assignee.id}/decision`
  const decides = isLearner && assignee.suggestion === 'waiting'
  return (
    <Proposal
      locale={me.locale}
      says={t('assignees.suggests', { name: assignee.name, role: h(`assignee.role.${assignee.role}`) })}
      accept={decides ? { action, label: t('assignees.take'), hidden: { decision: 'accepted' } } : undefined}
      decline={decides ? { action, label: t('assignees.keep'), hidden: { decision: 'declined' } } : undefined}
      outcome={assignee.suggestion === 'waiting' ? undefined : t(`assignees.suggestion.${assignee.suggestion!}`)}
    >
      <Words>{helperSays(assignee, 'suggestion')}</Words>
    </Proposal>
  )
}

/** Somebody found by name. */
const Asking = ({ me, t, here, sought, found }: PartProps) => (
  <section class="section stack" id="found">
    <h2>{t('assignees.ask')}</h2>
    <p>{t('assignees.ask_how')}</p>
    <PeopleSearch
      locale={me.locale}
      action={`${here}#found`}
      sought={sought}
      found={found}
      choose={({ personId, name }) => <a href={`${here}?person=${personId}#naming`}>{t('assignees.choose', { name })}</a>}
    />
  </section>
)

/** As what they are asked. */
const Naming = (props: PartProps & { whom: Named }) => {
  const { me, step, t, h, here, whom, unconfirmed } = props
  const state = formState(props, 'assign')
  return (
    <section class="section stack" id="naming">
      <h2>{t('assignees.choose', { name: whom.name })}</h2>
      <Form action={here} hidden={{ id: state.typed('id', newId()), personId: whom.personId }}>
        <ErrorSummary locale={me.locale} problems={state.errors} labels={{ role: t('assignees.as') }} />
        <RadioGroup
          name="role"
          locale={me.locale}
          label={t('assignees.as')}
          value={state.typed('role', roleFor(step.kind))}
          error={state.error('role')}
          options={assigneeRoles.map((role) => ({
            value: role,
            label: h(`assignee.role.${role}`),
            hint: t(`assignees.role_hint.${role}`),
          }))}
        />
        <div class="when when-coach">
          <CheckboxGroup
            name="notSuperior"
            locale={me.locale}
            label={h('assignee.eye_level')}
            error={unconfirmed ? h('assignee.not_superior_needed') : undefined}
            values={state.typedAll('notSuperior', [])}
            options={[{ value: 'yes', label: h('assignee.not_superior') }]}
          />
        </div>
        <p class="small">{t('assignees.sees', { name: whom.name })}</p>
        <Actions>
          <Button kind="primary">{t('assignees.send')}</Button>
          <a class="button button-quiet" href={here}>
            {t('assignees.another')}
          </a>
        </Actions>
      </Form>
    </section>
  )
}
