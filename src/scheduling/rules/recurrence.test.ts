import { describe, expect, test } from 'vitest'
import type { Appointment, Attendance, Exception } from '../scheduling.ts'
import { answerOf, timesApart } from './attending.ts'
import { localTimeOf, momentOf } from './local-time.ts'
import { lastBeginning, nextOccurrence, occurrencesOf, recursAt, timeNamed } from './recurrence.ts'

const berlin = 'Europe/Berlin'
const utc = (text: string) => new Date(`${text}Z`)
const series = (
  local: string,
  more: { weeks?: number; until?: string; count?: number; timeZone?: string; exceptions?: Exception[] } = {},
) => {
  const { timeZone = berlin, exceptions = [], ...rule } = more
  return { startsAt: momentOf(local, timeZone), timeZone, minutes: 60, recurrence: { weeks: 1, ...rule }, exceptions }
}
const otherwise = (recursAt: Date, startsAt: Date | null, minutes = 60): Exception => ({
  recursAt,
  startsAt,
  minutes,
  sequence: 1,
  changedAt: recursAt,
})
const clocks = (given: ReturnType<typeof series>, from: string, most = 9) =>
  occurrencesOf(given, utc(from), most).map(({ startsAt }) => localTimeOf(startsAt, given.timeZone))

describe('what recurs', () => {
  test('keeps its time of day across both changes of the clocks', () => {
    const spring = occurrencesOf(series('2026-03-22T10:00', { count: 3 }), utc('2026-01-01T00:00:00'), 9)
    expect(spring.map(({ startsAt }) => startsAt)).toEqual([
      utc('2026-03-22T09:00:00'),
      utc('2026-03-29T08:00:00'),
      utc('2026-04-05T08:00:00'),
    ])
    expect(clocks(series('2026-10-18T10:00'), '2026-10-01T00:00:00', 3)).toEqual([
      '2026-10-18T10:00',
      '2026-10-25T10:00',
      '2026-11-01T10:00',
    ])
  })

  test('counts its last day in its own zone, and every so many weeks', () => {
    const late = series('2026-03-02T23:30', { weeks: 2, until: '2026-03-30', timeZone: 'America/New_York' })
    expect(clocks(late, '2026-01-01T00:00:00')).toEqual(['2026-03-02T23:30', '2026-03-16T23:30', '2026-03-30T23:30'])
  })

  test('is looked at from any day on, soonest first: what goes on now counts, what is over does not, years later as on the first day', () => {
    const given = series('2026-01-05T10:00')
    expect(clocks(given, '2026-02-02T09:59:59', 2)).toEqual(['2026-02-02T10:00', '2026-02-09T10:00'])
    expect(clocks(given, '2026-02-02T10:00:00', 1)).toEqual(['2026-02-09T10:00'])
    expect(clocks(given, '2049-07-01T00:00:00', 1)).toEqual(['2049-07-05T10:00'])
    const once = { ...given, recurrence: null }
    expect([occurrencesOf(once, utc('2026-01-01T00:00:00'), 9).length, nextOccurrence(once, utc('2026-01-05T10:00:00'))]).toEqual([
      1,
      undefined,
    ])
  })

  test('ends with the last beginning that its last day or its count leaves, however far away that is', () => {
    const last = (more: object) => {
      const at = lastBeginning(series('2026-03-02T10:00', more))
      return at && localTimeOf(at, berlin)
    }
    expect([last({ until: '2026-03-30', weeks: 2 }), last({ until: '2026-04-12', weeks: 2 }), last({ count: 3 }), last({})]).toEqual([
      '2026-03-30T10:00',
      '2026-03-30T10:00',
      '2026-03-16T10:00',
      undefined,
    ])
    expect([last({ until: '9999-12-31' }), last({ until: '2026-03-01' })]).toEqual(['9999-12-27T10:00', undefined])
  })

  test('has a time at every moment that it gives, and at no other', () => {
    const given = series('2026-03-02T10:00', { weeks: 2, until: '2026-12-31' })
    const all = occurrencesOf(given, utc('2026-01-01T00:00:00'), 99)
    expect(all.length).toBe(22)
    for (const { startsAt } of all) {
      expect(recursAt(given, startsAt)).toBe(true)
      for (const other of [-3_600_000, 3_600_000, 7 * 86_400_000]) expect(recursAt(given, new Date(startsAt.getTime() + other))).toBe(false)
    }
    expect(recursAt(given, momentOf('2027-01-04T10:00', berlin))).toBe(false)
    expect(recursAt({ ...given, recurrence: null }, given.startsAt)).toBe(false)
  })
})

