import { describe, expect, test } from 'vitest'
import { hatMinutes, hatState, hatsToChoose, longestPurpose, notesUnder, returnAt } from './hats.ts'

test('the default hat can always be chosen, others when they were agreed', () => {
  expect(hatsToChoose([])).toEqual(['facilitation'])
  expect(hatsToChoose(['training'])).toEqual(['facilitation', 'training'])
})

test('notes under a hat are read by the journey, by two, or by those of the step', () => {
  expect(notesUnder).toEqual({ facilitation: 'journey', coaching: 'pair', training: 'item' })
})

test('another hat is worn for twenty minutes of training or thirty of coaching, for a purpose of 120 characters at most', () => {
  expect([hatMinutes, longestPurpose]).toEqual([{ training: 20, coaching: 30 }, 120])
})

describe('a hat that is asked for', () => {
  const acceptedAt = new Date('2026-11-23T10:00:00Z')
  const change = { acceptedAt, returnedAt: null, minutes: 20 }
  const then = (minutes: number) => returnAt(acceptedAt, minutes)

  test('waits until it is answered, however long', () => {
    expect(hatState({ ...change, acceptedAt: null }, then(10_000))).toBe('asked')
  })

  test('is worn for its minutes; then it is asked whether one returns, and half a day later no more', () => {
    const minutes = [0, 19.9, 20, 20 + 12 * 60 - 0.1, 20 + 12 * 60]
    expect(minutes.map((later) => hatState(change, then(later)))).toEqual(['worn', 'worn', 'over', 'over', 'gone'])
  })

  test('is gone as soon as somebody takes it off, or said that its time is over', () => {
    for (const later of [5, 25]) expect(hatState({ ...change, returnedAt: then(later) }, then(later))).toBe('gone')
  })
})
