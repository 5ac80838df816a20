import { sql } from 'kysely'
import { asJob, asVisitor, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import type { Organisation } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'

export interface LeftMessage {
  name: string
  email: string
  body: string
}

/** Keeps what a visitor wrote for the administration, and writes it to those of them who confirmed their address, where mail can be sent. */
export function leaveMessage(
  database: Database,
  organisation: Organisation,
  { name, email, body }: LeftMessage,
  { origin, canMail }: { origin: string; canMail: boolean },
): Promise<void> {
  return asVisitor(database, organisation.id, async (db) => {
    const { rows } = await sql<{ name: string; email: string; locale: Locale }>`
      select * from leave_message(${newId()}::uuid, ${name}, ${email}, ${body})`.execute(db)
    if (!canMail) return
    for (const administrator of rows) {
      const t = words(administrator.locale)
      const sender = name ? `${name}, ${email}` : email
      await queueLetter(db, administrator.email, {
        kind: 'message',
        locale: administrator.locale,
        subject: t('letter.message.subject', { organisation: organisation.name }),
        greeting: t('letter.greeting', { name: administrator.name }),
        paragraphs: [t('letter.message.from', { sender }), ...body.split(/\n+/)],
        link: { href: `${origin}/organisation/messages`, label: t('letter.message.link') },
        afterwards: [t('letter.message.answer', { email })],
        from: organisation.name,
      })
    }
  })
}

/** Notes that somebody has answered; asked again, the first one stays. */
export async function markAnswered(db: PersonDb, messageId: string): Promise<void> {
  await sql`update contact_message set answered_by = me(), answered_at = now()
    where organisation_id = my_organisation() and id = ${messageId}::uuid and answered_at is null`.execute(db)
}

/** Takes a message out of sight; within a day it can be brought back. */
export async function removeMessage(db: PersonDb, messageId: string): Promise<void> {
  await sql`update contact_message set removed_at = now()
    where organisation_id = my_organisation() and id = ${messageId}::uuid and removed_at is null`.execute(db)
}

export async function bringBackMessage(db: PersonDb, messageId: string): Promise<void> {
  await sql`update contact_message set removed_at = null
    where organisation_id = my_organisation() and id = ${messageId}::uuid`.execute(db)
}

/** Messages that were removed yesterday, or are half a year old; and registrations that nobody confirmed. */
export const removeOldMessages: Job = {
  name: 'remove_old_messages',
  daily: '02:20',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`delete from contact_message where sent_at < now() - interval '180 days' or removed_at < now() - interval '1 day'`.execute(
        db,
      )
      await sql`delete from registration where expires_at < now()`.execute(db)
    }),
}
