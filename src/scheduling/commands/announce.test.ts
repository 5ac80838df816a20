import ICAL from 'ical.js'
import type { ParsedMail } from 'mailparser'
import { expandRecurringEvent, sync, type VEvent } from 'node-ical'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { type Jobs, startJobs } from '#platform/jobs/jobs.ts'
import { mailJobs } from '#platform/mail/send.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { type Mailbox, openMailbox } from '../../../tests/mail/server.ts'
import { appointmentById } from '../queries/appointments.ts'
import { type Announcing, announce } from './announce.ts'
import { answerAppointment, bookAppointment, cancelAppointment, moveAppointment, renameAppointment } from './appointment.ts'
import { changeOneTime } from './one-time.ts'
import { reconcileCalendars } from './reconcile.ts'

let all: Cast
let mailbox: Mailbox
let jobs: Jobs
let context: string
let told: Announcing

beforeAll(async () => {
  all = await cast()
  mailbox = await openMailbox()
  const served = mailJobs({ smtpUrl: mailbox.url, from: 'lotse@nordwerk.example' })
  jobs = await startJobs({ database: all.database, jobs: served, onFailure: (name) => expect.fail(name) })
  await all.owner.query(`update person set locale = 'en', time_zone = 'Europe/London' where id = $1`, [all.amara.personId])
  await all.owner.query('update account set email_confirmed_at = null where person_id = $1', [all.jonas.personId])
  told = {
    me: { personId: all.lena.personId, name: all.lena.name, organisationName: 'Nordwerk' } as Me,
    title: 'Auswertung der Runde',
    place: 'Raum 3',
    href: '/sessions/1',
    canMail: true,
    origin: 'https://lotse.nordwerk.example',
    calendarMail: { address: 'lotse@nordwerk.example', takesReplies: true },
    now: new Date('2026-11-23T08:00:00Z'),
  }
})
beforeEach(async () => {
  mailbox.received.length = 0
  await all.owner.query('delete from appointment')
  await all.owner.query('delete from calendar_invitation')
  context = newId()
  await all.as(all.lena, async (db) => {
    await foundAudience(db, context, 'host')
    await letIn(db, context, all.amara.personId, 'member')
    await letIn(db, context, all.jonas.personId, 'member')
    await letIn(db, context, all.ines.personId, 'reader')
  })
})
afterAll(async () => {
  await jobs.stop()
  await mailbox.close()
  await all.close()
})

const sunday = new Date('2038-03-28T08:00:00Z')
const book = async (announcing = told) => {
  const id = newId()
  const booking = { id, contextId: context, kind: 'session', startsAt: sunday, minutes: 60, timeZone: 'Europe/Berlin' } as const
  await all.as(all.lena, (db) => bookAppointment(db, booking, announcing))
  return id
}
/** The letters of the last command, by address. */
async function letters(count = 2): Promise<Record<string, ParsedMail>> {
  await expect.poll(() => mailbox.received.length).toBe(count)
  const byAddress = Object.fromEntries(mailbox.received.map(({ mail, to }) => [to[0]!, mail]))
  mailbox.received.length = 0
  return byAddress
}
const parts = (mail: ParsedMail) =>
  mail.attachments.map(({ contentType, headers, content, filename }) => ({
    contentType,
    method: (headers.get('content-type') as { params?: { method?: string } } | undefined)?.params?.method,
    filename,
    text: content.toString(),
  }))
const calendarIn = (mail: ParsedMail) => parts(mail)[0]!.text
const eventIn = (text: string) => Object.values(sync.parseICS(text)).find((one): one is VEvent => one?.type === 'VEVENT')!

/** Nobody but the calendar it went to knows the second part. */
const uidOf = (id: string) => expect.stringMatching(new RegExp(`^${id}-[0-9a-f]{32}@lotse\\.nordwerk\\.example$`))

test('everybody with a confirmed address gets a letter of their own: in their language, by their clock, and by the clocks of the others', async () => {
  const id = await book()
  const { 'amara@example.org': amara, 'lena@example.org': lena } = await letters()
  expect(amara!.subject).toBe('Session: Auswertung der Runde')
  expect(amara!.text).toContain('Lena Brandt invites you to “Auswertung der Runde”.')
  expect(amara!.text).toContain('Sunday, 28 March 2038, 09:00 to 10:00 (09:00 for you, 10:00 for Jonas Petersen and Lena Brandt)')
  expect(amara!.text).toContain('Place: Raum 3')
  expect(amara!.text).toContain('https://lotse.nordwerk.example/sessions/1')
  expect(lena!.subject).toBe('Termin: Auswertung der Runde')
  expect(lena!.text).toContain('Sonntag, 28. März 2038, 10:00 bis 11:00 Uhr (10:00 für dich und Jonas Petersen, 09:00 für Amara Okafor)')
  expect(eventIn(calendarIn(amara!)).uid).toEqual(uidOf(id))
})

