import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { inboxJob } from '#platform/mail/inbox.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { type ImapMailbox, openImapMailbox } from '../../../tests/mail/imap-server.ts'
import { type Answered, programs } from '../../../tests/mail/replies.ts'
import { appointmentById } from '../queries/appointments.ts'
import type { Announcing } from './announce.ts'
import { answerAppointment, bookAppointment, moveAppointment, renameAppointment } from './appointment.ts'
import { changeOneTime } from './one-time.ts'
import { takeReplies } from './take-reply.ts'

let all: Cast
let mailbox: ImapMailbox
let context: string
let id: string
let uid: string
let counted: { taken: number; ignored: number }[] = []
const told: Announcing = {
  me: { name: 'Lena' } as Me,
  title: 'Auswertung',
  place: null,
  href: '/',
  canMail: false,
  origin: 'https://lotse.example.org',
  calendarMail: { address: 'lotse@example.org', takesReplies: true },
  now: new Date('2026-11-23T08:00:00Z'),
}

beforeAll(async () => {
  all = await cast()
  mailbox = await openImapMailbox()
})
afterAll(async () => {
  await mailbox.close()
  await all.close()
})
beforeEach(async () => {
  counted = []
  context = newId()
  id = newId()
  await all.as(all.lena, async (db) => {
    await foundAudience(db, context, 'host')
    await letIn(db, context, all.amara.personId, 'member')
    const startsAt = new Date('2027-03-28T08:00:00Z')
    await bookAppointment(db, { id, contextId: context, kind: 'session', startsAt, minutes: 60, timeZone: 'Europe/Berlin' }, told)
  })
  uid = await uidFor(all.amara)
})

/** As the calendar of somebody knows the appointment. */
async function uidFor(who: Person, appointmentId = id): Promise<string> {
  const { mark } = (await all.as(who, (db) => appointmentById(db, appointmentId)))!
  return `${appointmentId}-${mark}@lotse.example.org`
}

const answered = (more: Partial<Answered> = {}): Answered => ({
  from: 'amara@example.org',
  uid,
  sequence: 0,
  partstat: 'ACCEPTED',
  ...more,
})
const take = async (raw: string) => takeReplies(told.origin)(all.database, await simpleParser(raw))
const look = (folder: 'INBOX' | 'Lotse' = 'INBOX') =>
  inboxJob(mailbox.url(folder), [takeReplies(told.origin)], (round) => counted.push(round)).run(all.database, {})
const attendance = async () =>
  (await all.as(all.lena, (db) => appointmentById(db, id)))!.attendance.find(({ personId }) => personId === all.amara.personId)

describe.each(Object.entries(programs))('an answer that %s sends', (_name, write) => {
  test.each([
    ['ACCEPTED', 'accepted'],
    ['TENTATIVE', 'tentative'],
    ['DECLINED', 'declined'],
  ] as const)('%s is noted as %s, and that it came by mail', async (partstat, answer) => {
    expect(await take(write(answered({ partstat })))).toBe(true)
    expect(await attendance()).toMatchObject({ answer, by: 'mail' })
  })
})

test('what lies in the mailbox is looked at in its order, and then is read, whatever it was', async () => {
  const answers = [
    programs.google(answered({ partstat: 'ACCEPTED' })),
    programs.outlook(answered({ partstat: 'TENTATIVE' })),
    programs.apple(answered({ partstat: 'DECLINED' })),
  ]
  const others = [
    'From: amara@example.org\nSubject: Hallo\n\nIch komme gern.\n',
    'x'.repeat(2_000),
    `From: amara@example.org\n\n${`${'x'.repeat(78)}\n`.repeat(20_000)}`,
  ]
  for (const raw of [...answers, ...others]) mailbox.put('INBOX', raw)
  await look()
  expect(await attendance()).toMatchObject({ answer: 'declined', by: 'mail' })
  expect([mailbox.unread('INBOX'), counted]).toEqual([0, [{ taken: 3, ignored: 3 }]])
})

