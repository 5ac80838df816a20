import { Readable } from 'node:stream'
import { sql } from 'kysely'
import nodemailer from 'nodemailer'
import * as v from 'valibot'
import { asJob } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { holdingLetter, lettersDue, noteAbandoned, noteHandedOver, noteNotSent, noteSent, type TakenLetter } from './outbox.ts'
import { type Failure, nextAttempt, outcomeOf } from './outcome.ts'

export interface MailServer {
  smtpUrl: string
  /** The address of the installation, alone or as in `Lotse <lotse@example.org>`; the name beside it is that of the organisation. */
  from: string
}

/** So many letters go out in one round; the next is a minute later. */
const inOneRound = 100

/**
 * The jobs that hand letters to the mail server: one for each letter as soon as it is written, and a round every minute for those that wait for
 * another attempt, or whose process died. `onFailure` hears of each attempt that failed, never about which letter.
 */
export function mailJobs(server: MailServer, onFailure: (error: unknown) => void = () => undefined): readonly Job[] {
  const send = async (database: Database, id: string) => {
    const met = await sendLetter(database, id, server)
    if (met) onFailure(met)
  }
  return [
    { name: 'send_letter', run: (database, payload) => send(database, v.parse(v.object({ id: v.string() }), payload).id) },
    { name: 'send_mail', run: async (database, payload) => send(database, await adopt(database, payload)) },
    {
      name: 'look_after_letters',
      everyMinutes: 1,
      run: async (database) => {
        await noteAbandoned(database)
        for (const id of await lettersDue(database, inOneRound)) await send(database, id)
      },
    },
  ]
}

/** A letter out of the queue as it was before the outbox: from now on it lies there, under the same Message-ID. */
async function adopt(database: Database, payload: unknown): Promise<string> {
  return asJob(database, async (db) => {
    const { rows } = await sql<{ id: string }>`select adopt_letter(${JSON.stringify(payload)}::json) as id`.execute(db)
    return rows[0]!.id
  })
}

/**
 * Sends one letter, if it waits and nobody is at it. It is marked as under way before its first word goes out, and as sent after the server said
 * so: whenever a process dies in between, the outcome is open and stays so, and at any other moment exactly one letter arrives.
 * Gives the error that an attempt met, after it was noted.
 */
export async function sendLetter(database: Database, id: string, server: MailServer): Promise<unknown> {
  let met: unknown
  await holdingLetter(database, id, async (letter) => {
    let begun = false
    const beforeFirstWord = async () => {
      await noteHandedOver(database, id)
      begun = true
    }
    try {
      await handOver(letter, server, beforeFirstWord)
    } catch (error) {
      met = error
      return noteFailure(database, letter, outcomeOf(error as Failure, begun))
    }
    await noteSent(database, id)
  })
  return met
}

async function noteFailure(database: Database, { id, attempt }: TakenLetter, outcome: ReturnType<typeof outcomeOf>) {
  if (outcome === 'unknown') return noteNotSent(database, id, { state: 'unknown' })
  if (outcome === 'refused') return noteNotSent(database, id, { state: 'failed', problem: 'refused' })
  const dueAt = nextAttempt(attempt, new Date())
  return noteNotSent(database, id, dueAt ? { state: 'waiting', dueAt } : { state: 'failed', problem: 'given_up' })
}

async function handOver(letter: TakenLetter, { smtpUrl, from }: MailServer, beforeFirstWord: () => Promise<void>): Promise<void> {
  const address = /<([^>]+)>/.exec(from)?.[1] ?? from
  const transport = nodemailer.createTransport(smtpUrl)
  transport.use('stream', (mail, done) => {
    // Read by nodemailer once the server has answered DATA with its "go on", and not before.
    const words = mail.message.createReadStream.bind(mail.message)
    mail.message.createReadStream = () => Readable.from(after(beforeFirstWord, words), { objectMode: false })
    done()
  })
  await transport.sendMail({
    subject: letter.subject,
    text: letter.text,
    html: letter.html,
    ...(letter.calendar && { icalEvent: { ...letter.calendar, filename: 'lotse.ics' } }),
    from: { name: letter.from, address },
    to: { name: '', address: letter.to },
    messageId: `<${letter.id}@${address.split('@').at(-1)}>`,
    headers: { 'Auto-Submitted': 'auto-generated', 'X-Auto-Response-Suppress': 'All', ...oneClick(letter.unsubscribe) },
  })
}

async function* after(first: () => Promise<void>, words: () => Readable) {
  await first()
  yield* words()
}

const oneClick = (link: string | undefined) =>
  link === undefined ? {} : { 'List-Unsubscribe': `<${link}>`, 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' }
