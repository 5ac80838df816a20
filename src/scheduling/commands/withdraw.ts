import { sql } from 'kysely'
import { originAt } from '#organisation/organisation.ts'
import { asJob, asPersonOf, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import type { CalendarMail } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import { calendarFile } from '../rules/calendar.ts'
import { sayRange } from '../rules/in-words.ts'
import type { Recurrence } from '../scheduling.ts'

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
}

/**
 * Writes to everybody whose calendar shows an appointment of ours that is none for them: it was called off or erased with something else, or
 * they are no longer part of it. Commands that call off write at once; this finds what nobody called off by hand. Forgets what is over.
 */
export function withdrawInvitations({ origin, calendarMail }: { origin: string; calendarMail: CalendarMail }): Job {
  return {
    name: 'withdraw_invitations',
    everyMinutes: 5,
    run: async (database: Database) => {
      const found = await asJob(database, async (db) => {
        await sql`delete from calendar_invitation where starts_at < now() - interval '1 day' and recurrence is null`.execute(db)
        return sql<{ organisation_id: string; appointment_id: string; person_id: string }>`select * from invitations_out_of_date()`.execute(
          db,
        )
      })
      for (const { organisation_id: organisationId, appointment_id: id, person_id: personId } of found.rows) {
        await asPersonOf(database, { organisationId, personId }, (db) => withdrawMine(db, id, { origin, calendarMail }))
      }
    },
  }
}

async function withdrawMine(db: PersonDb, id: string, { origin, calendarMail }: { origin: string; calendarMail: CalendarMail }) {
  const { rows } = await sql<Withdrawn>`select * from withdraw_my_invitation(${id}::uuid)`.execute(db)
  const row = rows[0]
  if (!row) return
  const t = words(row.locale)
  const { starts_at: startsAt, minutes, time_zone: timeZone, recurrence, sequence } = row
  const when = sayRange(startsAt, minutes, { locale: row.locale, timeZone: row.own_time_zone })
  const entry = {
    appointment: { id, startsAt, minutes, timeZone, recurrence, sequence, state: 'cancelled', changedAt: new Date() } as const,
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
    paragraphs: [t('letter.withdrawn.what', { when })],
    from: row.organisation_name,
    calendar: { method: 'CANCEL', content },
  })
}
