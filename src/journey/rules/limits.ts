import * as choices from './choices.ts'

/** One field a person can fill: its kind with its limits (characters, items, inclusive bounds), who reads it by default, whether it is required. */
export type Field = { readonly visibility: choices.Visibility; readonly required?: true } & (
  | { readonly kind: 'text'; readonly max: number }
  | { readonly kind: 'texts'; readonly most: number; readonly max: number }
  | { readonly kind: 'choice'; readonly of: readonly string[] }
  | { readonly kind: 'choices'; readonly of: readonly string[] }
  | { readonly kind: 'number'; readonly min: number; readonly max: number }
  | { readonly kind: 'records'; readonly most: number }
  | { readonly kind: 'date' | 'yes_or_no' }
)
type Fields = Readonly<Record<string, Field>>

const required = true
const confidence = { kind: 'number', min: 0, max: 10 } as const

/** Required to start a journey and to confirm a reframed challenge. `successSigns` are records of a text and a kind. */
export const challengeFields = {
  title: { kind: 'text', max: 120, visibility: 'journey', required },
  situation: { kind: 'text', max: 2000, visibility: 'journey', required },
  kind: { kind: 'choice', of: choices.challengeKinds, visibility: 'journey', required },
  learningQuestion: { kind: 'text', max: 300, visibility: 'journey', required },
  successSigns: { kind: 'records', most: 5, visibility: 'journey', required },
  learnable: { kind: 'choice', of: choices.learnables, visibility: 'journey', required },
  riskFlags: { kind: 'choices', of: choices.riskFlags, visibility: 'journey', required },
  triedSoFar: { kind: 'text', max: 1000, visibility: 'journey' },
  whyItMatters: { kind: 'text', max: 600, visibility: 'private' },
  importance: { kind: 'number', min: 0, max: 10, visibility: 'private' },
  confidenceStart: { ...confidence, visibility: 'journey' },
  expectedWeeks: { kind: 'number', min: 1, max: 26, visibility: 'journey' },
  peopleInvolved: { kind: 'text', max: 300, visibility: 'journey' },
  tags: { kind: 'texts', most: 8, max: 30, visibility: 'journey' },
} as const satisfies Fields

export const successSignFields = {
  text: { kind: 'text', max: 200, visibility: 'journey', required },
  kind: { kind: 'choice', of: choices.signKinds, visibility: 'journey', required },
} as const satisfies Fields

export const expectedWeeksDefault = 6

/** Required, with at least one step, to begin trying. */
export const cycleFields = {
  focus: { kind: 'text', max: 200, visibility: 'journey', required },
  options: { kind: 'texts', most: 7, max: 200, visibility: 'journey' },
  leadIntent: { kind: 'records', most: 4, visibility: 'journey' },
  plannedReviewOn: { kind: 'date', visibility: 'journey', required },
} as const satisfies Fields

export const stepFields = {
  what: { kind: 'text', max: 200, visibility: 'journey', required },
  kind: { kind: 'choice', of: choices.stepKinds, visibility: 'journey', required },
  byWhen: { kind: 'date', visibility: 'journey', required },
  needs: { kind: 'records', most: 5, visibility: 'journey' },
  ifPart: { kind: 'text', max: 120, visibility: 'journey' },
  thenPart: { kind: 'text', max: 120, visibility: 'journey' },
  obstacle: { kind: 'text', max: 200, visibility: 'private' },
  obstaclePlan: { kind: 'text', max: 200, visibility: 'private' },
  expectation: { kind: 'text', max: 300, visibility: 'journey' },
  minutesPlanned: { kind: 'number', min: 5, max: 2400, visibility: 'journey' },
  assignees: { kind: 'records', most: 5, visibility: 'item' },
  confidence: { ...confidence, visibility: 'journey' },
  status: { kind: 'choice', of: choices.stepStatuses, visibility: 'journey', required },
} as const satisfies Fields

export const needFields = {
  text: { kind: 'text', max: 120, visibility: 'journey', required },
  neededBy: { kind: 'date', visibility: 'journey' },
  state: { kind: 'choice', of: choices.needStates, visibility: 'journey', required },
} as const satisfies Fields

/** From `manyFrom` steps on, the page asks whether fewer would do. */
export const stepsPerCycle = { min: 1, max: 7, manyFrom: 4 } as const

export const observationFields = {
  text: { kind: 'text', max: 1000, visibility: 'private', required },
  mood: { kind: 'choice', of: choices.moods, visibility: 'private' },
  files: { kind: 'records', most: 5, visibility: 'private' },
} as const satisfies Fields

export const fileBytesMax = 10 * 1024 * 1024

