import fc from 'fast-check'
import { beforeAll, describe, expect, test } from 'vitest'
import {
  amara,
  clockwork,
  closingWords,
  closingWritten,
  convincing,
  described,
  goingOn,
  inOpenCycle,
  lena,
  placeOf,
  places,
  planned,
  reading,
  reviewed,
  soundEvent,
  trial,
  tried,
  write,
} from '../../../tests/journeys.ts'
import {
  type Act,
  apply,
  brokenInvariants,
  create,
  type Effect,
  type EventName,
  eventNames,
  type JourneyEvent,
  type JourneyState,
  missingFor,
  whatLacks,
} from '../journey.ts'
import { newCycle } from './cycle.ts'
import { isComplete } from './review.ts'
import { reviewedCycles, unmetConditions } from './solved.ts'

type Write = (journey: JourneyState) => JourneyState

/** What people write between the events, complete, half and taken back again. */
const writes: Record<string, Write> = {
  describeChallenge: described,
  takeBackTheQuestion: (j) => write(j, 'challenge', { challenge: { ...j.challenge, learningQuestion: null } }),
  dropASign: (j) => write(j, 'challenge', { challenge: { ...j.challenge, successSigns: j.challenge.successSigns.slice(1) } }),
  planTrial: (j) => planned(j, [...(j.cycles.at(-1)?.steps ?? []), trial].slice(-1)),
  planReading: (j) => planned(j, [reading]),
  unplan: (j) => write(j, 'plan', inOpenCycle(j, { focus: null })),
  finishTrial: (j) => tried(j, 'done'),
  dropTrial: (j) => tried(j, 'dropped'),
  reviewGoingOn: (j) => reviewed(j, goingOn),
  reviewConvincing: (j) => reviewed(j, convincing),
  reviewHalf: (j) => reviewed(j, { ...goingOn, signs: { heard: 'met' } }),
  doubtAgain: (j) => reviewed(j, { ...convincing, progress: 2, toImprove: [true], nextMove: 'set_aside' }),
  writeClosing: (j) => closingWritten(j),
  closeHalf: (j) => closingWritten(j, { ...closingWords, whatMadeTheDifference: ' ' }),
}

const otherEvents: JourneyEvent[] = [
  { name: 'replan', changedStepIds: ['trial'] },
  { name: 'answerTransfer', answer: { metNewChallenge: 'not_yet', progress: null, supportUsed: null } },
  { name: 'autoPause', lastWriteOn: '2026-11-22' },
  { name: 'reframe', reason: '' },
]
const events: JourneyEvent[] = [...eventNames.map(soundEvent), ...otherEvents]

function written(journey: JourneyState, change: Write): JourneyState {
  try {
    return change(journey)
  } catch {
    return journey
  }
}

/** What the rules can tell apart; two journeys with the same key can do the same things. */
function keyOf(journey: JourneyState): string {
  const cycle = journey.cycles.at(-1)
  const signIds = journey.challenge.successSigns.map((sign) => sign.id)
  return JSON.stringify([
    placeOf(journey),
    missingFor(journey, 'start'),
    signIds.length,
    cycle?.state === 'open' && [Boolean(cycle.focus), cycle.tryStarted, cycle.steps.map((step) => [step.kind, step.status])],
    cycle?.review && [isComplete(cycle.review, signIds), cycle.review.nextMove],
    cycle && unmetConditions(journey.challenge, journey.cycles),
    reviewedCycles(journey.challenge, journey.cycles).some((counted) => counted.state === 'reviewed'),
    journey.closing?.whatMadeTheDifference,
    journey.transferCheck?.postponed,
  ])
}

interface Reached {
  readonly journey: JourneyState
  /** Keys that the learner alone reaches from here by writing or by one event. */
  readonly onward: Set<string>
}

