import { sql } from 'kysely'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import type { Env } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import type { NamedAppointment } from '../queries/appointments.ts'
import { sayAppointment } from '../rules/announcement.ts'
import { answerOf, timesApart } from '../rules/attending.ts'
import { calendarFile, type Entry } from '../rules/calendar.ts'
import { pathTo } from '../rules/feed.ts'
import type { Occurrence } from '../rules/recurrence.ts'
import type { BookedAppointment } from '../scheduling.ts'

/** What those concerned are told beside the time, and where their answers go: a route hands in `{ ...c.var, me, title, place, href }`. */
export type Announcing = Pick<Env['Variables'], 'canMail' | 'origin' | 'calendarMail' | 'now'> & {
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
  /** What only their calendar knows of this appointment. */
  mark: string | null
}

/** What is said: of an appointment and all its times, or of one of them. */
export interface Message {
  method: 'REQUEST' | 'CANCEL'
  occurrence?: Occurrence
}

/**
 * Writes to everybody concerned whose address is confirmed, each in their own language and by their own clock, with the appointment as a
 * calendar takes it (iMIP, RFC 6047). Without a mail server nothing is written. `only` names those who came later, or go before the others.
 */
export async function announce(
  db: PersonDb,
  appointment: NamedAppointment,
  message: Message,
  announcing: Announcing,
  only?: readonly string[],
): Promise<void> {
  if (!announcing.canMail || !appointment.startsAt) return
  const { rows } = await sql<Addressee>`select * from attendees_to_write_to(${appointment.id}::uuid)`.execute(db)
  for (const addressee of rows) {
    if (!only || only.includes(addressee.person_id)) {
      await writeTo(db, addressee, { ...appointment, startsAt: appointment.startsAt }, message, {
        ...announcing,
        from: announcing.me.organisationName,
      })
      const [asked, whom] = [sql`${appointment.id}::uuid`, sql`${addressee.person_id}::uuid`]
      const told = message.occurrence
        ? sql`note_one_time_told(${asked}, ${whom})`
        : sql`note_calendar_told(${asked}, ${whom}, ${message.method === 'REQUEST'})`
      await sql`select ${told}`.execute(db)
    }
  }
}

type Letterhead = Pick<Announcing, 'title' | 'place' | 'href' | 'origin' | 'calendarMail' | 'now'> & { from: string }

/** Queues the letter to one of those concerned. */
export async function writeTo(
  db: PersonDb,
  { person_id: personId, name, email, locale, time_zone: timeZone, mark }: Addressee,
  appointment: BookedAppointment,
  { method, occurrence }: Message,
  { title, place, href, origin, calendarMail, now, from }: Letterhead,
): Promise<void> {
  const link = new URL(pathTo(appointment, href), origin).href
  const organiser = appointment.people.find((person) => person.personId === appointment.organiserId)?.name ?? from
  const reader = { personId, name, locale, timeZone }
  const mayReply = calendarMail.takesReplies
  const said = sayAppointment(appointment, { method, occurrence, title, place, organiser, reader, mayReply, now })
  const entry = (one: Occurrence | undefined): Entry => ({
    appointment,
    mark,
    ...(one ? { occurrence: one } : {}),
    title,
    place,
    description: link,
    organiser: { name: organiser, address: calendarMail.address },
    attendee: { name, address: email, answer: answerOf(appointment, personId, one), mayReply },
  })
  const withAll = occurrence || method === 'CANCEL' ? [] : timesApart(appointment, personId)
  const content = calendarFile([entry(occurrence), ...withAll.map(entry)], { method, host: new URL(origin).hostname })
  await queueLetter(db, email, {
    kind: 'calendar',
    locale,
    ...said.letter,
    link: { href: link, label: said.linkLabel },
    from,
    calendar: { method, content },
  })
}
