import { simpleParser } from 'mailparser'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { inboxJob } from '#platform/mail/inbox.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { type ImapMailbox, openImapMailbox } from '../../../tests/mail/imap-server.ts'
import { type Answered, programs } from '../../../tests/mail/replies.ts'
import { appointmentById } from '../queries/appointments.ts'
import type { Announcing } from './announce.ts'
import { answerAppointment, bookAppointment, moveAppointment } from './appointment.ts'
import { takeReplies } from './take-reply.ts'

let all: Cast
let mailbox: ImapMailbox
let context: string
let id: string
let counted: { taken: number; ignored: number }[] = []
const told: Announcing = {
  me: { name: 'Lena' } as Me,
  title: 'Auswertung',
  place: null,
  href: '/',
  canMail: false,
  origin: 'https://lotse.example.org',
  calendarMail: { address: 'lotse@example.org', takesReplies: true },
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
})

const answered = (more: Partial<Answered> = {}): Answered => ({
  from: 'amara@example.org',
  uid: `${id}@lotse.example.org`,
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
  const strange: [string, () => string][] = [
    ['an answer to what was asked before the appointment moved', () => programs.google(answered({ sequence: 0 }))],
    ['one to what was never asked', () => programs.google(answered({ sequence: 7 }))],
    ['one to another appointment', () => programs.google(answered({ uid: `${newId()}@lotse.example.org`, sequence: 1 }))],
    ['one to the same number at another host', () => programs.google(answered({ uid: `${id}@other.example.org`, sequence: 1 }))],
    [
      'one from somebody else in her name',
      () => programs.google(answered({ from: 'jonas@example.org', attendee: 'amara@example.org', sequence: 1 })),
    ],
    ['one from her in the name of somebody else', () => programs.google(answered({ attendee: 'lena@example.org', sequence: 1 }))],
    ['one from somebody who was not invited', () => programs.google(answered({ from: 'jonas@example.org', sequence: 1 }))],
    ['one from next door', () => programs.google(answered({ from: 'nour@example.org', sequence: 1 }))],
    [
      'one about a single time of several',
      () => programs.google(answered({ sequence: 1 })).replaceAll(/^UID:/gm, 'RECURRENCE-ID:20270328T080000Z\nUID:'),
    ],
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

test('while the database is away a letter stays unread', async () => {
  mailbox.put('INBOX', programs.apple(answered()))
  const away = inboxJob(mailbox.url('INBOX'), [() => Promise.reject(new Error('away'))], (round) => counted.push(round))
  await expect(away.run(all.database, {})).rejects.toThrow('away')
  expect(mailbox.unread('INBOX')).toBe(1)
  await look()
  expect(await attendance()).toMatchObject({ answer: 'accepted' })
})
