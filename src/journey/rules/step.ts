import type { StepKind, StepStatus } from './choices.ts'
import type { PlainDate } from './date.ts'
import { missingFields, stepFields, stepsPerCycle, type Words } from './limits.ts'

/** What the rules need of one planned action. */
export interface Step {
  readonly id: string
  readonly what: Words
  readonly kind: StepKind | null
  readonly byWhen: PlainDate | null
  readonly status: StepStatus
}

export function missingInStep(step: Step) {
  return missingFields('step', stepFields, step)
}

/** Steps that were changed stay for the record, but are no longer part of the plan. */
export function stepsInPlan<S extends Pick<Step, 'status'>>(steps: readonly S[]): S[] {
  return steps.filter((step) => step.status !== 'changed')
}

/** `many` asks whether fewer would do; `full` takes no further step; `too_many` cannot be tried. */
export function sizeOfPlan(steps: readonly Pick<Step, 'status'>[]): 'empty' | 'fine' | 'many' | 'full' | 'too_many' {
  const count = stepsInPlan(steps).length
  if (count < stepsPerCycle.min) return 'empty'
  if (count > stepsPerCycle.max) return 'too_many'
  if (count === stepsPerCycle.max) return 'full'
  return count >= stepsPerCycle.manyFrom ? 'many' : 'fine'
}

/** Tried, in part or wholly, or left aside on purpose: something there is to evaluate. */
export function givesSomethingToEvaluate(step: Pick<Step, 'status'>): boolean {
  return step.status === 'done' || step.status === 'partly_done' || step.status === 'dropped'
}

/** Solved means solved at work, not on paper. */
export function isTrialAtWork(step: Pick<Step, 'kind' | 'status'>): boolean {
  return step.kind === 'on_the_job_trial' && (step.status === 'done' || step.status === 'partly_done')
}

/** Offered for the next cycle, never moved there unasked. */
export function isUnfinished(step: Pick<Step, 'status'>): boolean {
  return step.status === 'planned' || step.status === 'doing' || step.status === 'partly_done'
}

/** A replan changes what nobody has finished yet; what was done stays as it was. */
export function mayBeChanged(step: Pick<Step, 'status'>): boolean {
  return step.status === 'planned' || step.status === 'doing'
}

/** What the learner may set a step to while trying; `changed` comes from a replan alone. */
export const statusesToChoose = ['planned', 'doing', 'done', 'partly_done', 'dropped'] as const satisfies readonly StepStatus[]