test('the letter carries the appointment as a calendar takes it: in the letter and beside it, the method in the header and in the file', async () => {
  await book()
  const mail = (await letters())['amara@example.org']!
  const [within, beside] = parts(mail)
  expect(within).toMatchObject({ contentType: 'text/calendar', method: 'REQUEST' })
  expect(beside).toMatchObject({ contentType: 'application/ics', filename: 'lotse.ics', text: within!.text })
  const calendar = new ICAL.Component(ICAL.parse(within!.text))
  expect(calendar.getFirstPropertyValue('method')).toBe('REQUEST')
  const event = calendar.getFirstSubcomponent('vevent')!
  expect(event.getFirstPropertyValue('organizer')).toBe('mailto:lotse@nordwerk.example')
  expect(event.getFirstProperty('organizer')?.getFirstParameter('cn')).toBe('Lena Brandt')
  expect(event.getAllProperties('attendee').map((one) => String(one.getFirstValue()).toLowerCase())).toEqual(['mailto:amara@example.org'])
  expect(within!.text).not.toContain('lena@example.org')
})

test('a request, its changes and its end are one thing: the same UID, a rising number, and the method of each', async () => {
  const id = await book()
  const seen = [(await letters())['amara@example.org']!]
  await all.as(all.lena, (db) =>
    moveAppointment(db, id, { startsAt: new Date('2038-03-29T08:00:00Z'), minutes: 45, timeZone: 'Europe/Berlin' }, told),
  )
  seen.push((await letters())['amara@example.org']!)
  await all.as(all.lena, (db) => renameAppointment(db, id, { ...told, place: 'Raum 4' }))
  seen.push((await letters())['amara@example.org']!)
  await all.as(all.lena, (db) => cancelAppointment(db, id, told))
  seen.push((await letters())['amara@example.org']!)
  expect(seen.map((mail) => mail.subject?.split(':')[0])).toEqual(['Session', 'Changed', 'Changed', 'Cancelled'])
  expect(seen.map((mail) => parts(mail)[0]!.method)).toEqual(['REQUEST', 'REQUEST', 'REQUEST', 'CANCEL'])
  const events = seen.map((mail) => eventIn(calendarIn(mail)))
  expect(new Set(events.map(({ uid }) => uid)).size).toBe(1)
  expect(events.map(({ sequence }) => Number(sequence))).toEqual([0, 1, 2, 3])
  expect(events.map(({ start }) => start.toISOString())).toEqual([
    '2038-03-28T08:00:00.000Z',
    '2038-03-29T08:00:00.000Z',
    '2038-03-29T08:00:00.000Z',
    '2038-03-29T08:00:00.000Z',
  ])
  expect(events.map(({ location }) => location)).toEqual(['Raum 3', 'Raum 3', 'Raum 4', 'Raum 3'])
  expect(events.at(-1)!.status).toBe('CANCELLED')
})

