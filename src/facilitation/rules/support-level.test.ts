import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import {
  autonomyOf,
  closer,
  farther,
  firstLevels,
  heldForAFullCycle,
  heldSince,
  isOneLevel,
  levelAt,
  levelIn,
  levelOfCycle,
  levelsToWrite,
  overridePhases,
  supportLevels,
} from './support-level.ts'

const anyLevel = fc.constantFrom(...supportLevels)
const anyLevels = fc.array(fc.record({ level: anyLevel, from: fc.integer({ min: 0, max: 1000 }) }), { maxLength: 8 })

describe('the four levels', () => {
  test('grow in autonomy from 0 to 3', () => {
    expect(supportLevels.map(autonomyOf)).toEqual([0, 1, 2, 3])
  })

  test('a first journey begins close or regular', () => {
    expect(firstLevels).toEqual(['guided', 'regular'])
  })

  test('have one neighbour on each side, and none beyond the ends', () => {
    expect(supportLevels.map(closer)).toEqual([null, 'guided', 'regular', 'on_call'])
    expect(supportLevels.map(farther)).toEqual(['regular', 'on_call', 'independent', null])
  })

  test('change by exactly one at a time', () => {
    expect(isOneLevel('guided', 'regular')).toBe(true)
    expect(isOneLevel('independent', 'on_call')).toBe(true)
    expect(isOneLevel('guided', 'on_call')).toBe(false)
    expect(isOneLevel('regular', 'regular')).toBe(false)
  })
})

test('a version says one level beside the present one; a first journey starts close', () => {
  expect(levelsToWrite('guided', false)).toEqual(['guided', 'regular'])
  expect(levelsToWrite('regular', true)).toEqual(['guided', 'regular', 'on_call'])
  expect(levelsToWrite(null, true)).toEqual(['guided', 'regular'])
  expect(levelsToWrite(null, false)).toEqual(supportLevels)
})

describe('one phase may be one level closer', () => {
  test('plan alone, look back together', () => {
    expect(levelIn('on_call', { evaluate: true }, 'evaluate')).toBe('regular')
    expect(levelIn('on_call', { evaluate: true }, 'plan')).toBe('on_call')
  })

  test('never more than one, and never closer than close', () => {
    fc.assert(
      fc.property(anyLevel, fc.constantFrom(...overridePhases), (level, phase) => {
        const distance = autonomyOf(level) - autonomyOf(levelIn(level, { [phase]: true }, phase))
        expect(distance).toBe(level === 'guided' ? 0 : 1)
        expect(levelIn(level, {}, phase)).toBe(level)
      }),
    )
  })

  test('phases that nobody accompanies have the level of the journey', () => {
    expect(levelIn('regular', { plan: true }, 'transfer')).toBe('regular')
  })
})

describe('levels over time', () => {
  const levels = [
    { level: 'guided', from: 10 },
    { level: 'guided', from: 20 },
    { level: 'regular', from: 30 },
    { level: 'regular', from: 40 },
  ] as const

  test('hold from the moment both confirmed until the next', () => {
    expect([9, 10, 29, 30, 99].map((at) => levelAt(levels, at))).toEqual([null, 'guided', 'guided', 'regular', 'regular'])
  })

  test('renewing an agreement at the same level does not begin anew', () => {
    expect(heldSince(levels)).toBe(30)
    expect(heldSince(levels.slice(0, 2))).toBe(10)
    expect(heldSince([])).toBeNull()
  })

  test('a level that came back counts from when it came back', () => {
    expect(heldSince([...levels, { level: 'guided', from: 50 }])).toBe(50)
  })

  test('a full cycle begins after the level and is over', () => {
    expect(heldForAFullCycle(levels, [{ openedAt: 30, closedAt: 60 }])).toBe(true)
    expect(heldForAFullCycle(levels, [{ openedAt: 29, closedAt: 60 }])).toBe(false)
    expect(heldForAFullCycle(levels, [{ openedAt: 35, closedAt: null }])).toBe(false)
    expect(heldForAFullCycle([], [{ openedAt: 35, closedAt: 60 }])).toBe(false)
  })

  test('a cycle has the level at its end; an open one the present one', () => {
    expect(levelOfCycle(levels, { openedAt: 12, closedAt: 25 })).toBe('guided')
    expect(levelOfCycle(levels, { openedAt: 25, closedAt: 30 })).toBe('regular')
    expect(levelOfCycle(levels, { openedAt: 5, closedAt: 9 })).toBeNull()
    expect(levelOfCycle(levels, { openedAt: 5, closedAt: null })).toBe('regular')
  })

  test('the level held since then is the present one, whatever the order of the rows', () => {
    fc.assert(
      fc.property(anyLevels, (some) => {
        const since = heldSince(some)
        if (since !== null) expect(levelAt(some, since)).not.toBeNull()
        expect(since === null).toBe(some.length === 0)
      }),
    )
  })
})
