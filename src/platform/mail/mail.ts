import { sql } from 'kysely'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { type Letter, renderLetter } from './letter.tsx'
import type { WrittenLetter } from './outbox.ts'

/**
 * Puts a letter into the outbox, in the transaction of its reason: undone with it, sent once it holds. Sent at most once, always with the same
 * Message-ID; tried for some five days until the mail server takes it. An address may be one that nobody here has.
 * Call it only where `c.var.canMail`: without a mail server nobody would ever take it out again.
 */
export async function queueLetter(db: PersonDb | VisitorDb, to: string, letter: Letter): Promise<void> {
  const content: WrittenLetter = {
    from: letter.from,
    subject: letter.subject,
    ...renderLetter(letter),
    ...(letter.unsubscribe && { unsubscribe: letter.unsubscribe.off.href }),
    ...(letter.calendar && { calendar: letter.calendar }),
  }
  await sql`select queue_letter(${newId()}::uuid, ${letter.kind ?? 'other'}, ${to}, ${JSON.stringify(content)}::json)`.execute(db)
}
