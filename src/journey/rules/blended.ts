import type { StepKind, StepStatus } from './choices.ts'
import { daysBetween, type PlainDate } from './date.ts'
import { stepsInPlan } from './step.ts'

/** What may be missing where one cannot go on yet, and the kinds of step that fit such a gap. */
export const gaps = ['overview', 'skill', 'judgement', 'courage', 'perspectives', 'permission'] as const
export type Gap = (typeof gaps)[number]

/** The kinds to propose first, and whether a trial at work follows. Permission is no gap in learning: whoever decides is asked. */
export const kindsFor = {
  overview: ['self_study'],
  skill: ['training', 'shadowing'],
  judgement: ['shadowing', 'peer_consultation'],
  courage: ['coaching'],
  perspectives: ['group_session'],
  permission: [],
} as const satisfies Record<Gap, readonly StepKind[]>

/** Minutes that reading up should not exceed. */
export const longestSelfStudy = 60

const inputKinds: readonly StepKind[] = ['self_study', 'training', 'shadowing']
const examples: readonly StepKind[] = ['training', 'shadowing']
/** Days that may lie between an input and the trial it is for. */
const soon = 7
const mostInputsInARow = 2
/** Confidence at the start up to which somebody counts as new to a field, of 10. */
const newTo = 2

/** What the rules of a blended plan need of a step; steps come in the order of the plan. */
export interface BlendedStep {
  readonly id: string
  readonly kind: StepKind | null
  readonly byWhen: PlainDate | null
  readonly minutesPlanned: number | null
  readonly status: StepStatus
  /** The trial it prepares. */
  readonly preparesId: string | null
}

export type BlendedHint =
  | { hint: 'no_trial' }
  | { hint: 'example_first' }
  | { hint: 'inputs_in_a_row'; count: number }
  | { hint: 'input_too_early'; stepId: string; days: number }
  | { hint: 'input_after_trial'; stepId: string }
  | { hint: 'names_no_trial'; stepId: string }
  | { hint: 'long_self_study'; stepId: string }
  | { hint: 'practice_on_one_day' }

/** Whether a step takes something in before one tries it oneself. */
export const isInput = (step: Pick<BlendedStep, 'kind'>): boolean => step.kind !== null && inputKinds.includes(step.kind)
const isTrial = (step: Pick<BlendedStep, 'kind'>) => step.kind === 'on_the_job_trial'

/** Looks at the mix of a plan. These are hints: nothing of it holds anybody up. `confidenceStart` is that of the challenge, 0 to 10. */
export function blendedHints(
  steps: readonly BlendedStep[],
  { isFirstCycle, confidenceStart }: { isFirstCycle: boolean; confidenceStart: number | null },
): BlendedHint[] {
  const plan = stepsInPlan(steps).filter((step) => step.status !== 'dropped' && step.kind !== null)
  if (plan.length === 0) return []
  const isNew = isFirstCycle && confidenceStart !== null && confidenceStart <= newTo
  return [...inTheWhole(plan, isNew), ...plan.filter(isInput).flatMap((input) => atInput(input, plan))]
}

function inTheWhole(plan: readonly BlendedStep[], isNew: boolean): BlendedHint[] {
  const hints: BlendedHint[] = []
  const trials = plan.filter(isTrial)
  if (trials.length === 0) hints.push({ hint: 'no_trial' })
  const firstTrial = plan.findIndex(isTrial)
  if (isNew && firstTrial >= 0 && !plan.slice(0, firstTrial).some(({ kind }) => kind !== null && examples.includes(kind)))
    hints.push({ hint: 'example_first' })
  const row = longestRow(plan)
  if (row > mostInputsInARow) hints.push({ hint: 'inputs_in_a_row', count: row })
  const days = trials.map(({ byWhen }) => byWhen)
  if (trials.length > 1 && days[0] !== null && days.every((day) => day === days[0])) hints.push({ hint: 'practice_on_one_day' })
  return hints
}

function longestRow(plan: readonly BlendedStep[]): number {
  let [longest, row] = [0, 0]
  for (const step of plan) {
    row = isInput(step) ? row + 1 : 0
    longest = Math.max(longest, row)
  }
  return longest
}

function atInput(input: BlendedStep, plan: readonly BlendedStep[]): BlendedHint[] {
  const stepId = input.id
  const hints: BlendedHint[] = []
  if (input.kind === 'self_study' && (input.minutesPlanned ?? 0) > longestSelfStudy) hints.push({ hint: 'long_self_study', stepId })
  if (!plan.some(isTrial)) return hints
  const trial = plan.find((step) => isTrial(step) && step.id === input.preparesId)
  if (!trial) return [...hints, { hint: 'names_no_trial', stepId }]
  if (!input.byWhen || !trial.byWhen) return hints
  const days = daysBetween(input.byWhen, trial.byWhen)
  if (days < 0) return [...hints, { hint: 'input_after_trial', stepId }]
  return days > soon ? [...hints, { hint: 'input_too_early', stepId, days }] : hints
}
