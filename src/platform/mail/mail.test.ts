import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asVisitor } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { type Jobs, startJobs } from '#platform/jobs/jobs.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type Mailbox, openMailbox } from '../../../tests/mail/server.ts'
import type { Letter } from './letter.tsx'
import { queueLetter } from './mail.ts'
import { mailJobs } from './send.ts'

let mine: TestDatabase
let database: Database
let mailbox: Mailbox
let jobs: Jobs
const organisation = newId()

beforeAll(async () => {
  mine = await testDatabase()
  database = openDatabase({ url: mine.servingUrl })
  await mine.ownerPool.query(`insert into organisation (id, name, default_locale) values ($1, 'Werkhof Nord', 'de')`, [organisation])
  mailbox = await openMailbox()
  const served = mailJobs({ smtpUrl: mailbox.url, from: 'Lotse <lotse@beispiel.de>' })
  jobs = await startJobs({ database, jobs: served, onFailure: (name) => expect.fail(name) })
})
beforeEach(() => {
  mailbox.received.length = 0
})
afterAll(async () => {
  await jobs.stop()
  await mailbox.close()
  await database.close()
  await mine.drop()
})

const letter: Letter = {
  kind: 'digest',
  locale: 'de',
  subject: 'Grüße aus dem Hafen – „schön“',
  greeting: 'Guten Tag, Amara',
  paragraphs: ['Größe & <Maß>'],
  lines: [{ heading: 'Heute', items: [{ href: 'https://lotse.beispiel.de/journeys/1', label: 'Zur Auswertung', about: 'vereinbart' }] }],
  link: { href: 'https://lotse.beispiel.de/password/abc', label: 'Neues Passwort wählen' },
  from: 'Werkhof Nord',
  reason: 'Diese Mail kommt, weil du sie bestellt hast.',
  unsubscribe: {
    rarer: [{ href: 'https://lotse.beispiel.de/mail/abc/less', label: 'Seltener' }],
    off: { href: 'https://lotse.beispiel.de/mail/abc/off', label: 'Nicht mehr' },
  },
}
const send = (to = 'amara@beispiel.de') => asVisitor(database, organisation, (db) => queueLetter(db, to, letter))

test('a letter arrives as text and as HTML that say the same, in the name of the organisation', async () => {
  await send()
  await expect.poll(() => mailbox.received.length).toBe(1)
  const { mail, to } = mailbox.received[0]!
  expect(to).toEqual(['amara@beispiel.de'])
  expect(mail.from?.value).toEqual([{ name: 'Werkhof Nord', address: 'lotse@beispiel.de' }])
  expect(mail.subject).toBe(letter.subject)
  const told = [letter.link!.href, letter.reason!, 'Zur Auswertung', 'vereinbart', 'Seltener', letter.unsubscribe!.rarer[0]!.href]
  for (const words of told) {
    expect(mail.text).toContain(words)
    expect(mail.html).toContain(words)
  }
  expect(mail.text).toContain('Größe & <Maß>')
  expect(mail.html).toContain('Größe &amp; &lt;Maß&gt;')
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('a mail program can end this kind of letter with one click', async () => {
  await send()
  await expect.poll(() => mailbox.received.length).toBe(1)
  const { headerLines } = mailbox.received[0]!.mail
  const lines = headerLines.map(({ line }) => line)
  expect(lines).toContain('List-Unsubscribe: <https://lotse.beispiel.de/mail/abc/off>')
  expect(lines).toContain('List-Unsubscribe-Post: List-Unsubscribe=One-Click')
})

test('what a transaction took back is never sent', async () => {
  const undone = asVisitor(database, organisation, async (db) => {
    await queueLetter(db, 'undone@beispiel.de', letter)
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await send('done@beispiel.de')
  await expect.poll(() => mailbox.received.flatMap(({ to }) => to)).toEqual(['done@beispiel.de'])
})

test('a letter that lay in the queue before there was an outbox still goes out, once and under its name', async () => {
  const key = newId()
  const old = { key, to: 'old@beispiel.de', from: 'Werkhof Nord', subject: 'Von früher', text: 'Guten Tag', html: '<p>Guten Tag</p>' }
  const enqueue = () => mine.ownerPool.query(`select graphile_worker.add_job('send_mail', $1::json)`, [JSON.stringify(old)])
  await enqueue()
  await expect.poll(() => mailbox.received.map(({ mail }) => mail.messageId)).toEqual([`<${key}@beispiel.de>`])
  await enqueue()
  await send('later@beispiel.de')
  await expect.poll(() => mailbox.received.flatMap(({ to }) => to)).toEqual(['old@beispiel.de', 'later@beispiel.de'])
})

test('neither a person nor a visitor sees the queue or the outbox, or can ask for another job', async () => {
  const closed = [
    'select * from graphile_worker._private_jobs',
    `select graphile_worker.add_job('send_letter', '{}')`,
    'select * from letter',
  ]
  for (const role of ['lotse_person', 'lotse_visitor']) {
    for (const question of closed) {
      const client = await database.pool.connect()
      await client.query(`begin; set local role ${role}`)
      await expect(client.query(question)).rejects.toThrow('permission denied')
      await client.query('rollback')
      client.release()
    }
  }
})