test('an answer is read once, out of the folder that was named, and an empty mailbox is no news', async () => {
  mailbox.put('Lotse', programs.apple(answered()))
  await look('INBOX')
  expect(await attendance()).toBeUndefined()
  await look('Lotse')
  expect(await attendance()).toMatchObject({ answer: 'accepted' })
  await all.as(all.amara, (db) => answerAppointment(db, id, 'declined'))
  await look('Lotse')
  expect(await attendance()).toMatchObject({ answer: 'declined', by: 'page' })
  expect([mailbox.unread('Lotse'), counted]).toEqual([0, [{ taken: 1, ignored: 0 }]])
})

describe('what changes nothing:', () => {
  let others: string
  beforeEach(async () => {
    others = await uidFor(all.lena)
  })
  const strange: [string, () => string][] = [
    ['an answer to what was asked before the appointment moved', () => programs.google(answered({ sequence: 0 }))],
    ['one to what was never asked', () => programs.google(answered({ sequence: 7 }))],
    ['one to another appointment', () => programs.google(answered({ uid: uid.replace(id, newId()), sequence: 1 }))],
    ['one to the same number at another host', () => programs.google(answered({ uid: uid.replace('lotse.', 'other.'), sequence: 1 }))],
    [
      'one from somebody else in her name',
      () => programs.google(answered({ from: 'jonas@example.org', attendee: 'amara@example.org', sequence: 1 })),
    ],
    ['one from her in the name of somebody else', () => programs.google(answered({ attendee: 'lena@example.org', sequence: 1 }))],
    ['one from somebody who was not invited', () => programs.google(answered({ from: 'jonas@example.org', sequence: 1 }))],
    ['one from next door', () => programs.google(answered({ from: 'nour@example.org', sequence: 1 }))],
    [
      'one from her address that lacks the mark of her calendar',
      () => programs.google(answered({ uid: `${id}@lotse.example.org`, sequence: 1 })),
    ],
    ['one from her address with the mark of somebody else', () => programs.google(answered({ uid: others, sequence: 1 }))],
    ['one about a single time of what happens once', () => programs.google(answered({ sequence: 1, time: '20270329T100000' }))],
    ['a request instead of an answer', () => programs.google(answered({ sequence: 1 })).replaceAll('METHOD:REPLY', 'METHOD:REQUEST')],
    ['half a calendar', () => programs.google(answered({ sequence: 1 })).replaceAll('END:VEVENT', '')],
  ]
  test.each(strange)('%s', async (_name, write) => {
    const move = { startsAt: new Date('2027-03-29T08:00:00Z'), minutes: 60, timeZone: 'Europe/Berlin' }
    await all.as(all.lena, (db) => moveAppointment(db, id, move, told))
    // Without the file beside it, which says the same.
    expect(await take(write().replace(/(Content-Transfer-Encoding: base64\n\n)[A-Za-z0-9+/=]{200,}/, '$1'))).toBe(false)
    const noted = (await all.as(all.lena, (db) => appointmentById(db, id)))!.attendance
    expect(noted.filter(({ personId }) => personId !== all.lena.personId)).toEqual([])
  })

  test('but the answer to what was asked last counts', async () => {
    const move = { startsAt: new Date('2027-03-29T08:00:00Z'), minutes: 60, timeZone: 'Europe/Berlin' }
    await all.as(all.lena, (db) => moveAppointment(db, id, move, told))
    expect(await take(programs.google(answered({ sequence: 1 })))).toBe(true)
    expect(await attendance()).toMatchObject({ answer: 'accepted' })
  })

  test('one from an address that nobody confirmed, or of somebody who is no longer invited', async () => {
    await all.owner.query('update account set email_confirmed_at = null where person_id = $1', [all.amara.personId])
    expect(await take(programs.apple(answered()))).toBe(false)
    await all.owner.query('update account set email_confirmed_at = now() where person_id = $1', [all.amara.personId])
    await all.as(all.lena, (db) => letGo(db, context, all.amara.personId))
    expect(await take(programs.apple(answered()))).toBe(false)
    expect(await attendance()).toBeUndefined()
  })
})

