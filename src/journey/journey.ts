import { ending } from './rules/ending.ts'
import type { Act, Actor, Answer, EventName, JourneyEvent, MissingField, OwnRefusal } from './rules/event.ts'
import { rest } from './rules/rest.ts'
import { emptyJourney, type JourneyState } from './rules/state.ts'
import type { Transition, Transitions } from './rules/transition.ts'
import { work } from './rules/work.ts'

export type { Challenge } from './rules/challenge.ts'
export type {
  CycleState,
  NextMove,
  Outcome,
  Phase,
  Progress,
  SignState,
  Status,
  StepKind,
  StepStatus,
  Visibility,
} from './rules/choices.ts'
export type { Closing } from './rules/closing.ts'
export type { Cycle } from './rules/cycle.ts'
export type { PlainDate } from './rules/date.ts'
export type { Act, Actor, Answer, Effect, EventName, JourneyEvent, MissingField, Refusal, RefusalReason } from './rules/event.ts'
export type { Review } from './rules/review.ts'
export { brokenInvariants, type Invariant, type JourneyState } from './rules/state.ts'
export type { Step } from './rules/step.ts'
export type { OpenTransferCheck, TransferAnswer } from './rules/transfer.ts'
export { facilitatorTurn, nextTurn, type Turn } from './rules/turn.ts'
export { type Part, takesWriting } from './rules/writing.ts'

const transitions: Transitions = { ...work, ...ending, ...rest }

export const eventNames = Object.keys(transitions) as readonly EventName[]

/** A draft with an empty first version of its challenge. Nobody creates a journey for somebody else. */
export function create(learnerId: string): JourneyState {
  return emptyJourney(learnerId)
}

/**
 * Moves `journey` by `event`, or says why not. The refusals are asked in this order: who acts, whether the journey is at a
 * place from which the event leads on, what the journey lacks, what is wrong with what the event carries.
 */
export function apply<N extends EventName>(journey: JourneyState, event: JourneyEvent<N>, act: Act): Answer<N> {
  const transition: Transition<N> = transitions[event.name as N]
  if (act.who !== transition.who) return { ok: false, reason: transition.who === 'learner' ? 'not_the_learner' : 'not_the_system' }
  if (!leadsOnFrom(journey, transition)) return { ok: false, reason: 'wrong_phase' }
  const refusal = transition.lacks?.(journey) ?? transition.refuses?.(journey, event, act)
  if (refusal) return { ok: false, ...refusal }
  return { ok: true, ...transition.change(journey, event, act) }
}

/** Whether a journey may be erased, at whatever place it is: by its learner alone, who has confirmed it. Nothing is left of it. */
export function erase(who: Actor, confirmed: boolean): { ok: true } | { ok: false; reason: 'not_the_learner' | 'not_confirmed' } {
  if (who !== 'learner') return { ok: false, reason: 'not_the_learner' }
  return confirmed ? { ok: true } : { ok: false, reason: 'not_confirmed' }
}

/** The events that lead on from here for `who`, whether or not something is still missing for them. None for a facilitator. */
export function possibleEvents(journey: JourneyState, who: Actor): EventName[] {
  return eventNames.filter((name) => transitions[name].who === who && leadsOnFrom(journey, transitions[name]))
}

/** The events a facilitator can lay before the learner as a card, to accept or to decline. */
export function proposableEvents(journey: JourneyState): EventName[] {
  return eventNames.filter((name) => transitions[name].proposable && leadsOnFrom(journey, transitions[name]))
}

/** What the journey still lacks for `name`, or null. Only for an event that is possible now. */
export function whatLacks<N extends EventName>(journey: JourneyState, name: N): OwnRefusal<N> | null {
  const transition: Transition<N> = transitions[name]
  return transition.lacks?.(journey) ?? null
}

/** The required fields that `name` still waits for. Only for an event that is possible now. */
export function missingFor(journey: JourneyState, name: EventName): readonly MissingField[] {
  const lacking = whatLacks(journey, name)
  return lacking?.reason === 'missing_fields' ? lacking.fields : []
}

function leadsOnFrom(journey: JourneyState, transition: Pick<Transition<EventName>, 'statuses' | 'phases'>): boolean {
  return transition.statuses.includes(journey.status) && transition.phases.includes(journey.phase)
}
