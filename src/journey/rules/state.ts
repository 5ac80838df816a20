import { type Challenge, emptyChallenge } from './challenge.ts'
import type { Outcome, Phase, Status } from './choices.ts'
import type { Closing } from './closing.ts'
import { type Cycle, openCycle } from './cycle.ts'
import type { OpenTransferCheck } from './transfer.ts'

/** A journey as its rules see it: plain data, read from rows, with no more than the guards need. `cycles` are in the order of their numbers. */
export interface JourneyState {
  readonly status: Status
  readonly outcome: Outcome | null
  readonly phase: Phase
  readonly learnerIds: readonly string[]
  readonly facilitatorIds: readonly string[]
  readonly challenge: Challenge
  readonly cycles: readonly Cycle[]
  readonly closing: Closing | null
  readonly transferCheck: OpenTransferCheck | null
}

export function emptyJourney(learnerId: string): JourneyState {
  return {
    status: 'draft',
    outcome: null,
    phase: 'identify',
    learnerIds: [learnerId],
    facilitatorIds: [],
    challenge: emptyChallenge,
    cycles: [],
    closing: null,
    transferCheck: null,
  }
}

export const workPhases = ['identify', 'plan', 'try', 'evaluate', 'close'] as const satisfies readonly Phase[]

const invariants = {
  draft_has_no_cycle: (j: JourneyState) => j.status !== 'draft' || (j.phase === 'identify' && j.outcome === null && j.cycles.length === 0),
  active_works_on_one_cycle: (j: JourneyState) => j.status !== 'active' || worksOnOneCycle(j),
  paused_keeps_its_place: (j: JourneyState) => j.status !== 'paused' || worksOnOneCycle(j),
  closed_has_an_outcome: (j: JourneyState) =>
    j.status !== 'closed' || (j.outcome !== null && (j.phase === 'transfer' || j.phase === 'done') && openCycle(j.cycles) === null),
  transfer_follows_solved: (j: JourneyState) =>
    (j.outcome === 'solved' || j.phase !== 'transfer') && (j.phase === 'transfer') === (j.transferCheck !== null),
  somebody_learns: (j: JourneyState) => j.learnerIds.length > 0,
  cycles_count_without_gaps: (j: JourneyState) =>
    j.cycles.every((cycle, index) => cycle.number === index + 1 && (cycle.state !== 'open' || cycle.number === j.cycles.length)),
  reviewed_has_a_review: (j: JourneyState) => j.cycles.every((cycle) => cycle.state !== 'reviewed' || cycle.review !== null),
}
export type Invariant = keyof typeof invariants

/** The invariants that `journey` breaks: none after any write. */
export function brokenInvariants(journey: JourneyState): Invariant[] {
  return (Object.keys(invariants) as Invariant[]).filter((name) => !invariants[name](journey))
}

function worksOnOneCycle(journey: JourneyState): boolean {
  const inWork = workPhases.some((phase) => phase === journey.phase)
  return inWork && journey.outcome === null && (openCycle(journey.cycles) === null) === (journey.phase === 'close')
}
