import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { CycleFacts, StepFacts } from './signals.ts'
import { type SupportFacts, suggestionFor } from './suggestion.ts'
import { isOneLevel, supportLevels } from './support-level.ts'
import { thresholds } from './thresholds.ts'

const done: StepFacts = { createdBy: 'learner', isTrialAtWork: true, status: 'done', confidence: 5 }
const planned: StepFacts = { ...done, status: 'planned' }
/** All six signals say yes. */
const sure: CycleFacts = {
  steps: [done],
  reviewSavedAt: 100,
  sessionsAt: [],
  nextPlan: { fromFindings: 1, isMade: true },
  helpAskedOfOthers: 0,
  obstacleTags: [],
  progress: 2,
  confidenceNow: 6,
  lead: ['learner'],
}
/** Signals that say no: those named. */
const against = {
  S1: { steps: [{ ...done, createdBy: 'facilitator' as const }] },
  S3: { sessionsAt: [0] },
  S5: { confidenceNow: 5 },
  S6: { lead: ['facilitator' as const] },
}
/** Signals that are unknown: those named. */
const without = { S3: { nextPlan: null }, S5: { progress: null }, S6: { lead: [] } }

const facts = (given: Partial<SupportFacts> = {}): SupportFacts => ({
  level: 'regular',
  heldForAFullCycle: true,
  riskFlags: ['none'],
  cycles: [sure, sure],
  ...given,
})
const change = (given: Partial<SupportFacts>) => suggestionFor(facts(given))?.change ?? null

describe('less support', () => {
  test('is suggested by one level, with what was counted', () => {
    expect(suggestionFor(facts())).toEqual({ change: 'less', to: 'on_call', known: 6, yes: 6 })
  })

  test('two thirds of what is known have to say yes', () => {
    expect(change({ cycles: [sure, { ...sure, ...against.S5, ...against.S6 }] })).toBe('less')
    expect(change({ cycles: [sure, { ...sure, ...against.S3, ...against.S5, ...against.S6 }] })).toBeNull()
  })

  test('four have to be known', () => {
    expect(change({ cycles: [sure, { ...sure, ...without.S3, ...without.S5 }] })).toBe('less')
    expect(change({ cycles: [sure, { ...sure, ...without.S3, ...without.S5, ...without.S6 }] })).toBeNull()
  })

  test('the cycle before has to have half of four known', () => {
    expect(change({ cycles: [{ ...sure, ...against.S3, ...against.S5, ...against.S6 }, sure] })).toBe('less')
    expect(change({ cycles: [{ ...sure, ...against.S1, ...against.S3, ...against.S5, ...against.S6 }, sure] })).toBeNull()
    expect(change({ cycles: [{ ...sure, ...without.S3, ...without.S5, ...without.S6 }, sure] })).toBeNull()
    expect(change({ cycles: [sure] })).toBeNull()
  })

  test('the level has to have been held for a whole cycle', () => {
    expect(change({ heldForAFullCycle: false })).toBeNull()
  })

  test.each(['safety', 'legal'])('with %s at stake two people talk about it first', (flag) => {
    expect(change({ riskFlags: [flag] })).toBe('talk_first')
    expect(change({ riskFlags: [flag], cycles: [sure] })).toBeNull()
  })

  test('customer data alone does not stand in the way', () => expect(change({ riskFlags: ['customer_data'] })).toBe('less'))

  test('whoever is on their own has no less', () => expect(change({ level: 'independent' })).toBeNull())
})

