import type { Child } from 'hono/jsx'
import { words as helpWords } from '#help/messages/index.ts'
import { Material } from '#help/parts/assignee.tsx'
import { namesIn } from '#help/parts/help-request.tsx'
import { materialOf } from '#help/queries/assignee.ts'
import { needLinkView } from '#help/queries/need-link.ts'
import { helpsNow } from '#help/rules/assignee.ts'
import { standingOfNeed } from '#help/rules/need-link.ts'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { findingsOf } from '../queries/offers.ts'
import { bodyOf, type NeedView, type StepView } from '../queries/whole.ts'
import type { StepKind } from '../rules/choices.ts'
import { isUnfinished, missingInStep } from '../rules/step.ts'
import type { PhaseProps } from './phase.ts'

type StepProps = { props: PhaseProps; step: StepView }
/** `needs` stands in place of the plain list, where somebody can do something about them. */
type ReadingProps = StepProps & { needs?: Child }

/** The sentence of a step, for labels and lists. */
export const whatOf = (step: StepView, t: PhaseProps['t']): string => bodyOf(step.texts, 'what') || t('plan.untitled_step')

/** What a step still lacks for trying, as a sentence; '' where it has everything. */
export function lacksOf(step: StepView, t: PhaseProps['t']): string {
  const missing = missingInStep({ ...step, what: bodyOf(step.texts, 'what'), byWhen: step.by_when })
  const open = missing.flatMap((field) => (field === 'step.status' ? [] : [t(`plan.missing.${nameOf[field]}`)]))
  return open.length > 0 ? t('plan.missing', { what: open.join(', ') }) : ''
}
const nameOf = { 'step.what': 'what', 'step.kind': 'kind', 'step.byWhen': 'byWhen' } as const

/** One step as it stands: its sentence, what kind, until when, and all that was thought about it. */
export const StepReading = ({ props, step, needs }: ReadingProps) => (
  <>
    <Words>{whatOf(step, props.t)}</Words>
    <StepLine props={props} step={step} />
    <StepThoughts props={props} step={step} needs={needs} />
  </>
)

/** Kind, day, status and origin in one quiet line. */
export const StepLine = ({ props, step }: StepProps) => {
  const { today, t } = props
  return (
    <p class="small step-line">
      {step.status !== 'planned' && <span class={`step-status step-${step.status}`}>{t(`plan.status.${step.status}`)}</span>}
      {step.kind && <span>{t(`plan.step_kind.${step.kind}`)}</span>}
      {step.by_when && (isUnfinished(step) || step.by_when >= today) && (
        <span>
          <Due props={props} day={step.by_when} />
        </span>
      )}
      <Origin props={props} step={step} />
    </p>
  )
}

/** Until when, or that the day has passed: a fact, and no reproach. */
const Due = ({ props, day }: { props: PhaseProps; day: string }) => (
  <>
    {props.t(day < props.today ? 'plan.was_due' : 'plan.by')} <When day={day} now={props.now} reader={props.me} />
  </>
)

const Origin = ({ props, step }: StepProps) => {
  const { whole, t } = props
  const proposer = whole.members.find((member) => member.person_id === step.created_by)
  const source = whole.cycles.flatMap((cycle) => cycle.steps).find((candidate) => candidate.id === step.carried_from_id)
  return (
    <>
      {step.created_as === 'facilitator' && proposer && <span>{t('plan.proposed_by', { name: proposer.name })}</span>}
      {source && <span>{source.cycle_id === step.cycle_id ? t('plan.rewritten') : t('plan.carried')}</span>}
    </>
  )
}

