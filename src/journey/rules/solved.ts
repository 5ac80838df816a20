import type { Challenge } from './challenge.ts'
import type { Progress, SolvedIndependence } from './choices.ts'
import type { Cycle } from './cycle.ts'
import { isComplete, type Review } from './review.ts'
import { isTrialAtWork } from './step.ts'

export type UnmetCondition = 'signs_not_met' | 'no_trial_at_work' | 'progress_too_low'

const fulfilled = ['met', 'met_otherwise']

/**
 * What still stands between the learner and "solved", by what they recorded themselves: every sign is met or has lost its
 * point and at least one is met; something was tried at work; it works at least with help. The cycle under review counts.
 */
export function unmetConditions(challenge: Pick<Challenge, 'successSigns'>, cycles: readonly Cycle[]): UnmetCondition[] {
  const counted = reviewedCycles(challenge, cycles)
  const last = counted.at(-1)?.review
  const unmet: UnmetCondition[] = []
  if (!last || !signsAreMet(challenge, last)) unmet.push('signs_not_met')
  if (!counted.some((cycle) => cycle.steps.some(isTrialAtWork))) unmet.push('no_trial_at_work')
  if ((last?.progress ?? 0) < 3) unmet.push('progress_too_low')
  return unmet
}

/** A fact that is kept with the solution, not a grade. Null as long as nothing works at least with help. */
export function solvedIndependence(progress: Progress | null): SolvedIndependence | null {
  if (progress === 4) return 'on_my_own'
  return progress === 3 ? 'with_help' : null
}

/** Closed with a review, or open with a complete one. Only these count in any measure. */
export function reviewedCycles(challenge: Pick<Challenge, 'successSigns'>, cycles: readonly Cycle[]): Cycle[] {
  const signIds = challenge.successSigns.map((sign) => sign.id)
  return cycles.filter(
    (cycle) => cycle.state === 'reviewed' || (cycle.state === 'open' && cycle.review && isComplete(cycle.review, signIds)),
  )
}

function signsAreMet(challenge: Pick<Challenge, 'successSigns'>, review: Review): boolean {
  const states = challenge.successSigns.map((sign) => review.signs[sign.id] ?? 'not_yet')
  return (
    states.every((state) => fulfilled.includes(state) || state === 'no_longer_relevant') &&
    states.some((state) => fulfilled.includes(state))
  )
}
