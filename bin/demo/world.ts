import type { PhaseOverrides, SupportLevel } from '../../src/facilitation/rules/support-level.ts'
import type * as choices from '../../src/journey/rules/choices.ts'

/** People of the demo world; everybody's password is printed at its start. */
export const people = {
  amara: { name: 'Amara Okafor', email: 'amara@example.org', locale: 'de', timeZone: null, admin: false },
  jonas: { name: 'Jonas Petersen', email: 'jonas@example.org', locale: 'en', timeZone: 'Europe/London', admin: false },
  lena: { name: 'Lena Brandt', email: 'lena@example.org', locale: 'de', timeZone: null, admin: false },
  ines: { name: 'Ines Albrecht', email: 'ines@example.org', locale: 'de-formal', timeZone: null, admin: true },
} as const
export type DemoPerson = keyof typeof people

/** Ids of the people, by name, in the organisation of the demo world. */
export type Cast = { organisationId: string } & Record<DemoPerson, string>

export const organisation = { name: 'Nordwerk Pumpen', locale: 'de', timeZone: 'Europe/Berlin' } as const

// Days count from the day the demo is made: negative lies behind, positive ahead.
type Days = number

export interface DemoJourney {
  learner: DemoPerson
  facilitator?: DemoPerson
  created: Days
  status: choices.Status
  phase: choices.Phase
  outcome?: choices.Outcome
  /** Versions of the challenge, oldest first. */
  challenges: DemoChallenge[]
  cycles: DemoCycle[]
  closing?: DemoClosing
  transferOn?: Days
  transferAnswer?: DemoTransferAnswer
  /** The day of a second check that was turned on. */
  secondTransferOn?: Days
  proposals?: DemoProposal[]
  /** The support levels over time, the first with the agreement; by nobody: suggested by the signals. */
  support?: DemoSupport[]
}

export interface DemoSupport {
  level: SupportLevel
  on: Days
  by?: DemoPerson
  overrides?: PhaseOverrides
  /** What the learner said after a cycle on trial. */
  answer?: 'more' | 'right' | 'less'
  /** Suggested, and not decided. */
  waits?: true
}

export interface DemoChallenge {
  on: Days
  reason?: string
  title: string
  situation: string
  learningQuestion: string
  kind: choices.ChallengeKind
  learnable: choices.Learnable
  riskFlags: choices.RiskFlag[]
  signs: { text: string; kind: choices.SignKind }[]
  triedSoFar?: string
  whyItMatters?: string
  peopleInvolved?: string
  importance?: number
  confidenceStart?: number
  expectedWeeks?: number
}

export interface DemoCycle {
  opened: Days
  closed?: Days
  challenge?: number
  focus: string
  options?: string[]
  reviewOn: Days
  tried?: Days
  steps: DemoStep[]
  notes: DemoNote[]
  review?: DemoReview
}

export interface DemoStep {
  what: string
  kind: choices.StepKind
  byWhen: Days
  status: choices.StepStatus
  by?: DemoPerson
  expectation?: string
  ifPart?: string
  thenPart?: string
  obstacle?: string
  obstaclePlan?: string
  minutes?: number
  confidence?: number
  needs?: { text: string; state: choices.NeedState; on?: Days }[]
}

export interface DemoNote {
  text: string
  on: Days
  step?: number
  open?: boolean
  mood?: choices.Mood
}

export interface DemoReview {
  saved: boolean
  on: Days
  happened: string
  wentWell: string[]
  toImprove: string[]
  explanation?: string
  insight: string
  signs: choices.SignState[]
  progress?: choices.Progress
  confidenceNow?: number
  obstacleTags?: choices.ObstacleTag[]
  lead?: Partial<Record<choices.LeadPhase, choices.Lead>>
  nextMove?: choices.NextMove
  mood?: choices.Mood
  response?: { by: DemoPerson; on: Days; text: string }
}

export interface DemoClosing {
  on: Days
  solutionSummary: string
  whatMadeTheDifference: string
  stillOpen?: string
  aboutMyLearning?: string
  storyChoice: choices.StoryChoice
}

/** Something new was met since: how it went. */
export interface DemoTransferAnswer {
  on: Days
  description: string
  progress: choices.Progress
  supportUsed: choices.SupportUsed
  reused: choices.Dimension[]
  confidence: number
  helped: choices.TransferCondition[]
}

export interface DemoProposal {
  by: DemoPerson
  on: Days
  text: string
  kind: 'step' | 'question' | 'next_move'
  stepKind?: choices.StepKind
  nextMove?: choices.NextMove
  hat?: 'facilitation' | 'coaching' | 'training'
  state: 'waiting' | 'accepted' | 'declined'
}
