import { Fold } from '#ui/cards.tsx'
import { CheckboxGroup } from '#ui/choices.tsx'
import { Actions, Button, Form } from '#ui/form.tsx'
import { When } from '#ui/when.tsx'
import { Words } from '#ui/words.tsx'
import { bodyOf, type StepView } from '../queries/whole.ts'
import { givesSomethingToEvaluate, isUnfinished, mayBeChanged, statusesToChoose } from '../rules/step.ts'
import { NeedStates } from './need-states.tsx'
import { NoteCard } from './note-card.tsx'
import { NewNote } from './note-form.tsx'
import type { CycleProps } from './phase.ts'
import { CycleNow, PlanReading } from './plan.tsx'
import { StepReading, whatOf } from './step-reading.tsx'
import { QuestionsOfCycle, Stuck } from './stuck.tsx'

/** Where the plan is tried: the quick note first, then the steps, then what was noted so far. */
export const AttemptPhase = (props: CycleProps) => {
  const { cycle, isLearner, t } = props
  if (!isLearner)
    return (
      <CycleNow {...props}>
        <PlanReading {...props} />
        <QuestionsOfCycle {...props} />
        <AttemptReading {...props} />
      </CycleNow>
    )
  return (
    <section id="trying" class="section stack" aria-labelledby="trying-title">
      <h2 id="trying-title">{t('attempt.title')}</h2>
      <p class="lead">{t('attempt.lead')}</p>
      <Focus {...props} />
      <NewNote {...props} />
      <section class="section" aria-labelledby="trying-steps-title">
        <h3 id="trying-steps-title">{t('attempt.steps')}</h3>
        <ol class="list">
          {cycle.steps.map((step) => (
            <li class="step" id={`step-${step.id}`} tabindex={-1}>
              <StepUnderWay {...props} step={step} />
            </li>
          ))}
        </ol>
      </section>
      <Stuck {...props} />
      <Notes {...props} />
      <OnFromHere {...props} />
      <a class="note-anchor button button-primary" href="#text">
        {t('attempt.note_new')}
      </a>
    </section>
  )
}

const Focus = ({ cycle, me, now, t }: CycleProps) => {
  const focus = bodyOf(cycle.texts, 'focus')
  return (
    <dl class="facts">
      {focus && (
        <>
          <dt>{t('attempt.focus')}</dt>
          <dd>
            <Words inline>{focus}</Words>
          </dd>
        </>
      )}
      {cycle.planned_review_on && (
        <>
          <dt>{t('attempt.review_on')}</dt>
          <dd>
            <When day={cycle.planned_review_on} now={now} reader={me} />
          </dd>
        </>
      )}
    </dl>
  )
}

const StepUnderWay = (props: CycleProps & { step: StepView }) => {
  const { whole, step, afterStep, t } = props
  if (step.status === 'changed') return <StepReading props={props} step={step} />
  return (
    <>
      <StepReading props={props} step={step} needs={<NeedStates props={props} step={step} />} />
      <details class="status-choice" id={`status-${step.id}`}>
        <summary aria-label={t('attempt.status_change', { what: whatOf(step, t) })}>{t('attempt.status')}</summary>
        <Form class="actions" action={`/journeys/${whole.journey.id}/steps/${step.id}/status`}>
          {statusesToChoose
            .filter((status) => status !== step.status)
            .map((status) => (
              <Button name="status" value={status}>
                {t(`plan.status.${status}`)}
              </Button>
            ))}
        </Form>
        {isUnfinished(step) && (
          <p class="small">
            <a href={`/journeys/${whole.journey.id}/steps/${step.id}/assignees`}>{t('assignees.title')}</a>
          </p>
        )}
      </details>
      {afterStep?.stepId === step.id && afterStep.part}
    </>
  )
}

const Notes = (props: CycleProps) => {
  const { cycle, t } = props
  return (
    <section class="section" id="notes" aria-labelledby="notes-title">
      <h3 id="notes-title">{t('attempt.notes')}</h3>
      {cycle.observations.length === 0 && <p class="soft">{t('attempt.notes_empty')}</p>}
      <div class="stack">
        {cycle.observations.toReversed().map((note) => (
          <NoteCard props={props} note={note} changeable />
        ))}
      </div>
    </section>
  )
}

/** Two ways on: change the plan, or look back at what happened. */
const OnFromHere = (props: CycleProps) => {
  const { cycle, whole, me, t } = props
  const here = `/journeys/${whole.journey.id}`
  const changeable = cycle.steps.filter(mayBeChanged)
  const ready = cycle.steps.some(givesSomethingToEvaluate)
  return (
    <section class="section" aria-label={t('attempt.evaluate')}>
      <Form class="form" action={`${here}/moves/evaluate`}>
        <Actions>
          <Button>{t('attempt.evaluate')}</Button>
        </Actions>
        {!ready && <p class="small">{t('attempt.evaluate_hint')}</p>}
      </Form>
      <Fold id="replan" summary={t('attempt.replan')}>
        <Form class="form" action={`${here}/moves/replan`}>
          <p class="soft">{changeable.length > 0 ? t('attempt.replan_lead') : t('attempt.replan_none')}</p>
          {changeable.length > 0 && (
            <CheckboxGroup
              name="changed"
              locale={me.locale}
              label={t('attempt.replan_steps')}
              options={changeable.map((step) => ({ value: step.id, label: whatOf(step, t) }))}
            />
          )}
          <Actions>
            <Button>{t('attempt.replan_go')}</Button>
          </Actions>
        </Form>
      </Fold>
    </section>
  )
}

/** What was noted in a cycle, as far as this person may read it. */
export const AttemptReading = (props: CycleProps) => {
  const { cycle, t } = props
  if (cycle.observations.length === 0) return null
  return (
    <section class="section" aria-labelledby={`notes-${cycle.number}-title`}>
      <h3 id={`notes-${cycle.number}-title`}>{t('attempt.notes')}</h3>
      <div class="stack">
        {cycle.observations.map((note) => (
          <NoteCard props={props} note={note} />
        ))}
      </div>
    </section>
  )
}
