import type { missingInChallenge } from './challenge.ts'
import type { Receiver, SetAsideReason, SolvedIndependence } from './choices.ts'
import type { missingInClosing, missingInPassOn, missingInSetAside } from './closing.ts'
import type { missingInPlan } from './cycle.ts'
import type { PlainDate } from './date.ts'
import type { Words } from './limits.ts'
import type { missingInReview } from './review.ts'
import type { UnmetCondition } from './solved.ts'
import type { JourneyState } from './state.ts'
import type { missingInTransfer, TransferAnswer } from './transfer.ts'

/** What moves a journey, and what each event carries. Creating and erasing have their own functions: nothing comes before, nothing after. */
interface Carried {
  start: unknown
  reframe: { readonly reason: string }
  confirmChallenge: unknown
  beginTrying: unknown
  replan: { readonly changedStepIds: readonly string[] }
  evaluate: unknown
  nextCycle: unknown
  declareSolved: unknown
  backToWork: unknown
  closeSolved: unknown
  setAside: { readonly reason: SetAsideReason | null }
  passOn: { readonly to: Receiver | null; readonly what: Words }
  pause: { readonly resumeOn: PlainDate | null }
  resume: unknown
  reopen: unknown
  answerTransfer: { readonly answer: TransferAnswer }
  declineTransfer: unknown
  autoPause: { readonly lastWriteOn: PlainDate }
}

export type EventName = keyof Carried
export type JourneyEvent<N extends EventName = EventName> = { [K in N]: { readonly name: K } & Carried[K] }[N]

/** Who acts. A facilitator can propose an event, never trigger one. */
export type Actor = 'learner' | 'facilitator' | 'system'

/** Who acts, and the day it is where the journey's learner is. */
export interface Act {
  readonly who: Actor
  readonly today: PlainDate
}

type Missing<F extends string> = { readonly reason: 'missing_fields'; readonly fields: readonly F[] }
type Plain<R extends string> = { readonly reason: R }
type Field<F extends (...args: never) => readonly string[]> = ReturnType<F>[number]

interface OwnRefusals {
  start: Missing<Field<typeof missingInChallenge>>
  reframe: Missing<'reframe.reason'> | { readonly reason: 'too_long'; readonly max: number }
  confirmChallenge: Missing<Field<typeof missingInChallenge>>
  beginTrying: Missing<Field<typeof missingInPlan>> | Plain<'no_step' | 'too_many_steps'>
  replan: { readonly reason: 'steps_not_changeable'; readonly stepIds: readonly string[] }
  evaluate: Plain<'nothing_tried'>
  nextCycle: Missing<Field<typeof missingInReview>> | Plain<'another_next_move'>
  declareSolved: Missing<Field<typeof missingInReview>> | { readonly reason: 'not_solved_yet'; readonly unmet: readonly UnmetCondition[] }
  backToWork: never
  closeSolved:
    | Missing<Field<typeof missingInClosing>>
    | { readonly reason: 'not_solved_yet'; readonly unmet: readonly UnmetCondition[] }
    | { readonly reason: 'date_out_of_range'; readonly first: PlainDate; readonly last: PlainDate }
  setAside: Missing<Field<typeof missingInSetAside>>
  passOn: Missing<Field<typeof missingInPassOn>>
  pause: never
  resume: never
  reopen: never
  answerTransfer: Missing<Field<typeof missingInTransfer>>
  declineTransfer: never
  autoPause: Plain<'written_lately'>
}

export type OwnRefusal<N extends EventName = EventName> = OwnRefusals[N]
/** Why an event does not happen. `wrong_phase`: the journey is not at a place from which it leads on. */
export type Refusal<N extends EventName = EventName> = OwnRefusal<N> | Plain<'not_the_learner' | 'not_the_system' | 'wrong_phase'>
export type RefusalReason = Refusal['reason']
export type MissingField = Extract<Refusal, { reason: 'missing_fields' }>['fields'][number]

/** What a command writes beside status, outcome and phase, in this order. Days are those of the act. */
export type Effect =
  | { readonly name: 'noteStart' }
  | { readonly name: 'newChallengeVersion'; readonly version: number; readonly reason: string }
  | { readonly name: 'linkChallenge'; readonly cycle: number; readonly version: number }
  | { readonly name: 'openCycle'; readonly cycle: number; readonly challengeVersion: number }
  | { readonly name: 'closeCycle'; readonly cycle: number; readonly as: 'reviewed' | 'unreviewed' }
  | { readonly name: 'noteTryStart'; readonly cycle: number }
  | { readonly name: 'markStepsChanged'; readonly stepIds: readonly string[] }
  | { readonly name: 'openReview'; readonly cycle: number }
  | { readonly name: 'proposeCarryOver'; readonly fromCycle: number; readonly stepIds: readonly string[] }
  | { readonly name: 'openClosing'; readonly afterCycle: number }
  | { readonly name: 'noteSolved'; readonly independence: SolvedIndependence }
  | { readonly name: 'noteClosing' }
  | { readonly name: 'scheduleTransferCheck'; readonly on: PlainDate; readonly postponed: number }
  | { readonly name: 'noteTransferAnswer' }
  | { readonly name: 'noteTransferDeclined' }
  | { readonly name: 'cancelTransferCheck' }
  | { readonly name: 'stopReminders'; readonly until: PlainDate | null }
  | { readonly name: 'showReentry' }
  | { readonly name: 'giveNotice' }

export interface Change {
  readonly journey: JourneyState
  readonly effects: readonly Effect[]
}

export type Answer<N extends EventName = EventName> = ({ readonly ok: true } & Change) | ({ readonly ok: false } & Refusal<N>)
