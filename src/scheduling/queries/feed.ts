import { sql } from 'kysely'
import { asPersonOf, asVisitor, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import type { Locale } from '#platform/words/words.ts'
import { type NamedAppointment, toldToCalendars } from './appointments.ts'

/** A calendar remembers what it was told; it is told again for so many days after it is over. */
const daysAfter = 90

export interface OwnFeed {
  withTitles: boolean
  madeAt: Date
}

/** Whether the person's calendar has an address, since when, and what it is told; the address itself is not known any more. */
export async function ownFeed(db: PersonDb): Promise<OwnFeed | undefined> {
  const row = await db
    .selectFrom('calendar_feed')
    .select(['with_titles', 'made_at'])
    .where('person_id', '=', sql<string>`me()`)
    .executeTakeFirst()
  return row && { withTitles: row.with_titles, madeAt: row.made_at }
}

export interface Fed {
  personId: string
  locale: Locale
  withTitles: boolean
  appointments: NamedAppointment[]
}

/** What lies behind a calendar's address, read as the person whose it is; undefined where there is none. */
export async function feedAt(database: Database, organisationId: string, token: string, now: Date): Promise<Fed | undefined> {
  const feed = await asVisitor(database, organisationId, async (db) => {
    const { rows } = await sql<{ person_id: string; locale: Locale; with_titles: boolean }>`
      select * from calendar_feed_at(${hashOf(token)})`.execute(db)
    return rows[0]
  })
  if (!feed) return undefined
  const from = new Date(now.getTime() - daysAfter * 86_400_000)
  const appointments = await asPersonOf(database, { organisationId, personId: feed.person_id }, (db) => toldToCalendars(db, from))
  return { personId: feed.person_id, locale: feed.locale, withTitles: feed.with_titles, appointments }
}
