import fc from 'fast-check'
import { expect, test } from 'vitest'
import published from './content/quickscan.testvectors.json' with { type: 'json' }
import {
  type Answers,
  assumed,
  bandOf,
  change,
  comparable,
  dimensions,
  errorOf,
  type Form,
  inFocus,
  instrument,
  interval,
  itemsOf,
  measureOf,
  ranked,
  score,
  shown,
  suggestedImpulses,
} from './quickscan.ts'

const raw = fc.option(fc.integer({ min: 1, max: 6 }), { nil: null })
const answering = (form: Form, one: fc.Arbitrary<number | null> = raw): fc.Arbitrary<Record<string, number | null>> =>
  fc.tuple(...itemsOf(form).map(() => one)).map((given) => Object.fromEntries(itemsOf(form).map(({ id }, index) => [id, given[index]!])))
const all = (answerTo: (item: { id: string; dimension: string; reverse: boolean }) => number | null): Answers =>
  Object.fromEntries(itemsOf('full').map((item) => [item.id, answerTo(item)]))
/** Everybody agrees this much in each dimension, in the direction of the dimension. */
const keyed = (levels: Partial<Record<string, number>>, otherwise = 4) =>
  all(({ dimension, reverse }) => {
    const level = levels[dimension] ?? otherwise
    return reverse ? 7 - level : level
  })

for (const { name, form, answers, expected } of published.vectors)
  test(`as published: ${name}`, () => {
    const found = score(answers as unknown as Answers, form as Form)
    expect(Object.keys(found).sort()).toEqual(Object.keys(expected).sort())
    const { dimensions: values, overall, ...words } = found
    for (const dimension of dimensions)
      expect(Math.abs(values[dimension]! - expected.dimensions[dimension])).toBeLessThanOrEqual(published.tolerance)
    expect(Math.abs(overall! - expected.overall)).toBeLessThanOrEqual(published.tolerance)
    expect(words).toEqual(Object.fromEntries(Object.entries(expected).filter(([key]) => key !== 'dimensions' && key !== 'overall')))
  })

for (const { scope, t1, t2, rci, expected } of published.change)
  test(`as published: from ${t1} to ${t2} is ${expected}`, () => {
    const found = change({ scope: scope as 'dimension', t1, t2 })!
    expect(found.verdict).toBe(expected)
    expect(Math.abs(found.rci - rci)).toBeLessThanOrEqual(published.tolerance)
  })

test('every value lies between 0 and 100, and its band is the one of that value', () => {
  fc.assert(
    fc.property(answering('full'), (answers) => {
      const found = score(answers, 'full')
      for (const value of [...Object.values(found.dimensions), found.overall])
        if (value !== null) expect(value >= 0 && value <= 100).toBe(true)
      for (const dimension of dimensions) expect(found.bands[dimension]).toBe(bandOf(found.dimensions[dimension]))
    }),
  )
})

test('a dimension has a value from 3 of its 4 answers on, in the short form only from both', () => {
  for (const [form, least] of [
    ['full', 3],
    ['short', 2],
  ] as const)
    fc.assert(
      fc.property(answering(form), (answers) => {
        const { dimensions: values, overall } = score(answers, form)
        for (const dimension of dimensions) {
          const given = itemsOf(form).filter((item) => item.dimension === dimension && answers[item.id] !== null).length
          expect(values[dimension] !== null).toBe(given >= least)
        }
        expect(overall !== null).toBe(dimensions.filter((dimension) => values[dimension] !== null).length >= 5)
      }),
    )
})

test('what is no answer counts as not given, and left out is the same as not given', () => {
  const nonsense = fc.constantFrom(0, 7, -1, 3.5, Number.NaN, Number.POSITIVE_INFINITY, '4', true, [], {}, undefined)
  fc.assert(
    fc.property(answering('full'), fc.array(nonsense, { minLength: 24, maxLength: 24 }), (answers, wrong) => {
      const tampered = Object.fromEntries(Object.entries(answers).map(([id, value], index) => [id, value ?? wrong[index]]))
      const given = Object.fromEntries(Object.entries(answers).filter(([, value]) => value !== null))
      expect(score(tampered as Answers, 'full')).toEqual(score(answers, 'full'))
      expect(score({ ...given, 'qs-else-9': 6, constructor: 6 }, 'full')).toEqual(score(answers, 'full'))
    }),
  )
})

test('agreeing to everything the other way round turns every value around 50', () => {
  fc.assert(
    fc.property(answering('full'), (answers) => {
      const turned = Object.fromEntries(Object.entries(answers).map(([id, value]) => [id, value === null ? null : 7 - value]))
      const [there, back] = [score(answers, 'full'), score(turned, 'full')]
      for (const dimension of dimensions) {
        const value = there.dimensions[dimension]
        expect(back.dimensions[dimension]).toEqual(value === null ? null : expect.closeTo(100 - value, 9))
      }
    }),
  )
})

