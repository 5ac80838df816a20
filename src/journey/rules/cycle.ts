import type { CycleState } from './choices.ts'
import type { PlainDate } from './date.ts'
import { cycleFields, missingFields, type Words } from './limits.ts'
import type { Review } from './review.ts'
import { missingInStep, type Step, stepsInPlan } from './step.ts'

/** What the rules need of one pass through plan, try and evaluate. */
export interface Cycle {
  readonly number: number
  readonly state: CycleState
  readonly challengeVersion: number
  readonly focus: Words
  readonly plannedReviewOn: PlainDate | null
  readonly tryStarted: boolean
  readonly steps: readonly Step[]
  readonly review: Review | null
}

export function newCycle(number: number, challengeVersion: number): Cycle {
  return { number, state: 'open', challengeVersion, focus: null, plannedReviewOn: null, tryStarted: false, steps: [], review: null }
}

/** The required fields of the plan and of its steps that are still empty, each named once. */
export function missingInPlan(cycle: Cycle) {
  const inSteps = stepsInPlan(cycle.steps).flatMap(missingInStep)
  return [...missingFields('cycle', cycleFields, cycle), ...new Set(inSteps)]
}

export function openCycle(cycles: readonly Cycle[]): Cycle | null {
  return cycles.find((cycle) => cycle.state === 'open') ?? null
}

/** Once something was tried, a step is kept as changed instead of being removed. */
export function stepsMayBeRemoved(cycle: Pick<Cycle, 'tryStarted'>): boolean {
  return !cycle.tryStarted
}
