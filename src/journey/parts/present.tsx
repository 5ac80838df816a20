import { openCycleOf } from '../queries/whole.ts'
import { AttemptPhase } from './attempt.tsx'
import { ClosePhase, DonePhase, RestingPhase, TransferPhase } from './close.tsx'
import { EvaluatePhase } from './evaluate.tsx'
import { IdentifyPhase } from './identify.tsx'
import type { PhaseProps } from './phase.ts'
import { PlanPhase } from './plan.tsx'

/** The part of the page where the journey stands now. */
export const PresentPhase = (props: PhaseProps) => {
  const { status, phase } = props.whole.journey
  if (status === 'paused') return <RestingPhase {...props} />
  if (phase === 'identify') return <IdentifyPhase {...props} />
  if (phase === 'close') return <ClosePhase {...props} />
  if (phase === 'transfer') return <TransferPhase {...props} />
  if (phase === 'done') return <DonePhase {...props} />
  const cycle = openCycleOf(props.whole)
  if (!cycle) throw new Error('A journey at work without an open cycle.')
  if (phase === 'plan') return <PlanPhase {...props} cycle={cycle} />
  if (phase === 'try') return <AttemptPhase {...props} cycle={cycle} />
  return <EvaluatePhase {...props} cycle={cycle} />
}
