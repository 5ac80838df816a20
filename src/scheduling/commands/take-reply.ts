import { sql } from 'kysely'
import type { ParsedMail } from 'mailparser'
import { asJob, type JobDb } from '#platform/db/bound.ts'
import type { Taker } from '#platform/mail/inbox.ts'
import { recursAt } from '../rules/recurrence.ts'
import { type Reply, repliesIn } from '../rules/reply.ts'
import type { Recurrence } from '../scheduling.ts'

/**
 * Takes answers of calendars to our invitations (iTIP REPLY), to all times of an appointment or to one. One counts only when it carries the mark
 * that went to nobody else, comes from the address it speaks for, that address is confirmed and belongs to somebody invited, and it answers what
 * was last asked: UID, number and time are those of a booked appointment.
 */
export function takeReplies(origin: string): Taker {
  const mainHost = new URL(origin).hostname
  return async (database, letter) => {
    const replies = repliesOf(letter).filter(({ address }) => address === senderOf(letter))
    return asJob(database, async (db) => {
      let taken = false
      for (const reply of replies) if (await take(db, reply, mainHost)) taken = true
      return taken
    })
  }
}

async function take(db: JobDb, { appointmentId, mark, host, address, sequence, recursAt: at, answer }: Reply, mainHost: string) {
  if (at && !(await hasTimeAt(db, appointmentId, at))) return false
  const { rows } = await sql<{ taken: boolean }>`select take_reply(${appointmentId}::uuid, ${mark}, ${host}, ${mainHost}, ${address},
    ${sequence}, ${at}::timestamptz, ${answer}) as taken`.execute(db)
  return rows[0]!.taken
}

async function hasTimeAt(db: JobDb, appointmentId: string, at: Date): Promise<boolean> {
  const { rows } = await sql<{ starts_at: Date; time_zone: string; recurrence: Recurrence | null }>`
    select * from booked_appointment(${appointmentId}::uuid)`.execute(db)
  const row = rows[0]
  return row !== undefined && recursAt({ startsAt: row.starts_at, timeZone: row.time_zone, recurrence: row.recurrence }, at)
}

const calendarTypes = ['text/calendar', 'application/ics']

/** The same file travels in the letter and beside it: the first that holds answers counts. */
const repliesOf = ({ attachments }: ParsedMail): Reply[] =>
  attachments
    .filter(({ contentType }) => calendarTypes.includes(contentType))
    .map(({ content }) => repliesIn(content.toString()))
    .find((replies) => replies.length > 0) ?? []

const senderOf = ({ from }: ParsedMail) => (from?.value.length === 1 ? from.value[0]!.address?.toLowerCase() : undefined)