function explore(): Map<string, Reached> {
  const first = create('amara')
  const reached = new Map<string, Reached>([[keyOf(first), { journey: first, onward: new Set() }]])
  for (const { journey, onward } of reached.values()) {
    const nextByLearner = [
      ...Object.values(writes).map((change) => written(journey, change)),
      ...events.flatMap((event) => results(journey, event, amara)),
    ]
    const nextByItself = events.flatMap((event) => results(journey, event, clockwork))
    for (const next of nextByLearner) onward.add(keyOf(next))
    for (const next of [...nextByLearner, ...nextByItself]) {
      if (!reached.has(keyOf(next))) reached.set(keyOf(next), { journey: next, onward: new Set() })
    }
  }
  return reached
}

function results(journey: JourneyState, event: JourneyEvent, act: Act): JourneyState[] {
  const answer = apply(journey, event, act)
  return answer.ok ? [answer.journey] : []
}

/** All keys from which the learner alone comes to a place that satisfies `goal`. */
function keysLeadingTo(reached: Map<string, Reached>, goal: (journey: JourneyState) => boolean): Set<string> {
  const leading = new Set([...reached].filter(([, { journey }]) => goal(journey)).map(([key]) => key))
  for (let before = -1; before !== leading.size; ) {
    before = leading.size
    for (const [key, { onward }] of reached) if (!leading.has(key) && [...onward].some((next) => leading.has(next))) leading.add(key)
  }
  return leading
}

describe('every journey there can be', () => {
  let reached: Map<string, Reached>
  beforeAll(() => {
    reached = explore()
  })

  test('is at one of fifteen places, and all fifteen are reached', () => {
    expect(reached.size).toBeGreaterThan(200)
    const found = new Set([...reached.values()].map(({ journey }) => placeOf(journey)))
    expect([...found].sort()).toEqual([
      'active close',
      'active evaluate',
      'active identify',
      'active plan',
      'active try',
      'closed passed_on done',
      'closed set_aside done',
      'closed solved done',
      'closed solved transfer',
      'draft identify',
      'paused close',
      'paused evaluate',
      'paused identify',
      'paused plan',
      'paused try',
    ])
  })

  test('keeps every invariant', () => {
    for (const { journey } of reached.values()) expect(brokenInvariants(journey), placeOf(journey)).toEqual([])
  })

  test('can be led to "solved" by its learner alone', () => {
    const leading = keysLeadingTo(reached, (journey) => journey.outcome === 'solved')
    expect([...reached.keys()].filter((key) => !leading.has(key))).toEqual([])
  })

  test('can be brought to an end at once by its learner alone, whatever is still missing', () => {
    for (const { journey } of reached.values()) {
      if (journey.status === 'active' || journey.status === 'paused')
        expect(results(journey, soundEvent('setAside'), amara)).toHaveLength(1)
    }
  })

  test('can be taken up again by its learner alone once it has ended', () => {
    for (const { journey } of reached.values()) {
      if (journey.status === 'closed') expect(results(journey, soundEvent('reopen'), amara)).toHaveLength(1)
    }
  })

  test('is moved by no facilitator', () => {
    for (const { journey } of reached.values()) for (const event of events) expect(results(journey, event, lena)).toEqual([])
  })

  test('says beforehand exactly what an event then refuses', () => {
    for (const { journey } of reached.values()) {
      for (const name of eventNames) {
        const answer = apply(journey, soundEvent(name), amara)
        if (!answer.ok && (answer.reason === 'wrong_phase' || answer.reason === 'not_the_system')) continue
        const lacking = whatLacks(journey, name)
        expect(answer.ok ? null : answer, `${name} from ${placeOf(journey)}`).toEqual(lacking && { ok: false, ...lacking })
      }
    }
  })
})

