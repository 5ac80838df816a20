import ICAL from 'ical.js'
import { sync, type VEvent } from 'node-ical'
import { describe, expect, test } from 'vitest'
import { calendarFile, type Entry, type Method } from './calendar.ts'
import { momentOf } from './local-time.ts'
import { occurrencesOf } from './recurrence.ts'

const berlin = 'Europe/Berlin'
const entry = (more: Partial<Entry['appointment']> = {}, words: Partial<Entry> = {}): Entry => ({
  appointment: {
    id: '0193a5c2-0000-7000-8000-000000000001',
    startsAt: momentOf('2026-03-29T10:00', berlin),
    minutes: 90,
    timeZone: berlin,
    recurrence: null,
    exceptions: [],
    state: 'booked',
    sequence: 0,
    changedAt: new Date('2026-01-05T08:00:00Z'),
    ...more,
  },
  mark: null,
  title: 'Auswertung; mit Lena, \\ „live“',
  organiser: { name: 'Lena "Leni" Brandt; Dr.', address: 'lotse@example.org' },
  attendee: { name: 'Amara Okafor, M.Sc.', address: 'amara@example.org', answer: 'needs_action', mayReply: true },
  ...words,
})
const file = (given: Entry, method: Method = 'REQUEST') => calendarFile([given], { method, host: 'lotse.example.org' })

interface Read {
  method: string | undefined
  uid: string
  sequence: number
  status: string | undefined
  summary: string
  location: string
  beginnings: Date[]
  end: Date
}

/** As ical.js reads it, with the zones that the file itself describes and no others. */
function byIcalJs(text: string, until = new Date('2028-01-01')): Read[] {
  const calendar = new ICAL.Component(ICAL.parse(text))
  ICAL.TimezoneService.reset()
  for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
  return calendar.getAllSubcomponents('vevent').map((component) => {
    const event = new ICAL.Event(component)
    const beginnings: Date[] = []
    const iterator = event.iterator()
    for (let next = iterator.next(); next && next.toJSDate() < until; next = iterator.next()) beginnings.push(next.toJSDate())
    return {
      method: calendar.getFirstPropertyValue('method')?.toString(),
      uid: event.uid,
      sequence: event.sequence,
      status: component.getFirstPropertyValue('status')?.toString(),
      summary: event.summary,
      location: event.location,
      beginnings,
      end: event.endDate.toJSDate(),
    }
  })
}

/** As node-ical reads it, which knows the zones by itself. */
function byNodeIcal(text: string, until = new Date('2028-01-01')): Read[] {
  return Object.values(sync.parseICS(text))
    .filter((one): one is VEvent => one?.type === 'VEVENT')
    .map((event) => ({
      method: event.method,
      uid: event.uid,
      sequence: Number(event.sequence),
      status: event.status,
      summary: String(event.summary),
      location: String(event.location),
      beginnings: (event.rrule ? event.rrule.between(new Date(0), until, true) : [event.start]).map((at) => new Date(at.getTime())),
      end: new Date(event.end!.getTime()),
    }))
}

