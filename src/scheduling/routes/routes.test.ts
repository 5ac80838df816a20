import ICAL from 'ical.js'
import { expandRecurringEvent, sync, type VEvent } from 'node-ical'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Ask, ask, origin } from '../../../tests/app.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import type { Announcing } from '../commands/announce.ts'
import { answerAppointment, bookAppointment, cancelAppointment } from '../commands/appointment.ts'
import { changeOneTime } from '../commands/one-time.ts'
import { proposeTimes } from '../commands/times.ts'

let all: Cast
let app: Ask
let context: string
beforeAll(async () => {
  all = await cast()
  app = ask(all)
})
afterAll(() => all.close())

const day = 86_400_000
const soon = new Date(Math.ceil(Date.now() / day + 2) * day + 9 * 3_600_000)
const told = {
  me: { name: 'Lena' } as Me,
  title: '',
  place: null,
  href: '/',
  canMail: false,
  origin,
  calendarMail: { address: 'lotse@localhost', takesReplies: false },
  now: new Date(),
} satisfies Announcing
beforeEach(async () => {
  await all.owner.query('delete from appointment')
  await all.owner.query('delete from calendar_feed')
  context = newId()
  await all.as(all.lena, async (db) => {
    await foundAudience(db, context, 'host')
    await letIn(db, context, all.amara.personId, 'member')
    const texts = [
      { field: 'title', body: 'Auswertung, vertraulich', baseVersion: 0 },
      { field: 'place', body: 'Raum 3', baseVersion: 0 },
    ]
    await writePassages(db, { contextId: context, subjectId: context, audienceOf: () => context, texts })
  })
})
const book = async (more: { startsAt?: Date; recurrence?: { weeks: number; count: number } } = {}) => {
  const id = newId()
  const booking = { id, contextId: context, kind: 'session', startsAt: soon, minutes: 60, timeZone: 'Europe/Berlin', ...more } as const
  await all.as(all.lena, (db) => bookAppointment(db, booking, told))
  return id
}

/** Nobody but the calendar it went to knows the second part. */
const uidOf = (id: string) => expect.stringMatching(new RegExp(`^${id}-[0-9a-f]{32}@localhost$`))

/** Makes an address and gives its path. */
async function addressOf(who: Person, show: 'plain' | 'titled' = 'plain'): Promise<string> {
  const page = await (await app.post('/settings/calendar', { show }, who)).text()
  return new URL(/value="([^"]+\.ics)"/.exec(page)![1]!).pathname
}
const eventsAt = async (path: string) =>
  Object.values(sync.parseICS(await (await app.get(path)).text())).filter((one): one is VEvent => one?.type === 'VEVENT')

