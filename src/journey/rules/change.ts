import type { Outcome } from './choices.ts'
import { type Cycle, newCycle, openCycle } from './cycle.ts'
import type { Change, Effect } from './event.ts'
import { isComplete } from './review.ts'
import type { JourneyState } from './state.ts'

/** The open cycle. Throws where there is none: no event that needs one starts from such a place. */
export function currentCycle(journey: JourneyState): Cycle {
  const cycle = openCycle(journey.cycles)
  if (!cycle) throw new Error('The journey has no open cycle.')
  return cycle
}

export function withCycle(journey: JourneyState, changed: Cycle): JourneyState {
  return { ...journey, cycles: journey.cycles.map((cycle) => (cycle.number === changed.number ? changed : cycle)) }
}

export function moved(journey: JourneyState, to: Partial<JourneyState>, ...effects: readonly Effect[]): Change {
  return { journey: { ...journey, ...to }, effects }
}

/** The journey active in `phase`, with a further cycle open for the current version of its challenge. */
export function withNewCycle(journey: JourneyState, phase: 'identify' | 'plan'): Change {
  const number = journey.cycles.length + 1
  const challengeVersion = journey.challenge.version
  const cycles = [...journey.cycles, newCycle(number, challengeVersion)]
  return moved(
    journey,
    { status: 'active', outcome: null, phase, cycles, closing: null, transferCheck: null },
    { name: 'openCycle', cycle: number, challengeVersion },
  )
}

/** The open cycle, if any, closed: as reviewed where its review is complete. */
export function withCycleClosed(journey: JourneyState): Change {
  const cycle = openCycle(journey.cycles)
  if (!cycle) return { journey, effects: [] }
  const as = hasCompleteReview(journey, cycle) ? 'reviewed' : 'unreviewed'
  return { journey: withCycle(journey, { ...cycle, state: as }), effects: [{ name: 'closeCycle', cycle: cycle.number, as }] }
}

export function hasCompleteReview(journey: JourneyState, cycle: Cycle): boolean {
  return cycle.review !== null && isComplete(cycle.review, signIds(journey))
}

export function signIds(journey: JourneyState): string[] {
  return journey.challenge.successSigns.map((sign) => sign.id)
}

/** The journey closed without claiming a solution. */
export function endedWith(journey: JourneyState, outcome: Exclude<Outcome, 'solved'>): Change {
  const closed = withCycleClosed(journey)
  return moved(closed.journey, { status: 'closed', outcome, phase: 'done' }, ...closed.effects)
}