test('the order in which answers were given means nothing', () => {
  fc.assert(
    fc.property(answering('full'), fc.array(fc.integer(), { minLength: 24, maxLength: 24 }), (answers, order) => {
      const shuffled = Object.entries(answers)
        .map((entry, index) => ({ entry, rank: order[index]! }))
        .sort((a, b) => a.rank - b.rank)
      expect(score(Object.fromEntries(shuffled.map(({ entry }) => entry)), 'full')).toEqual(score(answers, 'full'))
    }),
  )
})

test('more agreement in the direction of a dimension never lowers its value', () => {
  fc.assert(
    fc.property(answering('full', fc.integer({ min: 1, max: 6 })), fc.nat(23), (answers, at) => {
      const item = itemsOf('full')[at]!
      const now = answers[item.id]!
      const more = Math.min(6, Math.max(1, now + (item.reverse ? -1 : 1)))
      const after = score({ ...answers, [item.id]: more }, 'full').dimensions[item.dimension]!
      expect(after).toBeGreaterThanOrEqual(score(answers, 'full').dimensions[item.dimension]!)
    }),
  )
})

test('a missing answer does not shift the weight of its dimension', () => {
  const answers = { ...keyed({ goal: 6 }, 1), 'qs-goal-1': null }
  expect(score(answers, 'full').overall).toBeCloseTo(100 / 6, 9)
})

test('numbers are rounded half up, and only when they are shown', () => {
  expect([49.5, 0.5, 2.5, 49.49, 100, 0].map(shown)).toEqual([50, 1, 3, 49, 100, 0])
  fc.assert(fc.property(fc.double({ min: 0, max: 100, noNaN: true }), (value) => Math.abs(shown(value) - value) <= 0.5 + 1e-9))
  const { bands, dimensions: values } = score({ ...keyed({}), 'qs-goal-1': 4, 'qs-goal-2': 3, 'qs-goal-3': 3, 'qs-goal-4': null }, 'full')
  expect([shown(values.goal!), bands.goal]).toEqual([47, 'discover'])
})

test('bands begin at their lower boundary', () => {
  expect([0, 49.999, 50, 74.999, 75, 100, null].map(bandOf)).toEqual([
    'discover',
    'discover',
    'strengthen',
    'strengthen',
    'share',
    'share',
    null,
  ])
})

test('less than 5 from a boundary the neighbouring band is named, at 5 it is not', () => {
  const nearOf = (...goal: number[]) => {
    const [a, b, c, d] = goal
    const answers = { ...keyed({}), 'qs-goal-1': a, 'qs-goal-2': b, 'qs-goal-3': c, 'qs-goal-4': d }
    const found = score(answers, 'full')
    return [found.dimensions.goal, found.near.goal]
  }
  expect(nearOf(4, 4, 3, 4)).toEqual([50, 'discover'])
  expect(nearOf(4, 4, 4, 4)).toEqual([55, null])
  expect(nearOf(5, 5, 5, 3)).toEqual([75, 'strengthen'])
  expect(nearOf(5, 5, 5, 4)).toEqual([70, null])
})

test('patterns come in their order, at most two, and only where all six dimensions have a value', () => {
  const patterns = (levels: Record<string, number>, otherwise?: number) => score(keyed(levels, otherwise), 'full').patterns
  expect(patterns({ drive: 1, network: 1, reflect: 1, try: 6 }, 6)).toEqual(['drive-low', 'network-low'])
  expect(patterns({ network: 3 }, 5)).toEqual(['network-low'])
  expect(patterns({ goal: 5, plan: 5, try: 3 })).toEqual(['plan-over-try', 'one-peak'])
  expect(patterns({ try: 5, goal: 3, plan: 3, reflect: 5 })).toEqual(['try-over-plan', 'one-peak'])
  expect(patterns({ network: 6 }, 4)).toEqual(['one-peak'])
  expect(patterns({}, 2)).toEqual(['even-discover'])
  expect(patterns({ goal: 3, plan: 5, network: 5, drive: 5 })).toEqual(['mixed'])
  fc.assert(
    fc.property(answering('full'), (answers) => {
      const found = score(answers, 'full')
      expect(found.patterns.length > 0).toBe(Object.values(found.dimensions).every((value) => value !== null))
      expect(found.patterns.length).toBeLessThanOrEqual(2)
    }),
  )
})

test('support is suggested from what was answered and is never independence', () => {
  const support = (levels: Record<string, number>, otherwise?: number) => score(keyed(levels, otherwise), 'full').support
  expect(support({}, 6)).toBe('on_call')
  expect(support({ drive: 2 }, 6)).toBe('guided')
  expect(support({ goal: 2, plan: 2 }, 6)).toBe('guided')
  expect(support({ goal: 3 }, 6)).toBe('regular')
  expect(score({}, 'full').support).toBeNull()
  fc.assert(fc.property(answering('full'), (answers) => [null, 'guided', 'regular', 'on_call'].includes(score(answers, 'full').support)))
})