describe('two other programs read what we write', () => {
  test.each([
    ['on the day of the change to summer time', berlin, '2026-03-29T10:00'],
    ['on the day of the change back', berlin, '2026-10-25T10:00'],
    ['in the hour that comes twice', berlin, '2026-10-25T02:30'],
    ['where there is no summer time', 'Asia/Kolkata', '2026-06-01T10:00'],
    ['where summer is in January', 'Pacific/Auckland', '2027-01-11T10:00'],
    ['in UTC', 'UTC', '2026-06-01T10:00'],
    ['where the rule is about to change', 'Asia/Gaza', '2026-10-28T10:00'],
  ])('an appointment %s begins and ends when it should', (_name, timeZone, local) => {
    const startsAt = momentOf(local, timeZone)
    const text = file(entry({ timeZone, startsAt }))
    const end = new Date(startsAt.getTime() + 90 * 60_000)
    expect(byIcalJs(text)).toMatchObject([{ beginnings: [startsAt], end }])
    expect(byNodeIcal(text)).toMatchObject([{ beginnings: [startsAt], end }])
  })

  test.each([
    [berlin, '2026-03-02T10:00', { weeks: 2, until: '2027-04-05' }],
    [berlin, '2026-10-05T00:30', { weeks: 1, count: 8 }],
    ['America/New_York', '2026-03-02T23:30', { weeks: 1, until: '2026-04-06' }],
    ['Asia/Kolkata', '2026-03-02T10:00', { weeks: 1, count: 40 }],
    ['Pacific/Auckland', '2026-03-30T09:00', { weeks: 4, count: 20 }],
    [berlin, '2026-03-02T10:00', { weeks: 1 }],
  ])('what recurs in %s from %s begins at the same moments for them and for us: %j', (timeZone, local, recurrence) => {
    const appointment = { timeZone, startsAt: momentOf(local, timeZone), recurrence }
    const ours = occurrencesOf({ ...appointment, minutes: 90, exceptions: [] }, new Date(0), 120)
      .map(({ startsAt }) => startsAt)
      .filter((at) => at < new Date('2028-01-01'))
    expect(ours.length).toBeGreaterThan(5)
    const text = file(entry(appointment))
    expect(byIcalJs(text)[0]?.beginnings).toEqual(ours)
    expect(byNodeIcal(text)[0]?.beginnings).toEqual(ours)
  })

  test('a request, its change and its end are one thing to them: the same UID, a rising number, the method of each', () => {
    const messages = [
      file(entry()),
      file(entry({ sequence: 1, startsAt: momentOf('2026-03-30T10:00', berlin) })),
      file(entry({ sequence: 2, state: 'cancelled' }), 'CANCEL'),
    ]
    const uid = '0193a5c2-0000-7000-8000-000000000001@lotse.example.org'
    for (const read of [byIcalJs, byNodeIcal]) {
      expect(messages.flatMap((text) => read(text))).toMatchObject([
        { uid, method: 'REQUEST', sequence: 0, status: 'CONFIRMED' },
        { uid, method: 'REQUEST', sequence: 1, status: 'CONFIRMED' },
        { uid, method: 'CANCEL', sequence: 2, status: 'CANCELLED' },
      ])
    }
  })

  test('words arrive as they were written, whatever signs are in them', () => {
    const words = { title: 'Größe; „A, B“\\ 🧭', place: 'Raum 3, EG; https://meet.example.org/?a=1,2', description: 'x'.repeat(300) }
    for (const read of [byIcalJs, byNodeIcal])
      expect(read(file(entry({}, words)))).toMatchObject([{ summary: words.title, location: words.place }])
  })
})

test('who organises is the address of the installation under the name of the person; who is asked is named, and nobody else', () => {
  const event = (given: Entry, method?: Method) => new ICAL.Component(ICAL.parse(file(given, method))).getFirstSubcomponent('vevent')!
  const organiser = event(entry()).getFirstProperty('organizer')!
  expect([organiser.getFirstValue(), organiser.getFirstParameter('cn')]).toEqual(['mailto:lotse@example.org', 'Lena "Leni" Brandt; Dr.'])
  const attendees = event(entry()).getAllProperties('attendee')
  expect(attendees.map((one) => String(one.getFirstValue()).toLowerCase())).toEqual(['mailto:amara@example.org'])
  expect(attendees.map((one) => ['cn', 'partstat', 'rsvp'].map((name) => one.getFirstParameter(name)))).toEqual([
    ['Amara Okafor, M.Sc.', 'NEEDS-ACTION', 'TRUE'],
  ])
  const answered = entry({}, { attendee: { name: 'Amara', address: 'amara@example.org', answer: 'accepted', mayReply: false } })
  const [one] = event(answered).getAllProperties('attendee')
  expect(['partstat', 'rsvp'].map((name) => one!.getFirstParameter(name))).toEqual(['ACCEPTED', 'FALSE'])
})

test('a file is what the standard wants: lines of 75 octets that end in CRLF, stamps in UTC, a description of every zone it names', () => {
  const text = file(entry({ recurrence: { weeks: 1, until: '2026-06-01' } }, { title: 'ä'.repeat(200) }))
  expect(text.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/)
  expect(text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  for (const line of text.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75)
  expect(text).toContain('DTSTAMP:20260105T080000Z')
  const named = new Set([...text.matchAll(/;TZID=([^:;]+)/g)].map(([, zone]) => zone))
  expect([...named]).toEqual([berlin])
  expect([...text.matchAll(/\r\nTZID:(.+)\r\n/g)].map(([, zone]) => zone)).toEqual([berlin])
})

test('every zone that people can choose is known to calendars', () => {
  const startsAt = new Date('2026-11-24T09:00:00Z')
  for (const timeZone of ['UTC', ...Intl.supportedValuesOf('timeZone')]) {
    expect(byIcalJs(file(entry({ timeZone, startsAt })))[0]?.beginnings, timeZone).toEqual([startsAt])
  }
})