describe('of what recurs,', () => {
  const second = new Date('2038-04-04T08:00:00Z')
  const tuesday = { startsAt: new Date('2038-04-06T12:00:00Z'), minutes: 45 }
  const weekly = async () => {
    const id = newId()
    const booking = { id, contextId: context, kind: 'session', startsAt: sunday, minutes: 60, timeZone: 'Europe/Berlin' } as const
    await all.as(all.lena, (db) => bookAppointment(db, { ...booking, recurrence: { weeks: 1 } }, told))
    return { id, first: (await letters())['amara@example.org']! }
  }
  const change = async (id: string, to: typeof tuesday | null) => {
    await all.as(all.lena, (db) => changeOneTime(db, id, second, to, told))
    return (await letters())['amara@example.org']!
  }

  test('one time is moved, called off and put back by letters about that time alone: the same UID, a rising number', async () => {
    const { id, first } = await weekly()
    expect(first.text).toContain('From then on every week at the same time of day (Europe/Berlin).')
    expect(first.text).toContain(`https://lotse.nordwerk.example/appointments/${id}`)
    const seen = [first, await change(id, tuesday), await change(id, null), await change(id, { startsAt: second, minutes: 60 })]
    expect(seen.map(({ subject }) => subject?.split(':')[0])).toEqual(['Session', 'Moved', 'Dropped', 'On again'])
    expect(seen[1]!.text).toContain('It was on Sunday, 4 April 2038, 09:00 to 10:00. This is how it stands now:')
    expect(seen[1]!.text).toContain('Tuesday, 6 April 2038, 13:00 to 13:45')
    expect(seen[1]!.text).toContain('All the other dates stay as they are.')
    expect(seen.map((mail) => parts(mail)[0]!.method)).toEqual(['REQUEST', 'REQUEST', 'CANCEL', 'REQUEST'])
    const events = seen.map((mail) => new ICAL.Component(ICAL.parse(calendarIn(mail))).getAllSubcomponents('vevent'))
    expect(events.map((each) => each.length)).toEqual([1, 1, 1, 1])
    const of = (name: string) => events.map(([event]) => event!.getFirstPropertyValue(name)?.toString() ?? null)
    expect(new Set(of('uid')).size).toBe(1)
    expect(of('sequence')).toEqual(['0', '1', '2', '3'])
    expect(of('recurrence-id')).toEqual([null, ...Array.from({ length: 3 }, () => '2038-04-04T10:00:00')])
    expect(of('status')).toEqual(['CONFIRMED', 'CONFIRMED', 'CANCELLED', 'CONFIRMED'])
  })

  test('whoever left long after it began is told of the next time, and that all after it are off too', async () => {
    const { id } = await weekly()
    const long = `update calendar_invitation set starts_at = '2020-01-05T09:00Z' where appointment_id = '${id}'`
    await all.owner.query(long)
    await all.as(all.lena, (db) => letGo(db, context, all.amara.personId))
    await reconcile()
    const { text } = (await letters(1))['amara@example.org']!
    expect(text).not.toContain('2020')
    expect(text).toContain('That holds for all dates after it, too.')
  })

  test('whoever was told of everything hears nothing twice; whoever joined meanwhile is told of the whole, with its single times', async () => {
    const { id } = await weekly()
    await all.as(all.lena, (db) => letGo(db, context, all.ines.personId))
    await all.as(all.lena, (db) => letIn(db, context, all.ines.personId, 'member'))
    await all.as(all.lena, (db) => changeOneTime(db, id, second, tuesday, told))
    await letters(3)
    await reconcile()
    const [first, moved] = Object.values(sync.parseICS(calendarIn((await letters(1))['ines@example.org']!)))
      .filter((one): one is VEvent => one?.type === 'VEVENT')
      .flatMap((one) => expandRecurringEvent(one, { from: sunday, to: new Date('2038-04-10') }))
      .map(({ start }) => start.toISOString())
    expect([first, moved]).toEqual([sunday.toISOString(), tuesday.startsAt.toISOString()])
    await reconcile()
    expect((await all.owner.query(`select from letter where state = 'waiting'`)).rowCount).toBe(0)
  })
})

test('an answer that was given travels along, and is asked for only where it is taken in', async () => {
  const id = await book({ ...told, calendarMail: { ...told.calendarMail, takesReplies: false } })
  const first = (await letters())['amara@example.org']!
  expect(calendarIn(first).replaceAll('\r\n ', '')).toMatch(/PARTSTAT=NEEDS-ACTION;RSVP=FALSE/)
  expect(first.text).toContain('You can answer on the page.')
  await all.as(all.amara, (db) => answerAppointment(db, id, 'accepted'))
  await all.as(all.lena, (db) => renameAppointment(db, id, told))
  expect(calendarIn((await letters())['amara@example.org']!).replaceAll('\r\n ', '')).toMatch(/PARTSTAT=ACCEPTED;RSVP=TRUE/)
})

test('whoever goes before the others hears of it alone; nobody but the host can have letters written', async () => {
  const id = await book()
  await letters()
  await all.as(all.lena, async (db) => announce(db, (await appointmentById(db, id))!, { method: 'CANCEL' }, told, [all.amara.personId]))
  expect(parts((await letters(1))['amara@example.org']!)[0]!.method).toBe('CANCEL')
  await all.as(all.amara, async (db) => announce(db, (await appointmentById(db, id))!, { method: 'CANCEL' }, told))
  expect((await all.owner.query(`select from letter where state = 'waiting'`)).rowCount).toBe(0)
})

