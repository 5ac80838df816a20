import { currentCycle, signIds } from './change.ts'
import type { Phase, Status } from './choices.ts'
import type { Act, Change, EventName, JourneyEvent, OwnRefusal } from './event.ts'
import { emptyReview, missingInReview } from './review.ts'
import { unmetConditions } from './solved.ts'
import type { JourneyState } from './state.ts'

/** One row of the process: from where, by whom, on what condition, to what. */
export interface Transition<N extends EventName> {
  readonly who: 'learner' | 'system'
  readonly statuses: readonly Status[]
  readonly phases: readonly Phase[]
  /** A facilitator may lay it before the learner as a card. */
  readonly proposable?: true
  /** What the journey itself still lacks, whatever the event carries. */
  readonly lacks?: (journey: JourneyState) => OwnRefusal<N> | null
  /** What is wrong with what the event carries. */
  readonly refuses?: (journey: JourneyState, event: JourneyEvent<N>, act: Act) => OwnRefusal<N> | null
  readonly change: (journey: JourneyState, event: JourneyEvent<N>, act: Act) => Change
}
export type Transitions = { readonly [N in EventName]: Transition<N> }

export const learner = { who: 'learner', statuses: ['active'] } as const
export const proposable = true

export function missing<F extends string>(fields: readonly F[]) {
  return fields.length > 0 ? { reason: 'missing_fields' as const, fields } : null
}

export function incompleteReview(journey: JourneyState) {
  const { review } = currentCycle(journey)
  return missing(missingInReview(review ?? emptyReview, signIds(journey)))
}

export function unsolved(journey: JourneyState) {
  const unmet = unmetConditions(journey.challenge, journey.cycles)
  return unmet.length > 0 ? { reason: 'not_solved_yet' as const, unmet } : null
}
