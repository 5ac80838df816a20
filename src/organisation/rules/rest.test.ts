import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { usualRhythm, weekdays } from '#person/rules/rhythm.ts'
import { mayWriteAt, nextTimeToWrite, type Rest, withRest } from './rest.ts'

const berlin = 'Europe/Berlin'
const at = (text: string, timeZone = berlin) => new Date(Temporal.ZonedDateTime.from(`${text}[${timeZone}]`).epochMilliseconds)
const nights: Rest = { quiet: { from: '16:00', until: '09:00' }, freeDays: [] }

test('the quiet hours take the early and the late part of the learning hours, by the clock of each person', () => {
  expect(mayWriteAt(usualRhythm, nights, at('2026-11-23T08:30'), berlin)).toBe(false)
  expect(mayWriteAt(usualRhythm, nights, at('2026-11-23T09:00'), berlin)).toBe(true)
  expect(mayWriteAt(usualRhythm, nights, at('2026-11-23T16:00'), berlin)).toBe(false)
  const newYork = 'America/New_York'
  expect(mayWriteAt(usualRhythm, nights, at('2026-11-23T15:59', newYork), newYork)).toBe(true)
})

test('free days of the organisation are free for everybody, also in the middle of a week', () => {
  const rest: Rest = { quiet: null, freeDays: [{ from: '2026-12-24', to: '2027-01-03' }] }
  expect(mayWriteAt(usualRhythm, rest, at('2026-12-24T10:00'), berlin)).toBe(false)
  expect(nextTimeToWrite(usualRhythm, rest, at('2026-12-23T17:00'), berlin)).toEqual(at('2027-01-04T08:00'))
})

test('on both sides of a change to summer time the day begins when the quiet hours end on the wall', () => {
  const everyDay = { ...usualRhythm, learningDays: weekdays }
  expect(nextTimeToWrite(everyDay, nights, at('2026-03-28T16:00'), berlin)?.toISOString()).toBe('2026-03-29T07:00:00.000Z')
  expect(nextTimeToWrite(everyDay, nights, at('2026-10-24T16:00'), berlin)?.toISOString()).toBe('2026-10-25T08:00:00.000Z')
})

test('whoever learns only in the quiet hours is never written to', () => {
  const evenings = { ...usualRhythm, learningFrom: '18:00', learningTo: '20:00' }
  expect(nextTimeToWrite(evenings, nights, at('2026-11-23T18:30'), berlin)).toBeUndefined()
})

const clock = fc.integer({ min: 0, max: 23 }).map((hour) => `${String(hour).padStart(2, '0')}:30`)

test('rest never adds a time, and takes away exactly what lies in it', () => {
  fc.assert(
    fc.property(fc.tuple(clock, clock), fc.integer({ min: 0, max: 60 * 24 * 14 }), (clocks, minutes) => {
      const [until, from] = clocks.toSorted() as [string, string]
      if (until === from) return true
      const instant = new Date(Date.UTC(2026, 2, 22) + minutes * 60_000)
      const rest: Rest = { quiet: { from, until }, freeDays: [{ from: '2026-03-26', to: '2026-03-27' }] }
      const there = Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(berlin)
      const wall = there.toPlainTime().toString({ smallestUnit: 'minute' })
      const day = there.toPlainDate().toString()
      const resting = wall < until || wall >= from || day === '2026-03-26' || day === '2026-03-27'
      const free: Rest = { quiet: null, freeDays: [] }
      return mayWriteAt(usualRhythm, rest, instant, berlin) === (mayWriteAt(usualRhythm, free, instant, berlin) && !resting)
    }),
  )
  expect(withRest(usualRhythm, { quiet: null, freeDays: [] })).toEqual(usualRhythm)
})
