import { sql } from 'kysely'
import type { ParsedMail } from 'mailparser'
import { asJob } from '#platform/db/bound.ts'
import type { Taker } from '#platform/mail/inbox.ts'
import { replyIn } from '../rules/reply.ts'

/**
 * Takes answers of calendars to our invitations (iTIP REPLY). One counts only when it comes from the address it speaks for, that address is
 * confirmed and belongs to somebody invited, and it answers what was last asked: the UID and the number are those of a booked appointment.
 */
export function takeReplies(origin: string): Taker {
  const mainHost = new URL(origin).hostname
  return async (database, letter) => {
    const reply = replyOf(letter)
    if (!reply || reply.address !== senderOf(letter)) return false
    const { rows } = await asJob(database, (db) =>
      sql<{ taken: boolean }>`select take_reply(${reply.appointmentId}::uuid, ${reply.host}, ${mainHost}, ${reply.address},
        ${reply.sequence}, ${reply.answer}) as taken`.execute(db),
    )
    return rows[0]!.taken
  }
}

const calendarTypes = ['text/calendar', 'application/ics']

const replyOf = ({ attachments }: ParsedMail) =>
  attachments
    .filter(({ contentType }) => calendarTypes.includes(contentType))
    .map(({ content }) => replyIn(content.toString()))
    .find((reply) => reply !== undefined)

const senderOf = ({ from }: ParsedMail) => (from?.value.length === 1 ? from.value[0]!.address?.toLowerCase() : undefined)
