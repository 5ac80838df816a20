import { describe, expect, test } from 'vitest'
import { levelsToSuggest, overridesOf, supportIn, supportNow, trialIsOver, waitsFor } from './handover.ts'

describe('a handover', () => {
  test('goes one level, or stays and brings single phases closer', () => {
    expect(levelsToSuggest('guided')).toEqual(['regular', 'guided'])
    expect(levelsToSuggest('regular')).toEqual(['on_call', 'regular', 'guided'])
    expect(levelsToSuggest('independent')).toEqual(['independent', 'on_call'])
  })

  test('waits for the word of both', () => {
    expect(waitsFor({ learnerAgreed: false, facilitatorAgreed: false })).toEqual(['learner', 'facilitator'])
    expect(waitsFor({ learnerAgreed: true, facilitatorAgreed: false })).toEqual(['facilitator'])
    expect(waitsFor({ learnerAgreed: true, facilitatorAgreed: true })).toEqual([])
  })

  test('names the phases that are closer, and none where support is as close as it gets', () => {
    expect(overridesOf('on_call', ['evaluate', 'identify'])).toEqual({ identify: true, evaluate: true })
    expect(overridesOf('guided', ['evaluate'])).toEqual({})
  })

  test('on trial lasts until a cycle was looked back on', () => {
    expect(trialIsOver(50, [])).toBe(false)
    expect(trialIsOver(50, [40, 50])).toBe(false)
    expect(trialIsOver(50, [40, 51])).toBe(true)
  })
})

describe('the support of a journey', () => {
  const lena = {
    levels: [
      { level: 'guided', from: 10 },
      { level: 'regular', from: 30 },
    ] as const,
    endedAt: null,
  }
  const rahel = { levels: [{ level: 'on_call', from: 20 }] as const, endedAt: 45 }

  test('is the closest that anybody gives now', () => {
    expect(supportNow([lena, { ...rahel, endedAt: null }])).toBe('regular')
    expect(supportNow([rahel])).toBeNull()
    expect(supportNow([])).toBeNull()
  })

  test('is told for each cycle, as long as an agreement lasted', () => {
    expect(supportIn([lena], { openedAt: 12, closedAt: 29 })).toBe('guided')
    expect(supportIn([lena], { openedAt: 12, closedAt: 31 })).toBe('regular')
    expect(supportIn([lena], { openedAt: 1, closedAt: 9 })).toBeNull()
    expect(supportIn([rahel], { openedAt: 21, closedAt: 40 })).toBe('on_call')
    expect(supportIn([rahel], { openedAt: 40, closedAt: 60 })).toBe('on_call')
    expect(supportIn([rahel], { openedAt: 40, closedAt: null })).toBe('on_call')
    expect(supportIn([rahel], { openedAt: 45, closedAt: 60 })).toBeNull()
  })
})
