import { sql } from 'kysely'
import * as v from 'valibot'
import { asJob, type JobDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import type { LetterState } from './outcome.ts'

/** A letter in full, as it lies in the outbox until it is sent. */
export const writtenLetter = v.object({
  from: v.string(),
  subject: v.string(),
  text: v.string(),
  html: v.string(),
  /** Where mail programs let the reader end this kind of letter with one click (RFC 8058). */
  unsubscribe: v.optional(v.string()),
  calendar: v.optional(v.object({ method: v.picklist(['REQUEST', 'CANCEL', 'REPLY']), content: v.string() })),
})
export type WrittenLetter = v.InferOutput<typeof writtenLetter>

export interface TakenLetter extends WrittenLetter {
  id: string
  to: string
  /** Counts from 1, this one included. */
  attempt: number
}

/**
 * Runs `work` while this process holds the letter, if it waits and nobody else holds it. The hold is a lock of an open transaction: it ends with
 * the process, however that ends, and so tells whether somebody is still at it.
 */
export function holdingLetter(database: Database, id: string, work: (letter: TakenLetter) => Promise<void>): Promise<void> {
  return asJob(database, async (db) => {
    if (!(await hold(db, id))) return
    const letter = await asJob(database, (attempt) => take(attempt, id))
    if (letter) await work(letter)
  })
}

async function hold(db: JobDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ held: boolean }>`select pg_try_advisory_xact_lock(${lockOf(id)}) as held`.execute(db)
  return rows[0]!.held
}
const lockOf = (id: unknown) => sql`hashtextextended('letter ' || ${id}::text, 0)`

async function take(db: JobDb, id: string): Promise<TakenLetter | undefined> {
  const { rows } = await sql<{ recipient: string; content: unknown; attempts: number }>`update letter set attempts = attempts + 1
    where id = ${id}::uuid and state = 'waiting' and due_at <= now() returning recipient, content, attempts`.execute(db)
  const row = rows[0]
  return row && { id, to: row.recipient, attempt: row.attempts, ...v.parse(writtenLetter, row.content) }
}

/** Commits that the words of the letter now go out. @throws when it no longer waits: then not one of them may */
export async function noteHandedOver(database: Database, id: string): Promise<void> {
  const { numAffectedRows } = await asJob(database, (db) =>
    sql`update letter set state = 'sending', handed_at = now() where id = ${id}::uuid and state = 'waiting'`.execute(db),
  )
  if (numAffectedRows !== 1n) throw new Error('the letter no longer waits')
}

/** The mail server has taken it: its words and its address are no longer needed. */
export async function noteSent(database: Database, id: string): Promise<void> {
  await asJob(database, (db) =>
    sql`update letter set state = 'sent', sent_at = now(), recipient = null, content = null
      where id = ${id}::uuid and state in ('sending', 'unknown')`.execute(db),
  )
}

/** It did not go out: it is tried again at `dueAt`, or stays as a fact for whoever looks after the outbox. */
export async function noteNotSent(
  database: Database,
  id: string,
  became: { state: 'waiting'; dueAt: Date } | { state: 'unknown' } | { state: 'failed'; problem: 'refused' | 'given_up' },
): Promise<void> {
  const dueAt = 'dueAt' in became ? became.dueAt : null
  const problem = 'problem' in became ? became.problem : null
  await asJob(database, (db) =>
    sql`update letter set state = ${became.state satisfies LetterState}, due_at = coalesce(${dueAt}::timestamptz, due_at), problem = ${problem}
      where id = ${id}::uuid and state in ('waiting', 'sending')`.execute(db),
  )
}

/** Letters whose words were going out when the process that sent them died: whether they arrived, nobody knows. Gives how many. */
export async function noteAbandoned(database: Database): Promise<number> {
  return asJob(database, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from letter where state = 'sending' order by due_at limit 500`.execute(db)
    let abandoned = 0
    for (const { id } of rows) {
      if (!(await hold(db, id))) continue
      await sql`update letter set state = 'unknown' where id = ${id}::uuid and state = 'sending'`.execute(db)
      abandoned++
    }
    return abandoned
  })
}

/** The letters whose time has come, the longest waiting first, at most `limit`. */
export function lettersDue(database: Database, limit: number): Promise<string[]> {
  return asJob(database, async (db) => {
    const { rows } = await sql<{ id: string }>`select id from letter where state = 'waiting' and due_at <= now()
      order by due_at limit ${limit}`.execute(db)
    return rows.map(({ id }) => id)
  })
}

/** A letter that came back, by its Message-ID, with or without angle brackets; anything else is left as it is. */
export async function noteBounce(db: JobDb, messageId: string): Promise<void> {
  const id = /^<?([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})@/i.exec(messageId.trim())?.[1]
  if (!id) return
  await sql`update letter set state = 'failed', problem = 'returned', recipient = null, content = null
    where id = ${id}::uuid and state in ('sent', 'unknown')`.execute(db)
}

/** What became of letters two weeks ago is no longer of use; what could not be sent by then is let go. */
export const removeOldLetters: Job = {
  name: 'remove_old_letters',
  daily: '02:25',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`delete from letter where queued_at < now() - interval '14 days' and state in ('sent', 'unknown', 'failed')`.execute(db)
    }),
}
