import { missingInChallenge } from './challenge.ts'
import { currentCycle } from './change.ts'
import { missingInPlan } from './cycle.ts'
import type { PlainDate } from './date.ts'
import type { JourneyState } from './state.ts'
import { givesSomethingToEvaluate, stepsInPlan } from './step.ts'
import { incompleteReview } from './transition.ts'

/** What comes next, and for whom: the first word says whose turn it is. */
export type Turn =
  | 'learner_describes_challenge'
  | 'learner_starts'
  | 'learner_reframes_challenge'
  | 'learner_confirms_challenge'
  | 'learner_plans'
  | 'learner_begins_trying'
  | 'learner_tries'
  | 'learner_tries_or_evaluates'
  | 'learner_writes_review'
  | 'learner_chooses_next_move'
  | 'learner_closes'
  | 'learner_rests'
  | 'time_passes_until_transfer'
  | 'learner_answers_transfer'
  | 'nobody'

/** Whose turn it is and what comes next. It is the learner's at every point of the work: nothing waits for anybody else. */
export function nextTurn(journey: JourneyState, today: PlainDate): Turn {
  if (journey.status === 'paused') return 'learner_rests'
  const described = missingInChallenge(journey.challenge).length === 0
  if (journey.status === 'draft') return described ? 'learner_starts' : 'learner_describes_challenge'
  switch (journey.phase) {
    case 'identify':
      return described ? 'learner_confirms_challenge' : 'learner_reframes_challenge'
    case 'plan':
      return turnInPlan(journey)
    case 'try':
      return currentCycle(journey).steps.some(givesSomethingToEvaluate) ? 'learner_tries_or_evaluates' : 'learner_tries'
    case 'evaluate':
      return incompleteReview(journey) ? 'learner_writes_review' : 'learner_chooses_next_move'
    case 'close':
      return 'learner_closes'
    case 'transfer':
      return journey.transferCheck && journey.transferCheck.on > today ? 'time_passes_until_transfer' : 'learner_answers_transfer'
    case 'done':
      return 'nobody'
  }
}

/** What a facilitator can do for the learner now; it is an offer, and nothing waits for it. */
export function facilitatorTurn(journey: JourneyState): 'respond_to_review' | 'none' {
  const reviewed = journey.cycles.findLast((cycle) => cycle.state === 'reviewed')
  const answered = reviewed?.review?.facilitatorResponse
  return reviewed && !answered && journey.facilitatorIds.length > 0 ? 'respond_to_review' : 'none'
}

function turnInPlan(journey: JourneyState): Turn {
  const cycle = currentCycle(journey)
  const ready = missingInPlan(cycle).length === 0 && stepsInPlan(cycle.steps).length > 0
  return ready ? 'learner_begins_trying' : 'learner_plans'
}
