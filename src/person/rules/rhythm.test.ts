import fc from 'fast-check'
import { Temporal } from 'temporal-polyfill'
import { expect, test } from 'vitest'
import { isLearningDay, isLearningTime, nextLearningTime, type Rhythm, usualRhythm, weekdays } from './rhythm.ts'

const berlin = 'Europe/Berlin'
const at = (text: string, timeZone = berlin) => new Date(Temporal.ZonedDateTime.from(`${text}[${timeZone}]`).epochMilliseconds)
const said = (instant: Date | undefined, timeZone = berlin) =>
  instant && Temporal.Instant.fromEpochMilliseconds(instant.getTime()).toZonedDateTimeISO(timeZone).toPlainDateTime().toString()

test('somebody who has said nothing learns on working days from eight to five, and is asked on Friday', () => {
  expect(isLearningTime(usualRhythm, at('2026-11-23T08:00'), berlin)).toBe(true)
  expect(isLearningTime(usualRhythm, at('2026-11-23T07:59:59'), berlin)).toBe(false)
  expect(isLearningTime(usualRhythm, at('2026-11-23T16:59:59'), berlin)).toBe(true)
  expect(isLearningTime(usualRhythm, at('2026-11-23T17:00'), berlin)).toBe(false)
  expect(isLearningTime(usualRhythm, at('2026-11-22T10:00'), berlin)).toBe(false)
  expect(usualRhythm).toMatchObject({ daily: false, weekly: true, weeklyDay: 5, afterStep: true })
})

test('the clock on the wall counts, wherever that wall is', () => {
  const instant = at('2026-11-23T08:30', 'America/New_York')
  expect(isLearningTime(usualRhythm, instant, 'America/New_York')).toBe(true)
  expect(isLearningTime(usualRhythm, instant, 'America/Los_Angeles')).toBe(false)
})

test('days off count from their first to their last day', () => {
  const rhythm = { ...usualRhythm, daysOff: [{ from: '2026-12-21', to: '2027-01-01' }] }
  expect(isLearningDay(rhythm, '2026-12-18')).toBe(true)
  expect(isLearningDay(rhythm, '2026-12-21')).toBe(false)
  expect(isLearningDay(rhythm, '2027-01-01')).toBe(false)
  expect(said(nextLearningTime(rhythm, at('2026-12-18T17:00'), berlin))).toBe('2027-01-04T08:00:00')
})

test('the next learning time is now, later today, or on the next day', () => {
  expect(said(nextLearningTime(usualRhythm, at('2026-11-23T09:41:07'), berlin))).toBe('2026-11-23T09:41:07')
  expect(said(nextLearningTime(usualRhythm, at('2026-11-23T06:00'), berlin))).toBe('2026-11-23T08:00:00')
  expect(said(nextLearningTime(usualRhythm, at('2026-11-27T17:30'), berlin))).toBe('2026-11-30T08:00:00')
})

test('on both sides of a change to summer time it is eight on the wall', () => {
  const everyDay = { ...usualRhythm, learningDays: weekdays }
  expect(said(nextLearningTime(everyDay, at('2026-03-28T20:00'), berlin))).toBe('2026-03-29T08:00:00')
  expect(nextLearningTime(everyDay, at('2026-03-28T20:00'), berlin)?.toISOString()).toBe('2026-03-29T06:00:00.000Z')
  expect(nextLearningTime(everyDay, at('2026-10-24T20:00'), berlin)?.toISOString()).toBe('2026-10-25T07:00:00.000Z')
})

test('hours that the clock skips begin when it has skipped them, and hours that come twice are learning hours twice', () => {
  const night = { ...usualRhythm, learningDays: weekdays, learningFrom: '02:30', learningTo: '03:30' }
  expect(said(nextLearningTime(night, at('2026-03-29T00:00'), berlin))).toBe('2026-03-29T03:00:00')
  const autumn = nextLearningTime(night, at('2026-10-25T00:00'), berlin)!
  expect(autumn.toISOString()).toBe('2026-10-25T00:30:00.000Z')
  expect(nextLearningTime(night, new Date('2026-10-25T01:05:00Z'), berlin)?.toISOString()).toBe('2026-10-25T01:30:00.000Z')
})

test('without any learning day there is no next time', () => {
  expect(nextLearningTime({ ...usualRhythm, learningDays: [] }, at('2026-11-23T09:00'), berlin)).toBeUndefined()
})

const clock = (minutes: number) => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`
const rhythms: fc.Arbitrary<Rhythm> = fc
  .record({
    learningDays: fc.subarray([...weekdays]),
    hours: fc.tuple(fc.integer({ min: 0, max: 1439 }), fc.integer({ min: 0, max: 1439 })).filter(([a, b]) => a !== b),
    off: fc.option(fc.tuple(fc.integer({ min: 0, max: 60 }), fc.integer({ min: 0, max: 20 })), { nil: undefined }),
  })
  .map(({ learningDays, hours, off }) => ({
    ...usualRhythm,
    learningDays,
    learningFrom: clock(Math.min(...hours)),
    learningTo: clock(Math.max(...hours)),
    daysOff: off
      ? [
          {
            from: Temporal.PlainDate.from('2026-03-01').add({ days: off[0] }).toString(),
            to: Temporal.PlainDate.from('2026-03-01')
              .add({ days: off[0] + off[1] })
              .toString(),
          },
        ]
      : [],
  }))
const zones = fc.constantFrom('Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kolkata', 'UTC')
/** Around the changes of spring, where calendars go wrong. */
const instants = fc.integer({ min: 0, max: 60 * 24 * 60 }).map((minutes) => new Date(Date.UTC(2026, 2, 1) + minutes * 60_000))

test('for every rhythm, zone and instant: the next learning time is one, is not past, and none lies before it', () => {
  fc.assert(
    fc.property(rhythms, zones, instants, (rhythm, zone, from) => {
      const next = nextLearningTime(rhythm, from, zone)
      if (!next) return rhythm.learningDays.length === 0
      const before = Array.from(
        { length: 200 },
        (_, n) => new Date(from.getTime() + Math.floor((n / 200) * (next.getTime() - from.getTime()))),
      )
      return next >= from && isLearningTime(rhythm, next, zone) && before.every((one) => one >= next || !isLearningTime(rhythm, one, zone))
    }),
    { numRuns: 150 },
  )
})
