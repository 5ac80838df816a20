import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { appointmentById, appointmentsOf } from '../queries/appointments.ts'
import { appointmentsTaken } from '../queries/taken-along.ts'
import type { Announcing } from './announce.ts'
import { answerAppointment, bookAppointment, cancelAppointment, chooseTime, moveAppointment, renameAppointment } from './appointment.ts'
import { answerTimes, proposeMoreTimes, proposeTimes } from './times.ts'

let all: Cast
let context: string
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const monday = new Date('2027-01-04T09:00:00Z')
const tuesday = new Date('2027-01-05T09:00:00Z')
const told = (person: Person): Announcing => ({
  me: { name: person.name, personId: person.personId } as Me,
  title: 'Treffen',
  place: null,
  href: '/sessions/1',
  canMail: false,
  origin: 'http://localhost',
  calendarMail: { address: 'lotse@localhost', takesReplies: false },
  now: new Date('2026-11-23T08:00:00Z'),
})

beforeEach(async () => {
  context = newId()
  await all.as(all.lena, async (db) => {
    await foundAudience(db, context, 'host')
    await letIn(db, context, all.amara.personId, 'member')
  })
})

const propose = (db: PersonDb, id = newId()) =>
  proposeTimes(db, { id, contextId: context, kind: 'session', minutes: 60, timeZone: 'Europe/Berlin', times: [tuesday, monday] })
const proposed = async () => {
  const id = newId()
  await all.as(all.lena, (db) => propose(db, id))
  return id
}
const see = (person: Person, id: string) => all.as(person, (db) => appointmentById(db, id))
const booked = async () => {
  const id = newId()
  const booking = { id, contextId: context, kind: 'session', startsAt: monday, minutes: 60, timeZone: 'Europe/Berlin' } as const
  await all.as(all.lena, (db) => bookAppointment(db, booking, told(all.lena)))
  return id
}

test('the host proposes several times, by time, and could come at each of them; a form sent twice proposes once', async () => {
  const id = newId()
  for (let sent = 0; sent < 2; sent++) expect(await all.as(all.lena, (db) => propose(db, id))).toEqual({ ok: true })
  const seen = await see(all.amara, id)
  expect(seen?.times.map(({ startsAt }) => startsAt)).toEqual([monday, tuesday])
  expect(seen?.times.map(({ answers }) => answers)).toEqual([
    [{ personId: all.lena.personId, answer: 'yes' }],
    [{ personId: all.lena.personId, answer: 'yes' }],
  ])
  expect(seen?.people.map(({ name }) => name)).toEqual(['Amara Okafor', 'Lena Brandt'])
})

test('a guest does not begin, nor does a stranger; a guest answers and proposes other times', async () => {
  expect(await all.as(all.amara, (db) => propose(db))).toEqual({ ok: false, reason: 'absent' })
  expect(await all.as(all.jonas, (db) => propose(db))).toEqual({ ok: false, reason: 'absent' })
  const id = await proposed()
  const [first, second] = (await see(all.amara, id))!.times
  await all.as(all.amara, (db) => answerTimes(db, id, { [first!.id]: 'no', [second!.id]: 'maybe' }))
  await all.as(all.amara, (db) => answerTimes(db, id, { [second!.id]: 'yes' }))
  await all.as(all.amara, (db) => proposeMoreTimes(db, id, { minutes: 45, times: [new Date('2027-01-06T09:00:00Z')] }))
  const answers = (await see(all.lena, id))!.times.map(
    (time) => time.answers.find(({ personId }) => personId === all.amara.personId)?.answer,
  )
  expect(answers).toEqual(['no', 'yes', 'yes'])
})

test('no more than twelve times stand to choose from', async () => {
  const id = await proposed()
  const times = Array.from({ length: 20 }, (_, day) => new Date(Date.UTC(2027, 1, day + 1, 9)))
  await all.as(all.lena, (db) => proposeMoreTimes(db, id, { minutes: 60, times }))
  expect((await see(all.lena, id))!.times).toHaveLength(12)
})

test('whoever is outside, or no longer inside, or next door, sees nothing and can do nothing', async () => {
  const id = await proposed()
  const time = (await see(all.lena, id))!.times[0]!.id
  await all.as(all.lena, (db) => letIn(db, context, all.ines.personId, 'member'))
  await all.as(all.lena, (db) => letGo(db, context, all.ines.personId))
  for (const stranger of [all.jonas, all.ines, all.nour]) {
    expect(await see(stranger, id)).toBeUndefined()
    expect(await all.as(stranger, (db) => appointmentsOf(db, [context]))).toEqual([])
    const absent = { ok: false, reason: 'absent' }
    expect(await all.as(stranger, (db) => answerTimes(db, id, { [time]: 'yes' }))).toEqual(absent)
    expect(await all.as(stranger, (db) => chooseTime(db, id, time, told(stranger)))).toEqual(absent)
    expect(await all.as(stranger, (db) => answerAppointment(db, id, 'accepted'))).toEqual(absent)
    expect(await all.as(stranger, (db) => cancelAppointment(db, id, told(stranger)))).toEqual(absent)
  }
})

