import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { foundAudience, letIn } from '#sharing/commands/membership.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { appointmentById } from '../queries/appointments.ts'
import { appointmentsTaken } from '../queries/taken-along.ts'
import { answerOf } from '../rules/attending.ts'
import { occurrencesOf } from '../rules/recurrence.ts'
import { isBooked } from '../scheduling.ts'
import type { Announcing } from './announce.ts'
import { answerAppointment, bookAppointment, cancelAppointment, moveAppointment } from './appointment.ts'
import { changeOneTime } from './one-time.ts'

let all: Cast
let id: string
const now = new Date('2027-03-01T00:00:00Z')
const absent = { ok: false, reason: 'absent' }
// Ten o’clock in Berlin, before and after the change to summer time.
const [first, second, third] = ['2027-03-21T09:00:00Z', '2027-03-28T08:00:00Z', '2027-04-04T08:00:00Z'].map((at) => new Date(at)) as [
  Date,
  Date,
  Date,
]
const tuesday = { startsAt: new Date('2027-03-30T12:00:00Z'), minutes: 45 }
const told = (person: Person): Announcing => ({
  me: { name: person.name, personId: person.personId } as Me,
  title: 'Wochengespräch',
  place: null,
  href: '/sessions/1',
  canMail: false,
  origin: 'http://localhost',
  calendarMail: { address: 'lotse@localhost', takesReplies: false },
  now,
})

beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())
beforeEach(async () => {
  id = newId()
  await all.as(all.lena, async (db) => {
    await foundAudience(db, id, 'host')
    await letIn(db, id, all.amara.personId, 'member')
    const when = { startsAt: first, minutes: 60, timeZone: 'Europe/Berlin', recurrence: { weeks: 1 } }
    await bookAppointment(db, { id, contextId: id, kind: 'session', ...when }, told(all.lena))
  })
})

const change = (who: Person, at: Date, to: typeof tuesday | null) => all.as(who, (db) => changeOneTime(db, id, at, to, told(who)))
const see = async (who: Person = all.amara) => {
  const found = (await all.as(who, (db) => appointmentById(db, id)))!
  if (!isBooked(found)) throw new Error('not booked')
  return found
}
const times = async () => occurrencesOf(await see(), now, 3).map(({ startsAt, state }) => [startsAt.toISOString(), state])

test('who steers moves one time, calls it off, and lets it take place after all; the others stay, and every change counts once', async () => {
  for (let sent = 0; sent < 2; sent++) expect(await change(all.lena, second, tuesday)).toEqual({ ok: true })
  expect([(await see()).sequence, await times()]).toEqual([
    1,
    [
      [first.toISOString(), 'as_ruled'],
      [tuesday.startsAt.toISOString(), 'moved'],
      [third.toISOString(), 'as_ruled'],
    ],
  ])
  for (let sent = 0; sent < 2; sent++) expect(await change(all.lena, second, null)).toEqual({ ok: true })
  expect([(await see()).sequence, (await times())[1]]).toEqual([2, [second.toISOString(), 'off']])
  await change(all.lena, second, { startsAt: second, minutes: 60 })
  expect([(await see()).sequence, (await times())[1]]).toEqual([3, [second.toISOString(), 'as_ruled']])
})

test('nobody else does: not who takes part, not a stranger, not next door; and the database holds to it', async () => {
  expect(await change(all.amara, second, null)).toEqual(absent)
  expect(await change(all.jonas, second, null)).toEqual(absent)
  expect(await change(all.nour, second, null)).toEqual(absent)
  const row = { organisation_id: all.amara.organisationId, appointment_id: id, recurs_at: second, starts_at: null, minutes: 60 }
  await expect(all.as(all.amara, (db) => db.insertInto('appointment_exception').values(row).execute())).rejects.toThrow(
    'row-level security',
  )
  await expect(
    all.as(all.lena, (db) => db.updateTable('appointment_exception').set({ sequence: 0 }).where('appointment_id', '=', id).execute()),
  ).rejects.toThrow('permission denied')
})

test('a time that the rule does not have, that is over, or of what was called off, cannot be changed', async () => {
  expect(await change(all.lena, new Date(second.getTime() + 1), null)).toEqual(absent)
  const later = { ...told(all.lena), now: new Date('2027-03-28T09:00:00Z') }
  expect(await all.as(all.lena, (db) => changeOneTime(db, id, second, null, later))).toEqual(absent)
  await all.as(all.lena, (db) => cancelAppointment(db, id, told(all.lena)))
  expect(await change(all.lena, second, null)).toEqual(absent)
})

test('everybody is asked anew about a time that moved, and what they said to it before is forgotten', async () => {
  const answers = async () => {
    const seen = await see()
    return occurrencesOf(seen, now, 3).map((one) => answerOf(seen, all.amara.personId, one))
  }
  await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))
  await all.as(all.amara, (db) => answerAppointment(db, id, 'declined', second))
  expect(await answers()).toEqual(['accepted', 'declined', 'accepted'])
  await change(all.lena, second, tuesday)
  expect(await answers()).toEqual(['accepted', 'needs_action', 'accepted'])
  await all.as(all.amara, (db) => answerAppointment(db, id, 'tentative', second))
  expect(await answers()).toEqual(['accepted', 'tentative', 'accepted'])
  const [taken] = await all.as(all.amara, (db) => appointmentsTaken(db, all.amara.personId))
  expect(taken).toMatchObject({ attendance: 'accepted', attendanceOfOneTime: [{ recursAt: second, answer: 'tentative' }] })
  expect(taken?.exceptions).toEqual([{ recursAt: second, ...tuesday }])
})

test('when the whole series moves, its single times are as ruled again, and everybody is asked anew about all', async () => {
  await change(all.lena, second, tuesday)
  await all.as(all.amara, (db) => answerAppointment(db, id, 'declined', second))
  await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))
  const to = { startsAt: new Date('2027-03-22T09:00:00Z'), minutes: 60, timeZone: 'Europe/Berlin' }
  await all.as(all.lena, (db) => moveAppointment(db, id, to, told(all.lena)))
  const seen = await see()
  expect([seen.sequence, seen.exceptions, answerOf(seen, all.amara.personId)]).toEqual([2, [], 'needs_action'])
  expect((await times()).map(([, state]) => state)).toEqual(['as_ruled', 'as_ruled', 'as_ruled'])
})