const reconcile = () => {
  const pageOf = (_kind: string, contextId: string) => `/sessions/${contextId}`
  return reconcileCalendars({ origin: told.origin, calendarMail: told.calendarMail, pageOf }).run(all.database, {})
}

describe('what no command could write is written soon after, once:', () => {
  const titled = (person: Person, title: string) =>
    all.as(person, (db) => {
      const texts = [{ field: 'title', body: title, baseVersion: 0 }]
      return writePassages(db, { contextId: context, subjectId: context, audienceOf: () => context, texts })
    })

  test('to whoever joins after the time was set, with the words that they may read', async () => {
    await titled(all.lena, 'Auswertung zu dritt')
    const id = await book()
    await letters()
    await all.as(all.lena, (db) => letGo(db, context, all.ines.personId))
    await all.as(all.lena, (db) => letIn(db, context, all.ines.personId, 'member'))
    await reconcile()
    await reconcile()
    const mail = (await letters(1))['ines@example.org']!
    expect(mail.subject).toBe('Termin: Auswertung zu dritt')
    expect(mail.text).toContain(`https://lotse.nordwerk.example/sessions/${context}`)
    expect([eventIn(calendarIn(mail)).uid, parts(mail)[0]!.method]).toEqual([uidOf(id), 'REQUEST'])
  })

  test('to everybody, when somebody changes the words who does not steer it', async () => {
    const id = await book()
    await letters()
    await titled(all.amara, 'Unser Treffen')
    await all.as(all.amara, (db) => renameAppointment(db, id, { ...told, me: { ...told.me, personId: all.amara.personId } }))
    expect((await all.as(all.amara, (db) => appointmentById(db, id)))!.organiserId).toBe(all.lena.personId)
    await reconcile()
    await reconcile()
    const sent = await letters()
    expect(sent['lena@example.org']!.subject).toBe('Geändert: Unser Treffen')
    expect(Number(eventIn(calendarIn(sent['amara@example.org']!)).sequence)).toBe(1)
  })

  test('and not at the word of somebody outside', async () => {
    const id = await book()
    await letters()
    await all.as(all.lena, (db) => letGo(db, context, all.jonas.personId))
    expect(await all.as(all.jonas, (db) => renameAppointment(db, id, told))).toEqual({ ok: false, reason: 'absent' })
  })
})

describe('what a calendar shows in error is taken back, once:', () => {
  const cancelled = async (id: string, sequence: number, count = 1) => {
    await reconcile()
    await reconcile()
    const mail = (await letters(count))['amara@example.org']!
    const event = eventIn(calendarIn(mail))
    expect(parts(mail)[0]!.method).toBe('CANCEL')
    expect([event.uid, event.status, Number(event.sequence)]).toEqual([uidOf(id), 'CANCELLED', sequence])
    expect(mail.text).toContain('Sunday, 28 March 2038, 09:00 to 10:00')
    expect((await all.owner.query(`select from letter where state = 'waiting'`)).rowCount).toBe(0)
  }

  test('after somebody left', async () => {
    const id = await book()
    await letters()
    await reconcile()
    await all.as(all.lena, (db) => letGo(db, context, all.amara.personId))
    await cancelled(id, 0)
  })

  test('after it was called off with something else', async () => {
    const id = await book()
    await letters()
    await all.owner.query(`update appointment set state = 'cancelled' where id = $1`, [id])
    await cancelled(id, 1, 2)
  })

  test('after it was erased with something else', async () => {
    const id = await book()
    await letters()
    await all.owner.query('delete from appointment where id = $1', [id])
    await cancelled(id, 1, 2)
  })

  test('but not what stands, what was called off by a letter, or what is over', async () => {
    await book()
    const [gone, over] = [await book(), await book()]
    await letters(6)
    await all.as(all.lena, (db) => cancelAppointment(db, gone, told))
    await letters()
    await all.owner.query(`update calendar_invitation set starts_at = '2026-01-01' where appointment_id = $1`, [over])
    await all.owner.query('delete from appointment where id = $1', [over])
    await reconcile()
    expect((await all.owner.query(`select from letter where state = 'waiting'`)).rowCount).toBe(0)
    expect((await all.owner.query('select from calendar_invitation where appointment_id = any ($1)', [[gone, over]])).rowCount).toBe(0)
  })
})

test('without a mail server nothing waits to be sent', async () => {
  await book({ ...told, canMail: false })
  expect((await all.owner.query(`select from letter where state = 'waiting'`)).rowCount).toBe(0)
})
