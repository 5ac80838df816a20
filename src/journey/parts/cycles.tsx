import { Fold } from '#ui/cards.tsx'
import { When } from '#ui/when.tsx'
import { type CycleView, openCycleOf } from '../queries/whole.ts'
import { AttemptReading } from './attempt.tsx'
import { ReviewReading } from './evaluate.tsx'
import type { CycleProps, PhaseProps } from './phase.ts'
import { PlanReading } from './plan.tsx'
import { readersInWords, readersOfPart } from './readers.tsx'

/** The closed cycles, newest first, each folded. */
export const EarlierCycles = (props: PhaseProps) => {
  const closed = props.whole.cycles.filter((cycle) => cycle.state !== 'open').toReversed()
  if (closed.length === 0) return null
  return (
    <section id="earlier-cycles" class="section" aria-labelledby="earlier-cycles-title">
      <h2 id="earlier-cycles-title">{props.t('shared.earlier_cycles')}</h2>
      {closed.map((cycle) => (
        <Fold
          id={`cycle-${cycle.number}`}
          summary={props.t('shared.cycle', { number: cycle.number })}
          aside={<CycleAside {...props} cycle={cycle} />}
        >
          <CycleReading {...props} readers={readersOfPart(props, cycle.id)} cycle={cycle} />
        </Fold>
      ))}
    </section>
  )
}

/** What the open cycle already holds, where the page's present part does not show it. */
export const OpenCycleSoFar = (props: PhaseProps) => {
  const cycle = openCycleOf(props.whole)
  const { status, phase } = props.whole.journey
  const shownElsewhere = status === 'active' && (phase === 'plan' || phase === 'try')
  if (!cycle || shownElsewhere || isBlank(cycle)) return null
  return (
    <Fold id={`cycle-${cycle.number}`} summary={props.t('shared.this_cycle')} aside={props.t('shared.cycle', { number: cycle.number })}>
      <PlanReading {...props} cycle={cycle} />
      <AttemptReading {...props} cycle={cycle} />
    </Fold>
  )
}

const isBlank = (cycle: CycleView) => cycle.steps.length === 0 && cycle.texts.own.length === 0

const CycleReading = (props: CycleProps) => (
  <>
    {props.whole.withheld.some((part) => part.subject_id === props.cycle.id) && (
      <p class="readers">{readersInWords(props, props.whole.journey.id)}</p>
    )}
    <PlanReading {...props} />
    <AttemptReading {...props} />
    <ReviewReading {...props} />
  </>
)

const CycleAside = ({ cycle, me, now, t }: CycleProps) => (
  <>
    {t(`shared.cycle_state.${cycle.state}`)}
    {cycle.closed_at && (
      <>
        , <When at={new Date(cycle.closed_at)} now={now} reader={me} />
      </>
    )}
  </>
)