describe('one time of what recurs', () => {
  const [first, second, third] = ['2026-10-19', '2026-10-26', '2026-11-02'].map((day) => momentOf(`${day}T10:00`, berlin)) as [
    Date,
    Date,
    Date,
  ]
  const from = utc('2026-10-01T00:00:00')
  const moved = momentOf('2026-11-03T15:00', berlin)

  test('moves and keeps its name, also behind another one; the others stay', () => {
    const given = series('2026-10-19T10:00', { exceptions: [otherwise(second, moved, 30)] })
    expect(occurrencesOf(given, from, 3)).toEqual([
      { recursAt: first, startsAt: first, minutes: 60, state: 'as_ruled' },
      { recursAt: third, startsAt: third, minutes: 60, state: 'as_ruled' },
      { recursAt: second, startsAt: moved, minutes: 30, state: 'moved' },
    ])
    expect(timeNamed(given, second, from)?.startsAt).toEqual(moved)
    expect([timeNamed(given, moved, from), timeNamed(given, second, utc('2026-11-03T14:30:00'))]).toEqual([undefined, undefined])
  })

  test('that falls out is still named, and is not the next one', () => {
    const given = series('2026-10-19T10:00', { exceptions: [otherwise(first, null), otherwise(second, null)] })
    expect(occurrencesOf(given, from, 3).map(({ state }) => state)).toEqual(['off', 'off', 'as_ruled'])
    expect(nextOccurrence(given, from)?.startsAt).toEqual(third)
    const last = series('2026-10-19T10:00', { count: 2, exceptions: [otherwise(first, null), otherwise(second, null)] })
    expect(nextOccurrence(last, from)).toBeUndefined()
  })

  test('that got its own time back is as ruled', () => {
    const given = series('2026-10-19T10:00', { exceptions: [otherwise(first, first)] })
    expect(occurrencesOf(given, from, 1)).toEqual([{ recursAt: first, startsAt: first, minutes: 60, state: 'as_ruled' }])
  })

  const said = (personId: string, answer: Attendance['answer'], at: Date | null = null): Attendance => ({
    personId,
    recursAt: at,
    answer,
    by: 'page',
    at: from,
  })
  const attended = (attendance: Attendance[]) =>
    ({ ...series('2026-10-19T10:00', { exceptions: [otherwise(second, moved)] }), organiserId: 'lena', attendance }) as Appointment

  test('is answered as all are, unless somebody says something else to it; after a move everybody but who organises is asked anew', () => {
    const given = attended([said('amara', 'accepted'), said('amara', 'declined', first), said('lena', 'accepted')])
    const times = occurrencesOf({ ...given, startsAt: first }, from, 3)
    expect(times.map((one) => answerOf(given, 'amara', one))).toEqual(['declined', 'accepted', 'needs_action'])
    expect(times.map((one) => answerOf(given, 'lena', one))).toEqual(['accepted', 'accepted', 'accepted'])
    expect([answerOf(given, 'amara'), answerOf(given, 'jonas')]).toEqual(['accepted', 'needs_action'])
  })

  test('stands apart in the calendar of whoever answered it otherwise, and in every calendar where it moved', () => {
    const given = attended([said('amara', 'declined', first)])
    expect(timesApart(given, 'amara').map(({ recursAt: at }) => at)).toEqual([second, first])
    expect(timesApart(given, 'lena').map(({ recursAt: at }) => at)).toEqual([second])
  })
})
