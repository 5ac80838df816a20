import { expect, test } from 'vitest'
import { measureOf } from '../quickscan.ts'
import { alphaOf, feldtInterval, quantileOfF, reckon } from './reliability.ts'

test('the interval of α is the documented one: .85 with 7 items and 89 people', () => {
  const { low, high } = feldtInterval(0.85, 89, 7)
  expect([low.toFixed(4), high.toFixed(4)]).toEqual(['0.7971', '0.8931'])
})

test('quantiles of F are those of the tables', () => {
  expect(quantileOfF(0.95, 5, 10)).toBeCloseTo(3.3258, 4)
  expect(quantileOfF(0.975, 10, 20)).toBeCloseTo(2.7737, 4)
  expect(quantileOfF(0.5, 7, 7)).toBeCloseTo(1, 9)
})

test('α is 1 where all items say the same, and grows with what they share', () => {
  expect(alphaOf([1, 3, 4, 6].map((value) => [value, value, value]))).toBeCloseTo(1, 12)
  expect(
    alphaOf([
      [1, 2],
      [2, 1],
      [3, 4],
      [4, 3],
    ]),
  ).toBeCloseTo(0.75, 12)
})

/** People whose answers share `common` of their spread, the same ones in every run. */
function people(count: number, common: number): number[][] {
  let state = 7
  const random = () => {
    state = (state * 48271) % 2147483647
    return state / 2147483647
  }
  const bell = () => random() + random() + random() - 1.5
  return Array.from({ length: count }, () => {
    const level = bell() * common
    return Array.from({ length: 24 }, () => Math.min(6, Math.max(1, Math.round(3.5 + 2.2 * (level + bell() * (1 - common))))))
  })
}

test('below 200 donated scans nothing is reckoned', () => {
  expect(reckon(people(199, 0.6))).toMatchObject({ ok: false, needed: 200 })
})

test('from 200 on every scale gets a measure of its own, capped at .95', () => {
  const found = reckon(people(240, 0.6))
  if (!found.ok) throw new Error('expected constants')
  expect(found.constants.status).toBe('own')
  expect(found.constants.full.overall.alpha).toBe(0.95)
  expect(measureOf('goal', 'full', found.constants)).toEqual(found.constants.full.each?.goal)
  expect(found.constants.full.each?.goal.alpha).toBeCloseTo(found.scales[0]!.alpha, 12)
})

test('where α may lie below .50 no own constants come of it', () => {
  expect(reckon(people(240, 0.2))).toMatchObject({ ok: false })
})
