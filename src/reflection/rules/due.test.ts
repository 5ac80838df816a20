import { expect, test } from 'vitest'
import { type Rhythm, usualRhythm } from '#person/rules/rhythm.ts'
import { promptsDue } from './due.ts'

// Friday, 27 November 2026, in Berlin; the usual rhythm asks on Fridays at two.
const due = (time: string, rhythm: Partial<Rhythm> = {}, lastWritten: { daily?: string; weekly?: string } = {}, day = '2026-11-27') =>
  promptsDue({
    rhythm: { ...usualRhythm, ...rhythm },
    now: new Date(`${day}T${time}:00+01:00`),
    timeZone: 'Europe/Berlin',
    lastWritten: {
      daily: lastWritten.daily ? new Date(lastWritten.daily) : null,
      weekly: lastWritten.weekly ? new Date(lastWritten.weekly) : null,
    },
  })

test('the week is asked about from the chosen time on, and until the next day ends', () => {
  expect(due('13:59')).toBeUndefined()
  expect(due('14:00')).toBe('weekly')
  expect(due('23:59', {}, {}, '2026-11-28')).toBe('weekly')
  expect(due('00:01', {}, {}, '2026-11-29')).toBeUndefined()
})

test('whoever has written since is not asked again; what was written a week ago counts no longer', () => {
  expect(due('15:00', {}, { weekly: '2026-11-27T14:30:00+01:00' })).toBeUndefined()
  expect(due('15:00', {}, { weekly: '2026-11-20T14:30:00+01:00' })).toBe('weekly')
})

test('nothing is asked on a day off, and nothing that is switched off', () => {
  expect(due('15:00', { daysOff: [{ from: '2026-11-27', to: '2026-11-27' }] })).toBeUndefined()
  expect(due('15:00', { weekly: false })).toBeUndefined()
})

test('the day is asked about only by choice, on learning days, in the last learning hour and after', () => {
  expect(due('16:30', { weekly: false, daily: false })).toBeUndefined()
  expect(due('15:59', { weekly: false, daily: true })).toBeUndefined()
  expect(due('16:00', { weekly: false, daily: true })).toBe('daily')
  expect(due('16:30', { weekly: false, daily: true }, {}, '2026-11-28')).toBeUndefined()
  expect(due('16:30', { weekly: false, daily: true }, { daily: '2026-11-27T09:00:00+01:00' })).toBeUndefined()
  expect(due('16:30', { weekly: false, daily: true }, { daily: '2026-11-26T23:00:00+01:00' })).toBe('daily')
})