describe('the address of a calendar', () => {
  test('is shown once, and needs nobody signed in: no cookie goes out, and none comes back', async () => {
    const id = await book()
    const path = await addressOf(all.amara)
    expect(await (await app.get('/settings/calendar', all.amara)).text()).not.toContain(path)
    const answer = await app.get(path)
    expect([answer.status, answer.headers.get('content-type'), answer.headers.get('set-cookie')]).toEqual([
      200,
      'text/calendar; charset=utf-8',
      null,
    ])
    const [event] = await eventsAt(path)
    expect(event).toMatchObject({ uid: uidOf(id), method: 'PUBLISH', status: 'TENTATIVE' })
    expect(event!.start).toEqual(soon)
  })

  test('says by default nothing but that there is a session, and title and place where that was chosen', async () => {
    await book()
    const path = await addressOf(all.amara)
    const text = await (await app.get(path)).text()
    for (const word of ['vertraulich', 'Raum', 'Amara', 'example.org']) expect(text).not.toContain(word)
    expect(await eventsAt(path)).toMatchObject([{ summary: 'Lotse: Treffen' }])
    await app.post('/settings/calendar/titles', { show: 'titled' }, all.amara)
    expect(await eventsAt(path)).toMatchObject([{ summary: 'Auswertung, vertraulich', location: 'Raum 3' }])
  })

  test('once renewed or ended is like any address that never was one, and so it is next door', async () => {
    await book()
    const former = await addressOf(all.amara)
    const present = await addressOf(all.amara)
    const unknown = await app.get(`/calendar/${'a'.repeat(43)}.ics`)
    expect([(await app.get(former)).status, (await app.get(present)).status, unknown.status]).toEqual([404, 200, 404])
    expect((await app.get(present, undefined, { host: 'sued.localhost' })).status).toBe(404)
    await app.post('/settings/calendar/end', {}, all.amara)
    const ended = await app.get(present)
    const words = async (answer: Response) => (await answer.text()).replace(/[0-9a-f-]{36}/g, '')
    expect([ended.status, await words(ended)]).toEqual([404, await words(unknown)])
  })

  test('gives what is the person’s: nothing of others, nothing any more of what they left, nothing that they declined', async () => {
    const [kept, declined] = [await book(), await book({ startsAt: new Date(soon.getTime() + day) })]
    await all.as(all.amara, (db) => answerAppointment(db, declined, 'declined'))
    await all.as(all.amara, (db) => answerAppointment(db, kept, 'accepted'))
    expect(await eventsAt(await addressOf(all.jonas))).toEqual([])
    const path = await addressOf(all.amara)
    expect(await eventsAt(path)).toMatchObject([{ uid: uidOf(kept), status: 'CONFIRMED' }])
    await all.as(all.lena, (db) => letGo(db, context, all.amara.personId))
    expect(await eventsAt(path)).toEqual([])
  })

  test('tells of what was called off, under the same UID with a higher number', async () => {
    const id = await book()
    const path = await addressOf(all.amara)
    await all.as(all.lena, (db) => cancelAppointment(db, id, told))
    const [event] = await eventsAt(path)
    expect([event!.uid, event!.status, Number(event!.sequence)]).toEqual([uidOf(id), 'CANCELLED', 1])
  })

  test('describes the zone of what recurs, so that it keeps its time of day for both readers of it', async () => {
    await book({ startsAt: new Date('2027-03-15T09:00:00Z'), recurrence: { weeks: 1, count: 4 } })
    const path = await addressOf(all.amara)
    const text = await (await app.get(path)).text()
    expect(text).toContain('BEGIN:VTIMEZONE\r\nTZID:Europe/Berlin')
    const calendar = new ICAL.Component(ICAL.parse(text))
    ICAL.TimezoneService.reset()
    for (const zone of calendar.getAllSubcomponents('vtimezone')) ICAL.TimezoneService.register(zone)
    const iterator = new ICAL.Event(calendar.getFirstSubcomponent('vevent')!).iterator()
    const moments = Array.from({ length: 4 }, () => iterator.next()!.toJSDate().toISOString().slice(0, 16))
    expect(moments).toEqual(['2027-03-15T09:00', '2027-03-22T09:00', '2027-03-29T08:00', '2027-04-05T08:00'])
    const [event] = await eventsAt(path)
    expect(event!.rrule!.between(new Date(0), new Date('2028-01-01'), true).map((at) => at.toISOString().slice(0, 16))).toEqual(moments)
  })

  test('shows of a series what holds for its owner: single times that moved or fell out, and not those that they declined', async () => {
    const [first, second, third, fourth] = ['2027-03-15T09:00Z', '2027-03-22T09:00Z', '2027-03-29T08:00Z', '2027-04-05T08:00Z'].map(
      (at) => new Date(at),
    ) as [Date, Date, Date, Date]
    const id = await book({ startsAt: first, recurrence: { weeks: 1, count: 4 } })
    const moved = new Date('2027-03-30T13:00Z')
    const when = { ...told, now: new Date('2027-03-01') }
    await all.as(all.lena, async (db) => {
      await changeOneTime(db, id, second, null, when)
      await changeOneTime(db, id, third, { startsAt: moved, minutes: 30 }, when)
    })
    await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))
    await all.as(all.amara, (db) => answerAppointment(db, id, 'declined', fourth))
    const shown = async (who: Person) => {
      const [event] = await eventsAt(await addressOf(who))
      const times = expandRecurringEvent(event!, { from: first, to: new Date('2027-05-01') })
      return times.map(({ start, event: one }) => [start.toISOString(), one.status])
    }
    expect(await shown(all.amara)).toEqual([
      [first.toISOString(), 'CONFIRMED'],
      [moved.toISOString(), 'TENTATIVE'],
    ])
    expect((await shown(all.lena)).map(([at]) => at)).toEqual([first, moved, fourth].map((at) => at.toISOString()))
    expect((await app.get(`/appointments/${id}`, all.amara)).headers.get('location')).toBe(`/sessions/${context}`)
    expect((await app.get(`/appointments/${id}`, all.jonas)).status).toBe(404)
  })

  test('keeps nothing of a series that ended, or was called off, more than a season ago', async () => {
    const [ended, off, kept] = [await book(), await book(), await book()]
    const path = await addressOf(all.amara)
    const long = `starts_at = '2020-01-06T09:00Z'`
    await all.owner.query(`update appointment set ${long}, recurrence = '{"weeks":1,"until":"2020-02-03"}' where id = $1`, [ended])
    await all.owner.query(`update appointment set ${long}, recurrence = '{"weeks":1}' where id = any ($1)`, [[off, kept]])
    await all.owner.query(`update appointment set state = 'cancelled' where id = $1`, [off])
    expect((await eventsAt(path)).map(({ uid }) => uid.slice(0, 36)).sort()).toEqual([off, kept].sort())
    await all.owner.query('alter table appointment disable trigger user')
    await all.owner.query(`update appointment set changed_at = '2020-03-01' where id = $1`, [off])
    await all.owner.query('alter table appointment enable trigger user')
    expect((await eventsAt(path)).map(({ uid }) => uid)).toEqual([uidOf(kept)])
  })

  test('is answered with nothing new as long as nothing is', async () => {
    const id = await book()
    const path = await addressOf(all.amara)
    const tag = (await app.get(path)).headers.get('etag')!
    expect((await app.get(path, undefined, { 'if-none-match': `W/${tag}` })).status).toBe(304)
    await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))
    expect((await app.get(path, undefined, { 'if-none-match': tag })).status).toBe(200)
  })

  test('that is asked without end is told to wait', async () => {
    const path = await addressOf(all.amara)
    const answers = []
    for (let asked = 0; asked < 31; asked++) answers.push((await app.get(path)).status)
    expect([answers[29], answers[30]]).toEqual([200, 429])
    expect(Number((await app.get(path)).headers.get('retry-after'))).toBeGreaterThan(0)
  })
})