test('only the host chooses; whoever said yes to that time has accepted, whoever did not is asked', async () => {
  await all.as(all.lena, (db) => letIn(db, context, all.jonas.personId, 'peer'))
  const id = await proposed()
  const [first, second] = (await see(all.amara, id))!.times
  await all.as(all.amara, (db) => answerTimes(db, id, { [first!.id]: 'yes' }))
  await all.as(all.jonas, (db) => answerTimes(db, id, { [second!.id]: 'yes' }))
  expect(await all.as(all.amara, (db) => chooseTime(db, id, first!.id, told(all.amara)))).toEqual({ ok: false, reason: 'absent' })
  expect(await all.as(all.lena, (db) => chooseTime(db, id, first!.id, told(all.lena)))).toEqual({ ok: true })
  const seen = (await see(all.amara, id))!
  expect(seen).toMatchObject({ state: 'booked', startsAt: monday, sequence: 0 })
  expect(seen.attendance.map(({ personId }) => personId).sort()).toEqual([all.amara.personId, all.lena.personId].sort())
  expect(await all.as(all.lena, (db) => chooseTime(db, id, second!.id, told(all.lena)))).toEqual({ ok: false, reason: 'absent' })
  expect((await see(all.lena, id))!.startsAt).toEqual(monday)
})

test('a move counts once and asks everybody anew; other words count too and ask nobody', async () => {
  const id = await booked()
  await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))
  const answer = async () => (await see(all.lena, id))!.attendance.find(({ personId }) => personId === all.amara.personId)?.answer
  await all.as(all.lena, (db) => renameAppointment(db, id, told(all.lena)))
  expect([(await see(all.lena, id))!.sequence, await answer()]).toEqual([1, 'accepted'])
  const move = { startsAt: tuesday, minutes: 45, timeZone: 'Europe/Berlin' }
  for (let sent = 0; sent < 2; sent++)
    expect(await all.as(all.lena, (db) => moveAppointment(db, id, move, told(all.lena)))).toEqual({ ok: true })
  expect([(await see(all.lena, id))!.sequence, await answer()]).toEqual([2, 'needs_action'])
  expect(await all.as(all.amara, (db) => moveAppointment(db, id, { ...move, minutes: 30 }, told(all.amara)))).toMatchObject({ ok: false })
})

test('the number that calendars go by is not to be set by hand', async () => {
  const id = await booked()
  const setting = all.as(all.lena, (db) => db.updateTable('appointment').set({ sequence: 0 }).where('id', '=', id).execute())
  await expect(setting).rejects.toThrow('permission denied')
})

test('what is called off stays so, twice over', async () => {
  const id = await booked()
  for (let sent = 0; sent < 2; sent++)
    expect(await all.as(all.lena, (db) => cancelAppointment(db, id, told(all.lena)))).toEqual({ ok: true })
  expect(await see(all.amara, id)).toMatchObject({ state: 'cancelled', sequence: 1, startsAt: monday })
  expect(await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))).toEqual({ ok: false, reason: 'absent' })
})

test('nobody answers for somebody else', async () => {
  const id = await booked()
  const insert = all.as(all.amara, (db) =>
    db
      .insertInto('attendance')
      .values({
        organisation_id: all.lena.organisationId,
        appointment_id: id,
        person_id: all.jonas.personId,
        answer: 'accepted',
        by: 'page',
      })
      .execute(),
  )
  await expect(insert).rejects.toThrow('row-level security')
})

test('a copy of one’s own holds what one answered, and nothing of what others did', async () => {
  const id = await booked()
  await all.as(all.amara, (db) => answerAppointment(db, id, 'tentative'))
  const [taken] = await all.as(all.amara, (db) => appointmentsTaken(db, all.amara.personId))
  expect(taken).toMatchObject({ id, startsAt: monday, attendance: 'tentative', organisedByMe: false })
  expect(JSON.stringify(taken)).not.toContain(all.lena.personId)
})

test('an appointment outlives whoever organised it, and calendars hear of no change', async () => {
  const id = await booked()
  await all.owner.query(`insert into person (organisation_id, id, name) values ($1, $2, 'Vera Lang')`, [all.lena.organisationId, newId()])
  await all.owner.query(`update appointment set organiser_id = (select id from person where name = 'Vera Lang') where id = $1`, [id])
  await all.owner.query(`delete from person where name = 'Vera Lang'`)
  expect(await see(all.amara, id)).toMatchObject({ state: 'booked', organiserId: null, sequence: 0 })
  await all.as(all.lena, (db) => renameAppointment(db, id, told(all.lena)))
  expect(await see(all.amara, id)).toMatchObject({ organiserId: all.lena.personId, sequence: 1 })
})