describe('more support', () => {
  const low: CycleFacts = { ...sure, confidenceNow: 3 }
  const busy: CycleFacts = { ...sure, obstacleTags: ['people', 'time'] }

  test('after two cycles running with a confidence of three or less', () => {
    expect(suggestionFor(facts({ cycles: [low, low] }))).toEqual({ change: 'more', to: 'guided', because: 'low_confidence' })
    expect(change({ cycles: [low, { ...low, confidenceNow: 4 }] })).not.toBe('more')
    expect(change({ cycles: [low, sure, low] })).not.toBe('more')
    expect(change({ cycles: [low, { ...low, confidenceNow: null }] })).not.toBe('more')
    expect(change({ cycles: [low] })).toBeNull()
  })

  test('after three cycles running with the same obstacle', () => {
    const sameOne = { ...busy, obstacleTags: ['time'] }
    expect(suggestionFor(facts({ cycles: [busy, sameOne, busy] }))).toEqual({
      change: 'more',
      to: 'guided',
      because: 'same_obstacle',
      obstacle: 'time',
    })
    expect(change({ cycles: [busy, busy] })).not.toBe('more')
    expect(change({ cycles: [busy, { ...busy, obstacleTags: ['tools'] }, busy] })).not.toBe('more')
  })

  test('after two cycles running in which no step was finished', () => {
    const stuck: CycleFacts = { ...sure, steps: [planned, { ...done, status: 'partly_done' }] }
    expect(suggestionFor(facts({ cycles: [stuck, stuck] }))).toMatchObject({ change: 'more', because: 'nothing_finished' })
    expect(change({ cycles: [stuck, { ...stuck, steps: [planned, done] }] })).not.toBe('more')
  })

  test('goes before less, needs no cycle at the same level, and risks do not matter to it', () => {
    expect(change({ cycles: [low, low], heldForAFullCycle: false, riskFlags: ['safety'] })).toBe('more')
  })

  test('there is none closer than close', () => expect(change({ level: 'guided', cycles: [low, low] })).not.toBe('more'))
})

describe('every limit of a suggestion stands in the one record, and nowhere else', () => {
  const threeKnown: CycleFacts = { ...sure, ...without.S3, ...without.S5, ...without.S6 }
  const twoThirds: CycleFacts = { ...sure, ...against.S5, ...against.S6 }
  const half: CycleFacts = { ...sure, ...against.S3, ...against.S5, ...against.S6 }
  test.each([
    ['known', 3, [threeKnown, threeKnown], null, 'less'],
    ['share', 0.7, [sure, twoThirds], 'less', null],
    ['shareBefore', 0.6, [half, sure], 'less', null],
  ] as const)('less support: %s of %d', (name, limit, cycles, usual, otherwise) => {
    const limits = { ...thresholds, lessSupport: { ...thresholds.lessSupport, [name]: limit } }
    expect([change({ cycles }), suggestionFor(facts({ cycles }), limits)?.change ?? null]).toEqual([usual, otherwise])
  })

  const low: CycleFacts = { ...half, confidenceNow: 4 }
  const lower: CycleFacts = { ...half, confidenceNow: 3 }
  const stuck: CycleFacts = { ...half, obstacleTags: ['time'] }
  const unfinished: CycleFacts = { ...half, steps: [planned] }
  test.each([
    ['confidence', 4, [low, low], null, 'more'],
    ['lowFor', 3, [lower, lower], 'more', null],
    ['sameObstacleFor', 2, [stuck, stuck], null, 'more'],
    ['nothingFinishedFor', 3, [unfinished, unfinished], 'more', null],
  ] as const)('more support: %s of %d', (name, limit, cycles, usual, otherwise) => {
    const limits = { ...thresholds, moreSupport: { ...thresholds.moreSupport, [name]: limit } }
    expect([change({ cycles }), suggestionFor(facts({ cycles }), limits)?.change ?? null]).toEqual([usual, otherwise])
  })
})

test('whatever happened, support changes by one level or not at all', () => {
  const anyCycle = fc.constantFrom<CycleFacts>(
    sure,
    { ...sure, confidenceNow: 2, obstacleTags: ['time'] },
    { ...sure, steps: [planned] },
    { ...sure, lead: ['facilitator'] },
  )
  fc.assert(
    fc.property(fc.constantFrom(...supportLevels), fc.array(anyCycle, { maxLength: 5 }), fc.boolean(), (level, cycles, held) => {
      const found = suggestionFor(facts({ level, cycles, heldForAFullCycle: held }))
      if (found && found.change !== 'talk_first') expect(isOneLevel(level, found.to)).toBe(true)
    }),
  )
})
