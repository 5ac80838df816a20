import { sql } from 'kysely'
import { originAt } from '#organisation/organisation.ts'
import { asJob, asPersonOf, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import type { CalendarMail } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import { appointmentById } from '../queries/appointments.ts'
import { calendarFile } from '../rules/calendar.ts'
import type { PageOf } from '../rules/feed.ts'
import { sayRange } from '../rules/in-words.ts'
import { nextOccurrence } from '../rules/recurrence.ts'
import type { Recurrence } from '../scheduling.ts'
import { writeTo } from './announce.ts'

interface Withdrawn {
  name: string
  email: string
  locale: Locale
  own_time_zone: string
  organisation_name: string
  host: string | null
  sequence: number
  starts_at: Date
  minutes: number
  time_zone: string
  recurrence: Recurrence | null
  mark: string | null
}

export interface Reconciling {
  origin: string
  calendarMail: CalendarMail
  pageOf: PageOf
}

/**
 * Writes to everybody whose calendar shows something else than what holds: an appointment that was called off or erased with something else, or
 * that they are no longer part of; one they joined after it was booked, or whose words somebody changed who does not steer it. Commands write
 * at once; this finds what none of them could. Forgets what is over.
 */
export function reconcileCalendars(reconciling: Reconciling): Job {
  return {
    name: 'reconcile_calendars',
    everyMinutes: 5,
    run: async (database: Database) => {
      const found = await asJob(database, async (db) => {
        await sql`delete from calendar_invitation where starts_at < now() - interval '1 day' and recurrence is null`.execute(db)
        return sql<{ organisation_id: string; appointment_id: string; person_id: string; holds: boolean }>`
          select * from invitations_out_of_date()`.execute(db)
      })
      for (const { organisation_id: organisationId, appointment_id: id, person_id: personId, holds } of found.rows) {
        const reconcile = holds ? inviteMe : withdrawMine
        await asPersonOf(database, { organisationId, personId }, (db) => reconcile(db, id, reconciling))
      }
    },
  }
}

/** With the words that this person may read. */
async function inviteMe(db: PersonDb, id: string, { origin, calendarMail, pageOf }: Reconciling) {
  const appointment = await appointmentById(db, id)
  const { rows } = await sql<{
    email: string
    organisation_name: string
    host: string | null
    person_id: string
    name: string
    locale: Locale
    time_zone: string
    mark: string | null
  }>`
    select r.email, r.organisation_name, r.host, my_mark(${id}::uuid) as mark, p.id as person_id, p.name, coalesce(p.locale, o.default_locale) as locale, coalesce(p.time_zone, o.time_zone) as time_zone
    from renew_my_invitation(${id}::uuid) r join organisation o on o.id = my_organisation()
    join person p on p.organisation_id = o.id and p.id = me()`.execute(db)
  const row = rows[0]
  if (!row || !appointment?.startsAt) return
  const { startsAt, kind, contextId, title, place } = appointment
  await writeTo(
    db,
    row,
    { ...appointment, startsAt },
    { method: 'REQUEST' },
    {
      title: title || words(row.locale)(`feed.${kind}`),
      place,
      href: pageOf(kind, contextId) ?? '/',
      origin: originAt(origin, row.host),
      calendarMail,
      now: new Date(),
      from: row.organisation_name,
    },
  )
}

async function withdrawMine(db: PersonDb, id: string, { origin, calendarMail }: Reconciling) {
  const { rows } = await sql<Withdrawn>`select * from withdraw_my_invitation(${id}::uuid)`.execute(db)
  const row = rows[0]
  if (!row) return
  const t = words(row.locale)
  const { starts_at: startsAt, minutes, time_zone: timeZone, recurrence, sequence, mark } = row
  const told = { startsAt, minutes, timeZone, recurrence, exceptions: [] }
  const next = nextOccurrence(told, new Date()) ?? told
  const when = sayRange(next.startsAt, minutes, { locale: row.locale, timeZone: row.own_time_zone })
  const entry = {
    appointment: { id, ...told, sequence, state: 'cancelled' as const, changedAt: new Date() },
    mark,
    title: t('feed.session'),
    organiser: { name: row.organisation_name, address: calendarMail.address },
    attendee: { name: row.name, address: row.email, answer: 'needs_action', mayReply: false } as const,
  }
  const content = calendarFile([entry], { method: 'CANCEL', host: new URL(originAt(origin, row.host)).hostname })
  await queueLetter(db, row.email, {
    kind: 'calendar',
    locale: row.locale,
    subject: t('letter.withdrawn.subject'),
    greeting: t('letter.greeting', { name: row.name }),
    paragraphs: [t('letter.withdrawn.what', { when }), ...(recurrence ? [t('letter.withdrawn.all')] : [])],
    from: row.organisation_name,
    calendar: { method: 'CANCEL', content },
  })
}
