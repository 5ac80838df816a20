import { spawn } from 'node:child_process'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { asVisitor } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type Mailbox, type Moment, openMailbox } from '../../../tests/mail/server.ts'
import { queueLetter } from './mail.ts'
import type { LetterState } from './outcome.ts'
import { mailJobs, sendLetter } from './send.ts'

let mine: TestDatabase
let database: Database
let mailbox: Mailbox
const organisation = newId()

beforeAll(async () => {
  mine = await testDatabase()
  database = openDatabase({ url: mine.servingUrl })
  await mine.ownerPool.query(`insert into organisation (id, name, default_locale) values ($1, 'Werkhof Nord', 'de')`, [organisation])
  mailbox = await openMailbox()
})
beforeEach(async () => {
  mailbox.received.length = 0
  mailbox.at = {}
  await mine.ownerPool.query('delete from letter')
})
afterAll(async () => {
  await mailbox.close()
  await database.close()
  await mine.drop()
})

interface Row {
  id: string
  state: LetterState
  recipient: string | null
  content: unknown
  attempts: number
  problem: string | null
  waits: number
}
const row = async (): Promise<Row> => {
  const { rows } = await mine.ownerPool.query<Row>('select *, extract(epoch from due_at - now())::int as waits from letter')
  return rows[0]!
}
async function queued(): Promise<string> {
  const letter = { locale: 'de', subject: 'Guten Tag', greeting: 'Amara', paragraphs: ['Worte'], from: 'Werkhof Nord' } as const
  await asVisitor(database, organisation, (db) => queueLetter(db, 'amara@beispiel.de', { ...letter, paragraphs: [...letter.paragraphs] }))
  return (await row()).id
}
const server = () => ({ smtpUrl: mailbox.url, from: 'lotse@beispiel.de' })
const attempt = async () => sendLetter(database, (await row()).id, server())
/** What a new process does first, and every minute. */
const round = () =>
  mailJobs(server())
    .find(({ name }) => name === 'look_after_letters')!
    .run(database, {})
const nowDue = () => mine.ownerPool.query('update letter set due_at = now()')

test('a letter that was taken leaves nothing behind but that there was one', async () => {
  await queued()
  await attempt()
  expect(await row()).toMatchObject({ state: 'sent', recipient: null, content: null, attempts: 1 })
  await attempt()
  await round()
  expect(mailbox.received).toHaveLength(1)
})

test('two processes that send at once send one letter', async () => {
  await queued()
  await Promise.all([attempt(), attempt(), round()])
  expect(mailbox.received).toHaveLength(1)
})

test('a letter that somebody else marked in the meantime is not sent: not one of its words goes out', async () => {
  await queued()
  mailbox.at.recipient = async () => void (await mine.ownerPool.query(`update letter set state = 'unknown'`))
  await attempt()
  expect(mailbox.received).toEqual([])
  expect((await row()).state).toBe('unknown')
})

describe('when the mail server', () => {
  type Met = [what: string, moment: Moment, code: number | 'cut', state: LetterState, problem: string | null]
  const met: Met[] = [
    ['breaks off before it greets', 'connect', 'cut', 'waiting', null],
    ['breaks off after the address', 'recipient', 'cut', 'waiting', null],
    ['breaks off after the words', 'words', 'cut', 'unknown', null],
    ['does not want us at all', 'connect', 554, 'waiting', null],
    ['is busy at the address', 'recipient', 451, 'waiting', null],
    ['is busy after the words', 'words', 451, 'waiting', null],
    ['does not know the address', 'recipient', 550, 'failed', 'refused'],
    ['refuses the words', 'words', 554, 'failed', 'refused'],
  ]
  test.each(met)('%s, the letter is noted as what is known of it', async (_what, moment, how, state, problem) => {
    await queued()
    mailbox.at[moment] = (cut) => (how === 'cut' ? void cut() : { code: how })
    expect(await attempt()).toBeInstanceOf(Error)
    expect(await row()).toMatchObject({ state, problem, attempts: 1 })
    const arrived = mailbox.received.length
    mailbox.at = {}
    await nowDue()
    await round()
    expect(mailbox.received.length - arrived).toBe(state === 'waiting' ? 1 : 0)
  })

  test('stays away, the distance grows, the name stays, and after the twelfth attempt the letter is given up', async () => {
    const id = await queued()
    mailbox.at.words = () => ({ code: 451 })
    const distances: number[] = []
    for (let times = 1; times <= 12; times++) {
      await nowDue()
      await round()
      distances.push((await row()).waits)
    }
    expect(distances.slice(0, 5).map((seconds) => Math.round(seconds / 60))).toEqual([1, 5, 15, 60, 180])
    expect(distances.slice(0, 11)).toEqual([...distances.slice(0, 11)].sort((a, b) => a - b))
    expect(await row()).toMatchObject({ id, state: 'failed', problem: 'given_up', attempts: 12 })
  })
})

describe('when the process that sends is killed', () => {
  const program = join(import.meta.dirname, '../../../tests/mail/sender.ts')
  const killedAt = async (moment: Moment, before: () => Promise<void> = async () => {}) => {
    const id = await queued()
    const process = spawn('node', [program, mine.servingUrl, mailbox.url, id], { stdio: 'ignore' })
    const ended = new Promise((resolve) => process.once('exit', (_code, signal) => resolve(signal)))
    mailbox.at[moment] = async () => {
      await before()
      process.kill('SIGKILL')
      await ended
    }
    expect(await ended).toBe('SIGKILL')
  }
  /** Until the database has noticed that nobody holds the letter any more. */
  const settled = (state: LetterState) =>
    expect
      .poll(
        async () => {
          mailbox.at = {}
          await round()
          return (await row()).state
        },
        { timeout: 15_000 },
      )
      .toBe(state)

  test.each(['connect', 'recipient'] as const)('at the moment of %s, exactly one letter arrives', async (moment) => {
    await killedAt(moment)
    await settled('sent')
    expect(mailbox.received).toHaveLength(1)
  })

  test('after the words went out and before the answer, nobody knows, and it is not sent again', async () => {
    await killedAt('words')
    await settled('unknown')
    await round()
    expect(mailbox.received.length).toBeLessThanOrEqual(1)
    expect(await row()).toMatchObject({ recipient: 'amara@beispiel.de', attempts: 1 })
  })

  test('after the answer and before it was noted, exactly one letter has arrived, and it is not sent again', async () => {
    const keeper = await mine.ownerPool.connect()
    mailbox.at.words = async () => void (await keeper.query('begin; select from letter for update'))
    await killedAt('closed')
    await keeper.query('rollback')
    keeper.release()
    await settled('unknown')
    expect(mailbox.received).toHaveLength(1)
  })
})
