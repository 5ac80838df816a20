import { describe, expect, test } from 'vitest'
import type { Me } from '#platform/db/bound.ts'
import type { Typed } from '#platform/web/read-form.ts'
import type { Appointment, ProposedTime } from '../scheduling.ts'
import { Attendances } from './attendances.tsx'
import { ChooseTime } from './choose-time.tsx'
import { MoveTime, ProposeTimes } from './time-fields.tsx'

const now = new Date('2026-11-23T09:00:00Z')
const me = { personId: 'amara', name: 'Amara', locale: 'de', timeZone: 'Europe/Berlin' } as Me
const people = [
  { personId: 'amara', name: 'Amara', timeZone: 'Europe/Berlin' },
  { personId: 'lena', name: 'Lena', timeZone: 'Europe/Berlin' },
]
const time = (id: string, startsAt: string, answers: ProposedTime['answers'] = []): ProposedTime => ({
  id,
  startsAt: new Date(startsAt),
  minutes: 60,
  proposedBy: 'lena',
  answers,
})
const appointment: Appointment = {
  id: 'a',
  contextId: 'c',
  kind: 'session',
  organiserId: 'lena',
  timeZone: 'Europe/Berlin',
  startsAt: null,
  minutes: 60,
  recurrence: null,
  exceptions: [],
  state: 'proposed',
  sequence: 0,
  changedAt: now,
  times: [],
  attendance: [],
  people,
}
const count = (html: unknown, pattern: RegExp) => [...String(html).matchAll(pattern)].length

describe('proposing times', () => {
  const fields = (typed: Typed = {}) => <ProposeTimes locale="de" timeZone="Europe/Berlin" now={now} typed={typed} />

  test('has three lines, and more when they are asked for, with all that was typed; never more than twelve', () => {
    expect(count(fields(), /name="time"/g)).toBe(3)
    const more = fields({ time: ['2026-11-24T10:00', '', '2026-11-25T10:00'], more: '1', minutes: '45' })
    expect(count(more, /name="time"/g)).toBe(6)
    for (const kept of ['value="2026-11-24T10:00"', 'value="2026-11-25T10:00"', 'value="45" selected']) expect(String(more)).toContain(kept)
    const full = fields({ time: Array.from({ length: 12 }, () => ''), more: '1' })
    expect([count(full, /name="time"/g), count(full, /name="more"/g)]).toEqual([12, 0])
  })

  test('and moving one begin where the clock of the reader stands', () => {
    const at = { startsAt: new Date('2026-11-24T09:00:00Z'), minutes: 90 }
    const html = String(<MoveTime locale="de" timeZone="America/New_York" now={now} present={at} />)
    for (const shown of ['value="2026-11-24T04:00"', 'min="2026-11-23T04:00"', 'value="90" selected']) expect(html).toContain(shown)
  })
})

describe('choosing a time', () => {
  const times = [
    time('past', '2026-11-23T08:00:00Z'),
    time('next', '2026-11-24T09:00:00Z', [
      { personId: 'lena', answer: 'yes' },
      { personId: 'amara', answer: 'maybe' },
    ]),
    time('last', '2026-11-25T09:00:00Z', [
      { personId: 'lena', answer: 'yes' },
      { personId: 'amara', answer: 'yes' },
    ]),
  ]
  const shown = (chooseAt?: string) =>
    String(<ChooseTime appointment={{ ...appointment, times }} me={me} now={now} answerTo="/answer" {...(chooseAt ? { chooseAt } : {})} />)

  test('shows who can come when, and one’s own answer in the form that takes it', () => {
    const html = shown()
    for (const said of ['Ja: Lena · Vielleicht: du', 'Alle können', 'Noch offen: du und Lena', 'vorbei']) expect(html).toContain(said)
    expect(html).toMatch(/name="answer\.next" value="maybe" checked(="")? form="answers-a"/)
    expect(html).toContain('<form class="inline-form" method="post" action="/answer" id="answers-a"')
  })

  test('is for whoever may, and only of times that are still ahead', () => {
    expect(count(shown(), /Diese Zeit nehmen/g)).toBe(0)
    expect([...shown('/choose').matchAll(/name="time" value="(\w+)"/g)].map(([, id]) => id)).toEqual(['next', 'last'])
  })
})

test('who comes stands with one’s own answer; what was answered already is not offered again, and nothing once it is over', () => {
  const booked = {
    ...appointment,
    state: 'booked' as const,
    startsAt: new Date('2026-11-24T09:00:00Z'),
    attendance: [{ personId: 'amara', recursAt: null, answer: 'accepted' as const, by: 'mail' as const, at: now }],
  }
  const html = String(<Attendances appointment={booked} me={me} now={now} answerTo="/attendance" />)
  for (const said of ['Du hast zugesagt.', 'Noch offen: Lena', '/appointments/a/calendar.ics']) expect(html).toContain(said)
  expect([...html.matchAll(/name="answer" value="(\w+)"/g)].map(([, answer]) => answer)).toEqual(['tentative', 'declined'])
  const over = String(<Attendances appointment={booked} me={me} now={new Date('2026-11-24T10:00:00Z')} answerTo="/attendance" />)
  expect(over).not.toContain('<button')
})