test('answers that are all alike, or point both ways, are noticed from their limits on', () => {
  const ids = itemsOf('full').map(({ id }) => id)
  const alike = (count: number) => Object.fromEntries(ids.map((id, index) => [id, index < count ? 4 : null]))
  expect([alike(20), alike(19), { ...alike(24), [ids[0]!]: 5 }].map((answers) => score(answers, 'full').straightlining)).toEqual([
    true,
    false,
    false,
  ])
  const bothWays = (apart: number, high = 6) =>
    all(({ dimension, reverse }) => (dimensions.indexOf(dimension as 'goal') < apart ? (reverse ? 6 : high) : 4))
  expect([bothWays(4), bothWays(3), bothWays(6, 4)].map((answers) => score(answers, 'full').inconsistent)).toEqual([true, false, false])
})

test('an interval is one standard error to each side and stays within the scale', () => {
  const measure = measureOf('goal', 'full')!
  expect(errorOf(measure)).toBeCloseTo(instrument.measurement.full.dimension.sem, 3)
  expect(errorOf(assumed.full.overall)).toBeCloseTo(instrument.measurement.full.overall.sem, 3)
  expect(errorOf(assumed.short.overall)).toBeCloseTo(instrument.measurement.short.overall.sem, 3)
  expect(interval(50, measure).high).toBeCloseTo(59.859, 3)
  expect(interval(100, measure).high).toBe(100)
  expect(interval(0, measure).low).toBe(0)
})

test('a change is as large backwards as forwards, and none is about the same', () => {
  const points = fc.double({ min: 0, max: 100, noNaN: true })
  const mirrored = { up: 'down', down: 'up', error: 'error' } as const
  fc.assert(
    fc.property(points, points, fc.constantFrom('goal', 'overall'), (t1, t2, scope) => {
      const [there, back] = [change({ scope, t1, t2 })!, change({ scope, t1: t2, t2: t1 })!]
      const end = there.verdict.split('_').at(-1) as keyof typeof mirrored
      expect(back.rci).toBeCloseTo(-there.rci, 9)
      expect(back.verdict).toBe(there.verdict.replace(end, mirrored[end]))
      expect(change({ scope, t1, t2: t1 })!.verdict).toBe('within_error')
    }),
  )
})

test('the short form says nothing about change in a dimension, nor does a dimension measured too loosely', () => {
  expect(change({ scope: 'goal', t1: 0, t2: 100, form: 'short' })).toBeNull()
  expect(change({ scope: 'overall', t1: 40, t2: 60, form: 'short' })?.verdict).toBe('reliable_up')
  const loose = { ...assumed, full: { ...assumed.full, dimension: { alpha: 0.59, sd: 18 } } }
  expect(change({ scope: 'goal', t1: 0, t2: 100, constants: loose })).toBeNull()
})

test('a full and a short scan are compared on the twelve statements that both have', () => {
  fc.assert(
    fc.property(answering('full'), answering('short'), (full, short) => {
      const compared = comparable({ form: 'full', answers: full }, { form: 'short', answers: short })
      expect(compared).toEqual({ form: 'short', t1: score(full, 'short'), t2: score(short, 'short') })
    }),
  )
})

test('the highest and the two lowest dimensions stand open, equal ones in the order of the axes', () => {
  const values = score(keyed({ reflect: 6, plan: 2, drive: 2 }), 'full').dimensions
  expect(ranked(values)).toEqual(['reflect', 'goal', 'try', 'network', 'plan', 'drive'])
  expect(inFocus(values)).toEqual(['reflect', 'drive', 'plan'])
  expect(inFocus({ ...values, goal: null, try: null, network: null, plan: null, drive: null })).toEqual(['reflect'])
})

test('impulses come for the two lowest dimensions, in the current phase first, and one for the strength', () => {
  const impulse = (dimension: string, phase: string) => ({ id: `${dimension}-${phase}`, dimension, phase })
  const impulses = ['plan', 'try'].flatMap((phase) => dimensions.map((dimension) => impulse(dimension, phase)))
  const values = score(keyed({ goal: 6, plan: 3, try: 2 }), 'full').dimensions
  expect(suggestedImpulses(values, impulses, 'try').map(({ id }) => id)).toEqual(['try-try', 'plan-try', 'goal-try'])
  expect(suggestedImpulses(values, impulses).map(({ id }) => id)).toEqual(['try-plan', 'plan-plan', 'goal-plan'])
})

test('the instrument is what it says: 24 statements, 12 of them short, six turned and never side by side', () => {
  expect(itemsOf('full').map(({ id }) => id)).toEqual(instrument.forms.full.ids)
  expect(itemsOf('short').map(({ id }) => id)).toEqual(instrument.forms.short.ids)
  expect(itemsOf('short').filter(({ reverse }) => reverse)).toEqual([])
  const turned = itemsOf('full').flatMap(({ reverse }, index) => (reverse ? [index + 1] : []))
  expect(turned).toEqual([8, 11, 13, 16, 18, 21])
})
