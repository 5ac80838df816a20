import type { PropsWithChildren } from 'hono/jsx'
import { newId } from '#platform/ids.ts'
import { SortItem, SortList } from '#platform/web/elements/sort/sort-parts.tsx'
import { Fold, Note } from '#ui/cards.tsx'
import { Actions, Button, ErrorSummary, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { bodiesOf, bodyOf, type StepView } from '../queries/whole.ts'
import { mayBeChanged, sizeOfPlan, stepsInPlan } from '../rules/step.ts'
import { PlanHints, WhatIsMissing } from './blended.tsx'
import { OffersOfLastCycle } from './offers.tsx'
import type { CycleProps } from './phase.ts'
import { PlanForm } from './plan-form.tsx'
import { StepFields, StepSentence } from './step-fields.tsx'
import { lacksOf, StepReading, whatOf } from './step-reading.tsx'
import { formState } from './writing.tsx'

/** Where the open cycle is planned. Its learner writes; everybody else reads what stands there. */
export const PlanPhase = (props: CycleProps) => {
  const { cycle, isLearner, t } = props
  if (!isLearner)
    return (
      <CycleNow {...props}>
        <PlanReading {...props} />
      </CycleNow>
    )
  return (
    <section id="plan" class="section stack" aria-labelledby="plan-title">
      <h2 id="plan-title">{t('plan.title', { number: cycle.number })}</h2>
      <p class="lead">{t('plan.lead')}</p>
      <PlanForm {...props} />
      <OffersOfLastCycle {...props} />
      <Steps {...props} />
      <Actions>
        <Button kind="primary" form="plan-form" name="begin" value="trying">
          {cycle.try_started_at ? t('plan.begin_again') : t('plan.begin')}
        </Button>
      </Actions>
      <p class="small">{t('plan.begin_hint')}</p>
    </section>
  )
}

const Steps = (props: CycleProps) => {
  const { cycle, whole, t } = props
  const size = sizeOfPlan(cycle.steps)
  const inPlan = stepsInPlan(cycle.steps)
  const before = cycle.steps.filter((step) => step.status === 'changed')
  return (
    <section id="steps" class="section" aria-labelledby="steps-title">
      <h3 id="steps-title">{t('plan.steps')}</h3>
      {size === 'empty' && <p class="soft">{t('plan.steps_empty')}</p>}
      <SortList form="step-order" action={`/journeys/${whole.journey.id}/steps/order`} label={t('plan.steps_order')}>
        {inPlan.map((step) => (
          <SortItem form="step-order" id={step.id} name={whatOf(step, t)} locale={props.me.locale}>
            <PlannedStep {...props} step={step} />
          </SortItem>
        ))}
      </SortList>
      {size === 'many' && (
        <Note>
          <p>{t('plan.steps_many', { count: inPlan.length })}</p>
        </Note>
      )}
      <PlanHints {...props} />
      {size === 'full' || size === 'too_many' ? <p class="soft">{t('plan.steps_full')}</p> : <NewStep {...props} />}
      {before.length > 0 && (
        <Fold id="steps-changed" summary={t('plan.status.changed')} aside={String(before.length)}>
          {before.map((step) => (
            <StepReading props={props} step={step} />
          ))}
        </Fold>
      )}
    </section>
  )
}

const PlannedStep = (props: CycleProps & { step: StepView }) => {
  const { whole, step, refill, t } = props
  const here = `/journeys/${whole.journey.id}/steps/${step.id}`
  const lacks = lacksOf(step, t)
  const what = whatOf(step, t)
  return (
    <article class="step" id={`step-${step.id}`} tabindex={-1}>
      <StepReading props={props} step={step} />
      {lacks && <p class={refill?.form === 'plan' ? 'field-error' : 'small'}>{lacks}</p>}
      {mayBeChanged(step) && (
        <Actions>
          <a class="button button-quiet" href={here} aria-label={t('plan.edit_label', { what })}>
            {t('plan.edit')}
          </a>
          <Form class="inline-form" action={`${here}/removal`}>
            <Button kind="quiet" label={t('plan.remove_label', { what })}>
              {t('plan.remove')}
            </Button>
          </Form>
        </Actions>
      )}
    </article>
  )
}

const NewStep = (props: CycleProps) => {
  const { whole, cycle, me, t } = props
  const state = formState(props, 'step:new')
  const refilled = props.refill?.form === 'step:new'
  return (
    <lotse-draft data-key={`step:new:${cycle.id}`}>
      <Form
        id="step-new"
        class="form water new-step"
        action={`/journeys/${whole.journey.id}/steps`}
        hidden={{ stepId: state.typed('stepId', newId()) }}
      >
        <h4 id="step-new-title">{t('plan.add_title')}</h4>
        <ErrorSummary locale={me.locale} problems={state.errors} labels={{ what: t('plan.what') }} />
        <StepSentence props={props} state={state} />
        <WhatIsMissing props={props} state={state} />
        <Fold id="step-new-more" summary={t('plan.add_more')} open={refilled}>
          <div class="form">
            <StepFields props={props} state={state} />
          </div>
        </Fold>
        <Actions>
          <Button>{t('plan.add')}</Button>
        </Actions>
      </Form>
    </lotse-draft>
  )
}

/** The cycle where the journey stands, for somebody who accompanies it. */
export const CycleNow = ({ cycle, whole, t, children }: PropsWithChildren<CycleProps>) => (
  <section class="section" aria-labelledby="cycle-now">
    <h2 id="cycle-now">{t('shared.cycle_of', { number: cycle.number, phase: t(`shared.phase.${whole.journey.phase}`) })}</h2>
    {children}
  </section>
)

/** The plan of a cycle as it stands, for reading. */
export const PlanReading = (props: CycleProps) => {
  const { cycle, whole, me, now, t } = props
  const focus = bodyOf(cycle.texts, 'focus')
  const options = bodiesOf(cycle.texts, 'options')
  const isBeingMade = cycle.state === 'open' && whole.journey.phase === 'plan'
  return (
    <section class="section" aria-labelledby={`plan-${cycle.number}-title`}>
      <h3 id={`plan-${cycle.number}-title`} class={isBeingMade ? 'unseen' : undefined}>
        {t('plan.reading')}
      </h3>
      {focus && <Words>{focus}</Words>}
      {cycle.planned_review_on && (
        <p class="small">
          {t('plan.review_read')}: <When day={cycle.planned_review_on} now={now} reader={me} />
        </p>
      )}
      {options.length > 0 && (
        <Fold id={`options-${cycle.number}`} summary={t('plan.options_read')} aside={String(options.length)}>
          <ul>
            {options.map((option) => (
              <li>
                <Words inline>{option}</Words>
              </li>
            ))}
          </ul>
        </Fold>
      )}
      {cycle.steps.length === 0 && <p class="soft">{t(isBeingMade ? 'plan.no_steps_yet' : 'plan.no_steps_read')}</p>}
      <ol class="list steps-read">
        {cycle.steps.map((step) => (
          <li id={`step-${step.id}`} tabindex={-1}>
            <StepReading props={props} step={step} />
          </li>
        ))}
      </ol>
    </section>
  )
}
