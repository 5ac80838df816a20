import { type Thresholds, thresholds } from './thresholds.ts'

export interface StepFacts {
  createdBy: 'learner' | 'facilitator'
  isTrialAtWork: boolean
  status: 'planned' | 'doing' | 'done' | 'partly_done' | 'changed' | 'dropped'
  /** 0 to 10; null where it was not given. */
  confidence: number | null
}

/** What is known of one reviewed cycle. Instants in milliseconds; steps in the order of the plan. */
export interface CycleFacts {
  steps: readonly StepFacts[]
  reviewSavedAt: number
  /** When conversations on this cycle were held with whoever accompanies. */
  sessionsAt: readonly number[]
  /** The plan that followed: how many of its steps come from what this review found, and whether it is made. Null where none followed. */
  nextPlan: { fromFindings: number; isMade: boolean } | null
  /** Questions for help to somebody other than who accompanies, asked in this cycle; null where that cannot be known. */
  helpAskedOfOthers: number | null
  obstacleTags: readonly string[]
  /** 0 to 4. */
  progress: number | null
  /** 0 to 10. */
  confidenceNow: number | null
  lead: readonly ('facilitator' | 'shared' | 'learner')[]
}

export const signalIds = ['S1', 'S2', 'S3', 'S4', 'S5', 'S6'] as const
export type SignalId = (typeof signalIds)[number]

/** `unknown` where something is missing; missing never counts against anybody. */
export type Truth = 'yes' | 'no' | 'unknown'

/** One signal with what was counted, so that a sentence can say it. `because` names that sentence. */
export interface Signal {
  id: SignalId
  is: Truth
  because: Because
  counted: Readonly<Record<string, number>>
}

export type Because =
  | 'own_steps'
  | 'no_steps'
  | 'kept_steps'
  | 'session_first'
  | 'findings_used'
  | 'next_plan_open'
  | 'asked_others'
  | 'no_obstacles'
  | 'nobody_asked'
  | 'help_unknown'
  | 'confidence'
  | 'confidence_missing'
  | 'lead'
  | 'lead_missing'

const truth = (holds: boolean): Truth => (holds ? 'yes' : 'no')

/** The six signals of independence in a reviewed cycle. `before` is the reviewed cycle before it. */
export function signalsOf(cycle: CycleFacts, before: CycleFacts | undefined, limits: Thresholds = thresholds): Signal[] {
  return [
    ownPlan(cycle, limits),
    realisticPlan(cycle, limits),
    ownReview(cycle),
    goodHelpSeeking(cycle, before),
    calibratedConfidence(cycle, limits),
    learnerLeads(cycle, limits),
  ]
}

function ownPlan({ steps }: CycleFacts, { ownSteps }: Thresholds): Signal {
  const [all, own] = [steps.length, steps.filter(({ createdBy }) => createdBy === 'learner').length]
  if (all === 0) return { id: 'S1', is: 'unknown', because: 'no_steps', counted: {} }
  return { id: 'S1', is: truth(own / all >= ownSteps), because: 'own_steps', counted: { own, all } }
}

const kept = ['done', 'partly_done', 'changed']

function realisticPlan({ steps }: CycleFacts, { keptSteps }: Thresholds): Signal {
  const [all, went] = [steps.length, steps.filter(({ status }) => kept.includes(status)).length]
  if (all === 0) return { id: 'S2', is: 'unknown', because: 'no_steps', counted: {} }
  return { id: 'S2', is: truth(went / all >= keptSteps), because: 'kept_steps', counted: { went, all } }
}

/** Written before it was talked over, and used in the plan that followed. A plan that is still being made may use it yet. */
function ownReview({ reviewSavedAt, sessionsAt, nextPlan }: CycleFacts): Signal {
  if (sessionsAt.some((at) => at < reviewSavedAt)) return { id: 'S3', is: 'no', because: 'session_first', counted: {} }
  const steps = nextPlan?.fromFindings ?? 0
  if (steps === 0 && !nextPlan?.isMade) return { id: 'S3', is: 'unknown', because: 'next_plan_open', counted: {} }
  return { id: 'S3', is: truth(steps >= 1), because: 'findings_used', counted: { steps } }
}

function goodHelpSeeking({ obstacleTags, helpAskedOfOthers }: CycleFacts, before: CycleFacts | undefined): Signal {
  const asked = (helpAskedOfOthers ?? 0) + (before?.helpAskedOfOthers ?? 0)
  if (asked >= 1) return { id: 'S4', is: 'yes', because: 'asked_others', counted: { asked } }
  if (obstacleTags.length === 0) return { id: 'S4', is: 'yes', because: 'no_obstacles', counted: {} }
  const isUnknown = helpAskedOfOthers === null || before?.helpAskedOfOthers === null
  return isUnknown
    ? { id: 'S4', is: 'unknown', because: 'help_unknown', counted: {} }
    : { id: 'S4', is: 'no', because: 'nobody_asked', counted: { obstacles: obstacleTags.length } }
}

/** Confidence in the main step, the first trial at work that has a value, beside what came of it. */
function calibratedConfidence({ steps, progress, confidenceNow }: CycleFacts, limits: Thresholds): Signal {
  const expected = steps.find((step) => step.isTrialAtWork && step.confidence !== null)?.confidence ?? null
  if (expected === null || progress === null || confidenceNow === null)
    return { id: 'S5', is: 'unknown', because: 'confidence_missing', counted: {} }
  const isNear = Math.abs(expected - 2.5 * progress) <= limits.confidenceApart
  const counted = { expected, progress, now: confidenceNow }
  return { id: 'S5', is: truth(isNear && confidenceNow >= limits.confidentFrom), because: 'confidence', counted }
}

function learnerLeads({ lead }: CycleFacts, limits: Thresholds): Signal {
  if (lead.length === 0) return { id: 'S6', is: 'unknown', because: 'lead_missing', counted: {} }
  const [given, own] = [lead.length, lead.filter((who) => who === 'learner').length]
  const holds = own / given >= limits.learnerLeads && !lead.includes('facilitator')
  return { id: 'S6', is: truth(holds), because: 'lead', counted: { own, given } }
}

/** How many signals are known, and how many of those say yes. */
export function tally(signals: readonly Pick<Signal, 'is'>[]): { known: number; yes: number } {
  return { known: signals.filter(({ is }) => is !== 'unknown').length, yes: signals.filter(({ is }) => is === 'yes').length }
}