test('an answer given before only the words changed counts: nobody was asked anew', async () => {
  await all.as(all.lena, (db) => renameAppointment(db, id, told))
  expect(await take(programs.apple(answered({ sequence: 0 })))).toBe(true)
})

test('what calendars knew before there were marks is answered as it was', async () => {
  await all.owner.query('update appointment set secret = null where id = $1', [id])
  expect(await uidFor(all.amara)).toContain('null')
  expect(await take(programs.outlook(answered({ uid: `${id}@lotse.example.org` })))).toBe(true)
})

describe('an answer to one time of several', () => {
  const third = '20270411T100000'
  const recursAt = new Date('2027-04-11T08:00:00Z')
  beforeEach(async () => {
    id = newId()
    const startsAt = new Date('2027-03-14T09:00:00Z')
    const weekly = {
      id,
      contextId: context,
      kind: 'session',
      startsAt,
      minutes: 60,
      timeZone: 'Europe/Berlin',
      recurrence: { weeks: 1 },
    } as const
    await all.as(all.lena, (db) => bookAppointment(db, weekly, told))
    uid = await uidFor(all.amara)
  })
  const said = async () =>
    (await all.as(all.lena, (db) => appointmentById(db, id)))!.attendance
      .filter(({ personId }) => personId === all.amara.personId)
      .map(({ recursAt: at, answer }) => [at?.toISOString() ?? 'all', answer])
  const move = (to: { startsAt: Date; minutes: number } | null) =>
    all.as(all.lena, (db) => changeOneTime(db, id, recursAt, to, { ...told, now: new Date('2027-03-01T00:00:00Z') }))

  test.each(Object.entries(programs))('that %s sends is to that one, across the change of the clocks', async (_name, write) => {
    expect(await take(write(answered({ partstat: 'ACCEPTED' })))).toBe(true)
    expect(await take(write(answered({ partstat: 'DECLINED', time: third })))).toBe(true)
    expect(await said()).toEqual(
      expect.arrayContaining([
        ['all', 'accepted'],
        [recursAt.toISOString(), 'declined'],
      ]),
    )
  })

  test('counts where the time was moved, from when that was told; a move forgets what was said before', async () => {
    expect(await take(programs.google(answered({ time: third })))).toBe(true)
    await move({ startsAt: new Date('2027-04-12T12:00:00Z'), minutes: 60 })
    expect(await said()).toEqual([])
    expect(await take(programs.google(answered({ time: third })))).toBe(false)
    expect(await take(programs.google(answered({ time: third, sequence: 1 })))).toBe(true)
    expect(await take(programs.google(answered({ time: '20270404T100000' })))).toBe(true)
    expect(await said()).toHaveLength(2)
  })

  test('is none where there is no such time, or it does not take place', async () => {
    await move(null)
    for (const time of [third, '20270410T100000', '20270411T090000'])
      expect(await take(programs.outlook(answered({ time, sequence: 1 })))).toBe(false)
    const following = programs
      .google(answered({ time: '20270404T100000', sequence: 1 }))
      .replaceAll('RECURRENCE-ID:', 'RECURRENCE-ID;RANGE=THISANDFUTURE:')
    expect(await take(following.replace(/(Content-Transfer-Encoding: base64\n\n)[A-Za-z0-9+/=]{200,}/, '$1'))).toBe(false)
    expect(await said()).toEqual([])
  })
})

test('while the database is away a letter stays unread', async () => {
  mailbox.put('INBOX', programs.apple(answered()))
  const away = inboxJob(mailbox.url('INBOX'), [() => Promise.reject(new Error('away'))], (round) => counted.push(round))
  await expect(away.run(all.database, {})).rejects.toThrow('away')
  expect(mailbox.unread('INBOX')).toBe(1)
  await look()
  expect(await attendance()).toMatchObject({ answer: 'accepted' })
})
