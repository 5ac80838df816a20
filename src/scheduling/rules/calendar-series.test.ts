import ICAL from 'ical.js'
import { expandRecurringEvent, sync, type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import type { Appointment, Exception } from '../scheduling.ts'
import { timesApart } from './attending.ts'
import { calendarFile, type Entry, type Method } from './calendar.ts'
import { momentOf } from './local-time.ts'
import { occurrencesOf } from './recurrence.ts'

const until = new Date('2028-01-01')
interface Shown {
  start: string
  end: string
}
const shown = (start: Date, end: Date): Shown => ({ start: start.toISOString(), end: end.toISOString() })
const byStart = (one: Shown, other: Shown) => one.start.localeCompare(other.start)

/** What ical.js shows of a series: what the file itself says of zones and of single times, and nothing else. */
function byIcalJs(text: string): Shown[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  const event = new ICAL.Event(calendar.getAllSubcomponents('vevent').find((one) => !one.getFirstProperty('recurrence-id'))!)
  const found: Shown[] = []
  const iterator = event.iterator()
  for (let next = iterator.next(); next && next.toJSDate() < until; next = iterator.next()) {
    const { startDate, endDate } = event.getOccurrenceDetails(next)
    found.push(shown(startDate.toJSDate(), endDate.toJSDate()))
  }
  return found.sort(byStart)
}

/** What node-ical shows of it, which knows the zones by itself. */
function byNodeIcal(text: string): Shown[] {
  const event = Object.values(sync.parseICS(text)).find((one): one is VEvent => one?.type === 'VEVENT')!
  return expandRecurringEvent(event, { from: new Date('2026-01-01'), to: until })
    .map(({ start, end }) => shown(new Date(start.getTime()), new Date(end.getTime())))
    .sort(byStart)
}

const appointment = (timeZone: string, first: string, recurrence: Appointment['recurrence'], exceptions: Exception[]) =>
  ({
    id: '0193a5c2-0000-7000-8000-000000000001',
    startsAt: momentOf(first, timeZone),
    minutes: 90,
    timeZone,
    recurrence,
    exceptions,
    state: 'booked',
    sequence: 3,
    changedAt: new Date('2026-01-05T08:00:00Z'),
    attendance: [],
  }) as unknown as Appointment & { startsAt: Date }
const words = { mark: null, title: 'Wochengespräch', organiser: { name: 'Lena Brandt', address: 'lotse@example.org' } }
const file = (entries: Entry[], method: Method = 'REQUEST') => calendarFile(entries, { method, host: 'lotse.example.org' })
const whole = (one: Appointment) => [
  { ...words, appointment: one },
  ...timesApart(one, 'amara').map((occurrence) => ({ ...words, appointment: one, occurrence })),
]

describe('two other programs show a series as we do, with a time that moved and one that falls out,', () => {
  test.each([
    ['across the change to summer time', 'Europe/Berlin', '2026-03-15T10:00', '2026-03-29', '2026-03-31T16:30'],
    ['across the change back', 'Europe/Berlin', '2026-10-11T10:00', '2026-10-25', '2026-10-24T09:00'],
    ['late in the evening in New York', 'America/New_York', '2026-02-22T23:30', '2026-03-08', '2026-03-10T00:15'],
    ['without summer time', 'Asia/Kolkata', '2026-03-15T10:00', '2026-03-29', '2026-03-30T10:00'],
    ['in UTC', 'UTC', '2026-03-15T10:00', '2026-03-29', '2026-03-30T10:00'],
  ])('%s', (_name, timeZone, first, day, to) => {
    const clock = first.slice(10)
    const [ruled, off] = [momentOf(day + clock, timeZone), momentOf(first, timeZone)]
    const note = { minutes: 90, sequence: 3, changedAt: off }
    const exceptions = [
      { ...note, recursAt: off, startsAt: null },
      { ...note, recursAt: ruled, startsAt: momentOf(to, timeZone), minutes: 30 },
    ]
    const given = appointment(timeZone, first, { weeks: 1, count: 6 }, exceptions)
    const ours = occurrencesOf(given, new Date(0), 9)
      .filter(({ state }) => state !== 'off')
      .map(({ startsAt, minutes }) => shown(startsAt, new Date(startsAt.getTime() + minutes * 60_000)))
    expect(ours).toHaveLength(5)
    const text = file(whole(given))
    expect(byIcalJs(text)).toEqual(ours)
    expect(byNodeIcal(text)).toEqual(ours)
  })
})

describe('a message about one time', () => {
  const berlin = 'Europe/Berlin'
  const recursAt = momentOf('2026-03-29T10:00', berlin)
  const given = appointment(berlin, '2026-03-15T10:00', { weeks: 1 }, [])
  const about = (startsAt: Date, state: 'moved' | 'off', method: Method) => {
    const text = file([{ ...words, appointment: given, occurrence: { recursAt, startsAt, minutes: 90, state } }], method)
    const calendar = new ICAL.Component(ICAL.parse(text))
    return { text, calendar, events: calendar.getAllSubcomponents('vevent') }
  }

  test('names that time by the clock of the series, has its UID and the risen number, and does not recur itself', () => {
    const { text, calendar, events } = about(momentOf('2026-03-31T16:30', berlin), 'moved', 'REQUEST')
    expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
    expect(
      events.map((event) => [event.getFirstPropertyValue('uid'), event.getFirstPropertyValue('sequence'), event.hasProperty('rrule')]),
    ).toEqual([['0193a5c2-0000-7000-8000-000000000001@lotse.example.org', 3, false]])
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20260329T100000')
    expect(text).toContain('DTSTART;TZID=Europe/Berlin:20260331T163000')
  })

  test('calls it off alone: the method in the file, and what is cancelled is that time', () => {
    const { text, calendar, events } = about(recursAt, 'off', 'CANCEL')
    expect(calendar.getFirstPropertyValue('method')).toBe('CANCEL')
    expect(events.map((event) => event.getFirstPropertyValue('status'))).toEqual(['CANCELLED'])
    expect(text).toContain('RECURRENCE-ID;TZID=Europe/Berlin:20260329T100000')
  })
})
