import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { type CycleFacts, type SignalId, type StepFacts, signalsOf, tally } from './signals.ts'
import { type Thresholds, thresholds } from './thresholds.ts'

const step = (given: Partial<StepFacts> = {}): StepFacts => ({
  createdBy: 'learner',
  isTrialAtWork: false,
  status: 'done',
  confidence: null,
  ...given,
})
const steps = (count: number, given: Partial<StepFacts> = {}) => Array.from({ length: count }, () => step(given))
const cycle = (given: Partial<CycleFacts> = {}): CycleFacts => ({
  steps: steps(2),
  reviewSavedAt: 100,
  sessionsAt: [],
  nextPlan: { fromFindings: 1, isMade: true },
  helpAskedOfOthers: 0,
  obstacleTags: [],
  progress: 2,
  confidenceNow: 6,
  lead: ['learner'],
  ...given,
})
const signal = (id: SignalId, given: Partial<CycleFacts>, before?: Partial<CycleFacts>) =>
  signalsOf(cycle(given), before && cycle(before)).find((one) => one.id === id)!
const is = (...asked: Parameters<typeof signal>) => signal(...asked).is

describe('S1, an own plan', () => {
  test('four of five steps of one’s own are enough, three of four are not', () => {
    expect(signal('S1', { steps: [...steps(4), step({ createdBy: 'facilitator' })] })).toEqual({
      id: 'S1',
      is: 'yes',
      because: 'own_steps',
      counted: { own: 4, all: 5 },
    })
    expect(is('S1', { steps: [...steps(3), step({ createdBy: 'facilitator' })] })).toBe('no')
  })

  test('is unknown without a step', () => expect(is('S1', { steps: [] })).toBe('unknown'))
})

describe('S2, a realistic plan', () => {
  const plan = (kept: number, all: number) => [...steps(kept), ...steps(all - kept, { status: 'planned' })]

  test('seven of ten steps are enough, two of three are not', () => {
    expect(is('S2', { steps: plan(7, 10) })).toBe('yes')
    expect(is('S2', { steps: plan(2, 3) })).toBe('no')
    expect(signal('S2', { steps: plan(2, 3) }).counted).toEqual({ went: 2, all: 3 })
  })

  test.each([
    ['done', 'yes'],
    ['partly_done', 'yes'],
    ['changed', 'yes'],
    ['dropped', 'no'],
    ['doing', 'no'],
    ['planned', 'no'],
  ] as const)('a step that is %s: %s', (status, said) => expect(is('S2', { steps: [step({ status })] })).toBe(said))

  test('is unknown without a step', () => expect(is('S2', { steps: [] })).toBe('unknown'))
})

describe('S3, an own review', () => {
  test('a conversation before the review was written speaks against it, one afterwards does not', () => {
    expect(is('S3', { sessionsAt: [99] })).toBe('no')
    expect(is('S3', { sessionsAt: [100] })).toBe('yes')
    expect(is('S3', { sessionsAt: [] })).toBe('yes')
  })

  test('one step from a finding is enough once the plan is made, none is not', () => {
    expect(is('S3', { nextPlan: { fromFindings: 1, isMade: true } })).toBe('yes')
    expect(is('S3', { nextPlan: { fromFindings: 0, isMade: true } })).toBe('no')
  })

  test('is unknown while the next plan may still use what was found, and where no plan followed', () => {
    expect(is('S3', { nextPlan: { fromFindings: 0, isMade: false } })).toBe('unknown')
    expect(is('S3', { nextPlan: null })).toBe('unknown')
    expect(is('S3', { nextPlan: { fromFindings: 2, isMade: false } })).toBe('yes')
  })
})

describe('S4, good help seeking', () => {
  test('somebody else was asked in this cycle or the one before', () => {
    expect(is('S4', { obstacleTags: ['time'], helpAskedOfOthers: 1 })).toBe('yes')
    expect(is('S4', { obstacleTags: ['time'], helpAskedOfOthers: 0 }, { helpAskedOfOthers: 1 })).toBe('yes')
    expect(is('S4', { obstacleTags: ['time'], helpAskedOfOthers: 0 }, { helpAskedOfOthers: 0 })).toBe('no')
  })

  test('or nothing stood in the way', () => expect(is('S4', { obstacleTags: [], helpAskedOfOthers: 0 })).toBe('yes'))

  test('is unknown where questions cannot be counted and something stood in the way', () => {
    expect(is('S4', { obstacleTags: ['time'], helpAskedOfOthers: null })).toBe('unknown')
    expect(is('S4', { obstacleTags: ['time'], helpAskedOfOthers: 0 }, { helpAskedOfOthers: null })).toBe('unknown')
    expect(is('S4', { obstacleTags: [], helpAskedOfOthers: null })).toBe('yes')
  })
})