/** `signs` holds one state per success sign; `toImprove` is not required where the next move is to declare it solved. */
export const reviewFields = {
  happened: { kind: 'text', max: 1000, visibility: 'journey', required },
  wentWell: { kind: 'texts', most: 5, max: 300, visibility: 'journey', required },
  toImprove: { kind: 'texts', most: 5, max: 300, visibility: 'journey', required },
  explanation: { kind: 'text', max: 800, visibility: 'journey' },
  insight: { kind: 'text', max: 300, visibility: 'journey', required },
  signs: { kind: 'records', most: 5, visibility: 'journey', required },
  progress: { kind: 'number', min: 0, max: 4, visibility: 'journey', required },
  confidenceNow: { ...confidence, visibility: 'journey' },
  lead: { kind: 'records', most: 4, visibility: 'journey' },
  leadByFacilitator: { kind: 'records', most: 4, visibility: 'journey' },
  obstacleTags: { kind: 'choices', of: choices.obstacleTags, visibility: 'journey' },
  nextMove: { kind: 'choice', of: choices.nextMoves, visibility: 'journey', required },
  mood: { kind: 'choice', of: choices.moods, visibility: 'private' },
  facilitatorResponse: { kind: 'text', max: 1000, visibility: 'journey' },
} as const satisfies Fields

/** `transferCheckOn` may be left open: it then falls on the default day. */
export const closingFields = {
  solutionSummary: { kind: 'text', max: 1000, visibility: 'journey', required },
  whatMadeTheDifference: { kind: 'text', max: 500, visibility: 'journey', required },
  stillOpen: { kind: 'text', max: 500, visibility: 'journey' },
  aboutMyLearning: { kind: 'text', max: 500, visibility: 'private' },
  feedbackToFacilitator: { kind: 'text', max: 500, visibility: 'pair' },
  storyChoice: { kind: 'choice', of: choices.storyChoices, visibility: 'journey', required },
  transferCheckOn: { kind: 'date', visibility: 'journey' },
} as const satisfies Fields

/** Days after closing; a check that found nothing new yet moves by `laterBy`, at most `laterAtMost` times. */
export const transferCheckDays = { default: 42, min: 21, max: 84, laterBy: 28, laterAtMost: 2 } as const

/** Days from closing to the second, optional check, and at least from the answer to the first one; it moves as the first one does. */
export const secondCheckDays = { afterClosing: 182, afterFirst: 84 } as const

export const reframeFields = {
  reason: { kind: 'text', max: 300, visibility: 'journey', required },
} as const satisfies Fields

export const setAsideFields = {
  reason: { kind: 'choice', of: choices.setAsideReasons, visibility: 'journey', required },
  note: { kind: 'text', max: 500, visibility: 'private' },
  parkedUntil: { kind: 'date', visibility: 'journey' },
} as const satisfies Fields

export const passOnFields = {
  to: { kind: 'choice', of: choices.receivers, visibility: 'journey', required },
  what: { kind: 'text', max: 500, visibility: 'journey', required },
  learned: { kind: 'text', max: 500, visibility: 'journey' },
  receiverAgrees: { kind: 'yes_or_no', visibility: 'journey' },
} as const satisfies Fields

/** `progress` and `supportUsed` are required as well where `metNewChallenge` is yes. */
export const transferFields = {
  metNewChallenge: { kind: 'choice', of: choices.metNewChallenges, visibility: 'journey', required },
  description: { kind: 'text', max: 500, visibility: 'private' },
  progress: { kind: 'number', min: 0, max: 4, visibility: 'journey' },
  supportUsed: { kind: 'choice', of: choices.supportsUsed, visibility: 'journey' },
  reused: { kind: 'choices', of: choices.dimensions, visibility: 'journey' },
  helped: { kind: 'choices', of: choices.transferConditions, visibility: 'private' },
  hindered: { kind: 'choices', of: choices.transferConditions, visibility: 'private' },
  confidence: { ...confidence, visibility: 'journey' },
  wantsNewJourney: { kind: 'yes_or_no', visibility: 'journey' },
} as const satisfies Fields

/** Without any write by anybody for this long, an active journey comes to rest. */
export const autoPauseAfterDays = 180

type RequiredOf<F extends Fields> = { [K in keyof F]: F[K] extends { required: true } ? K : never }[keyof F] & string

/** The required fields of `fields` that `values` leaves empty, as `subject.field`, in the order of the fields. */
export function missingFields<S extends string, F extends Fields>(
  subject: S,
  fields: F,
  values: { readonly [K in RequiredOf<F>]: unknown },
): `${S}.${RequiredOf<F>}`[] {
  const names = Object.keys(fields) as RequiredOf<F>[]
  return names.filter((name) => fields[name]?.required && !isFilled(values[name])).map((name) => `${subject}.${name}` as const)
}

/** Blank words, empty lists, `false`, `null` and `undefined` are nothing; every number is something. */
export function isFilled(value: unknown): boolean {
  if (typeof value === 'string') return value.trim() !== ''
  if (Array.isArray(value)) return value.length > 0
  if (typeof value === 'object' && value !== null) return Object.keys(value).length > 0
  return typeof value === 'number' || value === true
}

/** Somebody's words, or only whether there are any: a rule looks at nothing else. */
export type Words = string | boolean | null