describe('invariants notice', () => {
  const draft = create('amara')
  test.each([
    ['draft_has_no_cycle', { phase: 'plan' }],
    ['active_works_on_one_cycle', { status: 'active', phase: 'try' }],
    ['paused_keeps_its_place', { status: 'paused', phase: 'done' }],
    ['closed_has_an_outcome', { status: 'closed', phase: 'done' }],
    ['transfer_follows_solved', { status: 'closed', outcome: 'set_aside', phase: 'transfer' }],
    ['transfer_follows_solved', { status: 'closed', outcome: 'solved', phase: 'transfer' }],
    ['somebody_learns', { learnerIds: [] }],
    ['cycles_count_without_gaps', { cycles: [newCycle(2, 1)] }],
    ['cycles_count_without_gaps', { cycles: [newCycle(1, 1), newCycle(2, 1)] }],
    ['reviewed_has_a_review', { cycles: [{ ...newCycle(1, 1), state: 'reviewed' }] }],
  ] as const)('%s', (invariant, broken) => {
    expect(brokenInvariants({ ...draft, ...broken })).toContain(invariant)
  })
})

/** A walk through what can really happen: at every point one of the things that change something, by whomever. */
const anyWalk = fc.tuple(fc.constantFrom(...Object.values(places)), fc.array(fc.nat(), { minLength: 20, maxLength: 60 }))
/** Walked more often, so that walks come far. */
const waysAhead: EventName[] = [
  'beginTrying',
  'evaluate',
  'nextCycle',
  'declareSolved',
  'closeSolved',
  'answerTransfer',
  'reopen',
  'resume',
]

interface Stride {
  readonly before: JourneyState
  readonly after: JourneyState
  readonly effects: readonly Effect[]
  readonly byEvent: boolean
}

function walk([start, choices]: [JourneyState, readonly number[]], look: (stride: Stride) => void) {
  let before = start
  for (const choice of choices) {
    const possible = stridesFrom(before)
    const stride = possible[choice % possible.length]!
    look(stride)
    before = stride.after
  }
}

function stridesFrom(before: JourneyState): Stride[] {
  const byWriting = Object.values(writes).map((change) => ({ before, after: written(before, change), effects: [], byEvent: false }))
  const ahead = waysAhead.flatMap((name) => Array<JourneyEvent>(5).fill(soundEvent(name)))
  const byEvent = [amara, lena, clockwork].flatMap((act) => [...events, ...ahead].map((event) => apply(before, event, act)))
  return [
    ...byWriting.filter(({ after }) => after !== before),
    ...byEvent.flatMap((answer) => (answer.ok ? [{ before, after: answer.journey, effects: answer.effects, byEvent: true }] : [])),
  ]
}

test('on any walk the invariants hold, and what has been closed stays as it was', () => {
  fc.assert(
    fc.property(anyWalk, (steps) => {
      walk(steps, ({ before, after }) => {
        const closedBefore = before.cycles.filter((cycle) => cycle.state !== 'open')
        expect(brokenInvariants(after)).toEqual([])
        expect(after.cycles.slice(0, closedBefore.length)).toEqual(closedBefore)
        expect(after.challenge.version).toBeGreaterThanOrEqual(before.challenge.version)
      })
    }),
  )
})

test('on any walk no event removes a step or a word of the challenge, and the effects tell which cycles open and close', () => {
  const stepIds = ({ cycles }: JourneyState) => cycles.map((cycle) => cycle.steps.map((step) => step.id))
  const isClosed = ({ cycles }: JourneyState) => cycles.filter((cycle) => cycle.state !== 'open').length
  fc.assert(
    fc.property(anyWalk, (steps) => {
      walk(steps, ({ before, after, effects, byEvent }) => {
        if (!byEvent) return
        const told = (name: Effect['name']) => effects.filter((effect) => effect.name === name).length
        expect(stepIds(after).slice(0, before.cycles.length)).toEqual(stepIds(before))
        expect({ ...after.challenge, version: 0 }).toEqual({ ...before.challenge, version: 0 })
        expect(after.cycles.length - before.cycles.length).toBe(told('openCycle'))
        expect(isClosed(after) - isClosed(before)).toBe(told('closeCycle'))
        expect(after.challenge.version - before.challenge.version).toBe(told('newChallengeVersion'))
      })
    }),
  )
})
