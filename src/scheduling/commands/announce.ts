import { sql } from 'kysely'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import type { Env } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import type { NamedAppointment } from '../queries/appointments.ts'
import { sayAppointment } from '../rules/announcement.ts'
import { calendarFile } from '../rules/calendar.ts'
import type { Attendance, BookedAppointment } from '../scheduling.ts'

/** What those concerned are told beside the time, and where their answers go: a route hands in `{ ...c.var, me, title, place, href }`. */
export type Announcing = Pick<Env['Variables'], 'canMail' | 'origin' | 'calendarMail'> & {
  me: Me
  title: string
  place: string | null
  /** The page of it, from the root. */
  href: string
}

/** Whom a letter goes to, as the database has them. */
export interface Addressee {
  person_id: string
  name: string
  email: string
  locale: Locale
  time_zone: string
  answer: Attendance['answer'] | null
}

/**
 * Writes to everybody concerned whose address is confirmed, each in their own language and by their own clock, with the appointment as a
 * calendar takes it (iMIP, RFC 6047). Without a mail server nothing is written. `only` names those who came later, or go before the others.
 */
export async function announce(
  db: PersonDb,
  appointment: NamedAppointment,
  method: 'REQUEST' | 'CANCEL',
  announcing: Announcing,
  only?: readonly string[],
): Promise<void> {
  if (!announcing.canMail || !appointment.startsAt) return
  const { rows } = await sql<Addressee>`select * from attendees_to_write_to(${appointment.id}::uuid)`.execute(db)
  for (const addressee of rows) {
    if (!only || only.includes(addressee.person_id)) {
      await writeTo(db, addressee, { ...appointment, startsAt: appointment.startsAt }, method, {
        ...announcing,
        from: announcing.me.organisationName,
      })
      await sql`select note_calendar_told(${appointment.id}::uuid, ${addressee.person_id}::uuid, ${method === 'REQUEST'})`.execute(db)
    }
  }
}

type Letterhead = Pick<Announcing, 'title' | 'place' | 'href' | 'origin' | 'calendarMail'> & { from: string }

/** Queues the letter to one of those concerned. */
export async function writeTo(
  db: PersonDb,
  { person_id: personId, name, email, locale, time_zone: timeZone, answer }: Addressee,
  appointment: BookedAppointment,
  method: 'REQUEST' | 'CANCEL',
  { title, place, href, origin, calendarMail, from }: Letterhead,
): Promise<void> {
  const link = new URL(href, origin).href
  const organiser = appointment.people.find((person) => person.personId === appointment.organiserId)?.name ?? from
  const said = sayAppointment(appointment, {
    method,
    title,
    place,
    organiser,
    reader: { personId, name, locale, timeZone },
    mayReply: calendarMail.takesReplies,
  })
  const content = calendarFile(
    [
      {
        appointment,
        title,
        place,
        description: link,
        organiser: { name: organiser, address: calendarMail.address },
        attendee: { name, address: email, answer: answer ?? 'needs_action', mayReply: calendarMail.takesReplies },
      },
    ],
    { method, host: new URL(origin).hostname },
  )
  await queueLetter(db, email, {
    kind: 'calendar',
    locale,
    ...said.letter,
    link: { href: link, label: said.linkLabel },
    from,
    calendar: { method, content },
  })
}
