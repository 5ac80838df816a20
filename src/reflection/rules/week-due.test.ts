import { expect, test } from 'vitest'
import { usualRhythm } from '#person/rules/rhythm.ts'
import { weekDueSince } from './week-due.ts'

/** Fridays, unless somebody says otherwise. */
const since = (now: string, lastWritten: string | null, rhythm = usualRhythm) =>
  weekDueSince(rhythm, lastWritten === null ? null : new Date(lastWritten), new Date(now), 'Europe/Berlin')

test('the look back at a week is due from its day on, until it is written', () => {
  expect(since('2026-11-27T07:00:00Z', null)).toBe('2026-11-27')
  expect(since('2026-11-30T07:00:00Z', '2026-11-20T15:00:00Z')).toBe('2026-11-27')
  expect(since('2026-11-30T07:00:00Z', '2026-11-27T15:00:00Z')).toBe(null)
})

test('the day begins where the person is, also in the week of a change of the clock', () => {
  expect(since('2026-03-27T23:30:00Z', '2026-03-26T23:10:00Z')).toBe(null)
  expect(since('2026-03-30T07:00:00Z', '2026-03-26T22:50:00Z')).toBe('2026-03-27')
})

test('whoever wants none is not asked', () => {
  expect(since('2026-11-27T07:00:00Z', null, { ...usualRhythm, weekly: false })).toBe(null)
})
