import type { AddressInfo } from 'node:net'
import { type ParsedMail, simpleParser } from 'mailparser'
import { SMTPServer } from 'smtp-server'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { asVisitor } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { type Jobs, startJobs } from '#platform/jobs/jobs.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import type { Letter } from './letter.tsx'
import { queueLetter, sendMailJob } from './mail.ts'

let mine: TestDatabase
let database: Database
const received: { mail: ParsedMail; to: string[] }[] = []
let refusals = 0
let failures: string[] = []
let jobs: Jobs
const mailbox = new SMTPServer({
  disabledCommands: ['AUTH', 'STARTTLS'],
  onData(stream, session, done) {
    if (refusals-- > 0) {
      stream.resume()
      return stream.on('end', () => done(Object.assign(new Error('busy'), { responseCode: 451 })))
    }
    simpleParser(stream).then((mail) => {
      received.push({ mail, to: session.envelope.rcptTo.map((one) => one.address) })
      done()
    }, done)
  },
})

beforeAll(async () => {
  mine = await testDatabase()
  database = openDatabase({ url: mine.servingUrl })
  await new Promise<void>((ready) => mailbox.listen(0, '127.0.0.1', ready))
  const { port } = mailbox.server.address() as AddressInfo
  const job = sendMailJob({ smtpUrl: `smtp://127.0.0.1:${port}`, from: 'lotse@beispiel.de' })
  jobs = await startJobs({ database, jobs: [job], onFailure: (name) => failures.push(name) })
})
beforeEach(() => {
  received.length = 0
  failures = []
})
afterAll(async () => {
  await jobs.stop()
  await new Promise<void>((closed) => mailbox.close(closed))
  await database.close()
  await mine.drop()
})

const letter: Letter = {
  locale: 'de',
  subject: 'Grüße aus dem Hafen – „schön“',
  greeting: 'Guten Tag, Amara',
  paragraphs: ['Größe & <Maß>'],
  link: { href: 'https://lotse.beispiel.de/password/abc', label: 'Neues Passwort wählen' },
  from: 'Werkhof Nord',
}
const send = (to = 'amara@beispiel.de') => asVisitor(database, undefined, (db) => queueLetter(db, to, letter))

test('a letter arrives as text and as HTML that say the same, in the name of the organisation', async () => {
  await send()
  await expect.poll(() => received.length, { timeout: 8_000 }).toBe(1)
  const { mail, to } = received[0]!
  expect(to).toEqual(['amara@beispiel.de'])
  expect(mail.from?.value).toEqual([{ name: 'Werkhof Nord', address: 'lotse@beispiel.de' }])
  expect(mail.subject).toBe(letter.subject)
  expect(mail.text).toContain('Größe & <Maß>')
  expect(mail.text).toContain(letter.link!.href)
  expect(mail.html).toContain('Größe &amp; &lt;Maß&gt;')
  expect(mail.html).toContain(`href="${letter.link!.href}"`)
  expect(mail.headers.get('auto-submitted')).toBe('auto-generated')
})

test('what a transaction took back is never sent', async () => {
  const undone = asVisitor(database, undefined, async (db) => {
    await queueLetter(db, 'undone@beispiel.de', letter)
    throw new Error('no')
  })
  await expect(undone).rejects.toThrow('no')
  await send('done@beispiel.de')
  await expect.poll(() => received.flatMap(({ to }) => to), { timeout: 8_000 }).toEqual(['done@beispiel.de'])
})

test('a busy mail server is tried again, with the same Message-ID', async () => {
  refusals = 1
  await send()
  await expect.poll(() => failures, { timeout: 8_000 }).toEqual(['send_mail'])
  const { rows } = await mine.ownerPool.query(`select key, payload ->> 'key' as payload_key from graphile_worker._private_jobs`)
  await mine.ownerPool.query('update graphile_worker._private_jobs set run_at = now()')
  await send('wakes@beispiel.de')
  await expect.poll(() => received.map(({ mail }) => mail.messageId), { timeout: 15_000 }).toContain(`<${rows[0].key}@beispiel.de>`)
  expect(rows[0].payload_key).toBe(rows[0].key)
})

test('neither a person nor a visitor sees the queue or can ask for another job', async () => {
  for (const role of ['lotse_person', 'lotse_visitor']) {
    for (const question of ['select * from graphile_worker._private_jobs', `select graphile_worker.add_job('send_mail', '{}')`]) {
      const client = await database.pool.connect()
      await client.query(`begin; set local role ${role}`)
      await expect(client.query(question)).rejects.toThrow('permission denied for schema graphile_worker')
      await client.query('rollback')
      client.release()
    }
  }
})