describe('one appointment as a file', () => {
  test('is for whoever may see it, with its words; for everybody else it is not there', async () => {
    const id = await book()
    const path = `/appointments/${id}/calendar.ics`
    const answer = await app.get(path, all.amara)
    expect(answer.headers.get('content-disposition')).toBe('attachment; filename="lotse.ics"')
    const text = await answer.text()
    expect(Object.values(sync.parseICS(text)).filter((one) => one?.type === 'VEVENT')).toMatchObject([
      { summary: 'Auswertung, vertraulich' },
    ])
    for (const stranger of [all.jonas, all.ines]) expect((await app.get(path, stranger)).status).toBe(404)
    expect((await app.get('/appointments/no-id/calendar.ics', all.amara)).status).toBe(404)
    expect((await app.get(path)).status).toBe(303)
  })

  test('is not there before its time is chosen', async () => {
    const id = newId()
    const proposing = { id, contextId: context, kind: 'session', minutes: 60, timeZone: 'Europe/Berlin', times: [soon] } as const
    await all.as(all.lena, (db) => proposeTimes(db, proposing))
    expect((await app.get(`/appointments/${id}/calendar.ics`, all.amara)).status).toBe(404)
  })
})

test('a form that says nothing of what the calendar is to show comes back', async () => {
  const answer = await app.post('/settings/calendar', {}, all.amara)
  expect(answer.status).toBe(422)
  expect(await (await app.get('/settings', all.amara)).text()).toContain('href="/settings/calendar"')
})