const StepThoughts = ({ props, step, needs }: ReadingProps) => {
  const { whole, t } = props
  const words = (field: string) => bodyOf(step.texts, field)
  const finding = findingsOf(whole).find((text) => text.id === step.from_passage_id)
  const trial = whole.cycles.flatMap((cycle) => cycle.steps).find((one) => one.id === step.prepares_id)
  const facts = [
    [t('plan.prepares_read'), trial ? whatOf(trial, t) : ''],
    [t('plan.from_read'), finding?.body ?? ''],
    [t('plan.expectation_read'), words('expectation')],
    [t('plan.obstacle_read'), words('obstacle')],
    [t('plan.obstacle_plan_read'), words('obstaclePlan')],
  ].filter(([, body]) => body !== '')
  const numbers = [
    step.minutes_planned !== null && t('plan.minutes_read', { minutes: step.minutes_planned }),
    step.confidence !== null && t('plan.confidence_read', { confidence: step.confidence }),
  ].filter((said) => said !== false)
  return (
    <>
      {words('ifPart') && words('thenPart') && (
        <Words>{t('plan.if_then_read', { situation: words('ifPart'), act: words('thenPart') })}</Words>
      )}
      {step.needs.length > 0 && (
        <div class="step-needs">
          <p class="small">{t('plan.needs_read')}</p>
          {needs ?? <Needs props={props} step={step} />}
        </div>
      )}
      {facts.length > 0 && (
        <dl class="facts">
          {facts.map(([term, body]) => (
            <>
              <dt>{term}</dt>
              <dd>
                <Words inline>{body}</Words>
              </dd>
            </>
          ))}
        </dl>
      )}
      <Helpers props={props} step={step} />
      {numbers.length > 0 && <p class="small">{numbers.join(' · ')}</p>}
    </>
  )
}

/** Kinds of step that hardly go without somebody else: they offer to ask; any other step offers it where it is changed. */
const involvesOthers: readonly StepKind[] = ['training', 'coaching', 'group_session', 'peer_consultation', 'shadowing']

/** Who helps with a step, what material they gave, and the way to everything about it. */
const Helpers = ({ props, step }: StepProps) => {
  const { whole, me, isLearner, t } = props
  const h = helpWords(me.locale)
  const helping = step.assignees.filter(helpsNow)
  const here = `/journeys/${whole.journey.id}/steps/${step.id}/assignees`
  const names = helping.map(({ name, role }) => `${name} (${h(`assignee.role.${role}`)})`)
  const asks = isLearner && whole.journey.status === 'active' && isUnfinished(step)
  return (
    <>
      <Material lines={step.assignees.flatMap(materialOf)} t={h} />
      {step.assignees.length > 0 ? (
        <p class="small">
          <a href={here}>{names.length > 0 ? t('assignees.line', { names: namesIn(me.locale, names) }) : t('assignees.title')}</a>
        </p>
      ) : (
        asks &&
        involvesOthers.some((kind) => kind === step.kind) && (
          <p class="small">
            <a href={here}>{t('assignees.title')}</a>
          </p>
        )
      )}
      {step.assignees
        .filter(({ suggestion }) => suggestion === 'waiting')
        .map(({ name }) => (
          <p class="small">
            <a href={here}>{t('assignees.line_suggests', { name })}</a>
          </p>
        ))}
    </>
  )
}

const Needs = ({ props, step }: StepProps) => (
  <ul>
    {step.needs.map((need) => (
      <li>
        <NeedLine props={props} need={need} /> <AskForIt props={props} need={need} />
      </li>
    ))}
  </ul>
)

/** Something needed, until when, and whether it is there. */
export const NeedLine = ({ props, need, quiet }: { props: PhaseProps; need: NeedView; quiet?: boolean }) => {
  const due = need.needed_by && (need.state === 'open' || need.needed_by >= props.today) ? need.needed_by : null
  return (
    <>
      <Words inline>{bodyOf(need.texts, 'text')}</Words>{' '}
      <span class="small">
        {due && <Due props={props} day={due} />}
        {due && !quiet && ', '}
        {!quiet && props.t(`plan.need_state.${need.state}`)}
      </span>
    </>
  )
}

/** The way to ask somebody for what is not there yet: the learner's alone. */
export const AskForIt = ({ props, need }: { props: PhaseProps; need: NeedView }) => {
  if (!props.isLearner || need.state !== 'open' || props.whole.journey.status !== 'active') return null
  const says = need.link
    ? helpWords(props.me.locale)(`need.standing.${standingOfNeed(needLinkView(need.link), false, props.now)}`)
    : props.t('needs.ask')
  return (
    <a class="small" href={`/needs/${need.id}`} aria-label={props.t('needs.ask_label', { says, need: bodyOf(need.texts, 'text') })}>
      {says}
    </a>
  )
}