describe('S5, calibrated confidence', () => {
  const trial = (confidence: number | null) => step({ isTrialAtWork: true, confidence })
  const calibrated = (confidence: number | null, progress: number | null, confidenceNow: number | null) =>
    is('S5', { steps: [trial(confidence)], progress, confidenceNow })

  test('up to three beside two and a half times the progress', () => {
    expect(calibrated(8, 2, 6)).toBe('yes')
    expect(calibrated(2, 2, 6)).toBe('yes')
    expect(calibrated(9, 2, 6)).toBe('no')
    expect(calibrated(1, 2, 6)).toBe('no')
    expect(calibrated(4, 3, 6)).toBe('no')
    expect(calibrated(5, 3, 6)).toBe('yes')
  })

  test('and six or more at the end', () => {
    expect(calibrated(5, 2, 6)).toBe('yes')
    expect(calibrated(5, 2, 5)).toBe('no')
  })

  test('looks at the first trial at work that has a value, and at nothing else', () => {
    const plan = [step({ confidence: 0 }), trial(null), trial(5), trial(10)]
    expect(signal('S5', { steps: plan })).toMatchObject({ is: 'yes', counted: { expected: 5, progress: 2, now: 6 } })
  })

  test('is unknown as soon as one value is missing, whatever the others are', () => {
    expect(calibrated(null, 2, 0)).toBe('unknown')
    expect(calibrated(5, null, 0)).toBe('unknown')
    expect(calibrated(0, 4, null)).toBe('unknown')
    expect(is('S5', { steps: [step({ confidence: 5 })] })).toBe('unknown')
  })
})

describe('S6, the learner leads', () => {
  test('in two of three phases, and nobody else in any', () => {
    expect(is('S6', { lead: ['learner', 'learner', 'shared'] })).toBe('yes')
    expect(is('S6', { lead: ['learner', 'shared'] })).toBe('no')
    expect(is('S6', { lead: ['learner', 'learner', 'learner', 'facilitator'] })).toBe('no')
    expect(is('S6', { lead: ['learner'] })).toBe('yes')
  })

  test('is unknown where nothing was said', () => expect(is('S6', { lead: [] })).toBe('unknown'))
})

const oneOfFour = [...steps(3), step({ createdBy: 'facilitator', status: 'planned' })]
test.each([
  ['S1', { ownSteps: 0.75 }, { steps: oneOfFour }, 'no', 'yes'],
  ['S2', { keptSteps: 0.8 }, { steps: oneOfFour }, 'yes', 'no'],
  ['S5', { confidenceApart: 2.9 }, { steps: [step({ isTrialAtWork: true, confidence: 8 })] }, 'yes', 'no'],
  ['S5', { confidentFrom: 7 }, { steps: [step({ isTrialAtWork: true, confidence: 5 })] }, 'yes', 'no'],
  ['S6', { learnerLeads: 0.5 }, { lead: ['learner', 'shared'] }, 'no', 'yes'],
] as const)('%s with %o gives another answer: nothing is set anywhere else', (id, changed, given, usual, otherwise) => {
  const said = (limits: Thresholds) => signalsOf(cycle(given), undefined, limits).find((one) => one.id === id)!.is
  expect([said(thresholds), said({ ...thresholds, ...changed })]).toEqual([usual, otherwise])
})

test('what is unknown counts neither for nor against', () => {
  expect(tally([{ is: 'yes' }, { is: 'no' }, { is: 'unknown' }])).toEqual({ known: 2, yes: 1 })
})

test('a cycle of which nothing is known says no to nothing', () => {
  const blank = cycle({ steps: [], nextPlan: null, helpAskedOfOthers: null, obstacleTags: ['time'], progress: null, confidenceNow: null })
  expect(signalsOf({ ...blank, lead: [] }, undefined).map((one) => one.is)).toEqual(Array(6).fill('unknown'))
})

test('there are always six, in their order', () => {
  const anyCycle = fc.record({
    steps: fc.array(
      fc.record({
        createdBy: fc.constantFrom('learner', 'facilitator'),
        isTrialAtWork: fc.boolean(),
        status: fc.constantFrom('planned', 'doing', 'done', 'partly_done', 'changed', 'dropped'),
        confidence: fc.option(fc.integer({ min: 0, max: 10 })),
      }),
      { maxLength: 7 },
    ),
    reviewSavedAt: fc.nat(),
    sessionsAt: fc.array(fc.nat(), { maxLength: 3 }),
    nextPlan: fc.option(fc.record({ fromFindings: fc.nat({ max: 3 }), isMade: fc.boolean() })),
    helpAskedOfOthers: fc.option(fc.nat({ max: 3 })),
    obstacleTags: fc.uniqueArray(fc.constantFrom('time', 'tools', 'people'), { maxLength: 3 }),
    progress: fc.option(fc.integer({ min: 0, max: 4 })),
    confidenceNow: fc.option(fc.integer({ min: 0, max: 10 })),
    lead: fc.array(fc.constantFrom('facilitator', 'shared', 'learner'), { maxLength: 4 }),
  }) as fc.Arbitrary<CycleFacts>
  fc.assert(
    fc.property(anyCycle, fc.option(anyCycle, { nil: undefined }), (facts, before) => {
      const signals = signalsOf(facts, before)
      expect(signals.map((one) => one.id)).toEqual(['S1', 'S2', 'S3', 'S4', 'S5', 'S6'])
      for (const { counted } of signals) expect(Object.values(counted).every(Number.isFinite)).toBe(true)
    }),
  )
})
