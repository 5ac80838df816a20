import { type Kysely, sql } from 'kysely'
import type { JobDb, PersonDb } from '#platform/db/bound.ts'
import type { DB } from '#platform/db/tables.ts'

/** Channels of PostgreSQL: what changed (organisation and topic), and whose rights changed (a person's id; told by triggers in access.sql). */
export const channels = { changed: 'changed', rights: 'rights_changed' } as const

/**
 * Tells open pages that something under `topic` changed; they fetch it again, each as its own person.
 * A topic is the id of an audience, or of a person for what concerns that person alone; with a colon and a name behind it, a part of that.
 * Nothing is told before the transaction commits, and nothing at all when it does not.
 */
export async function notifyChanged(db: PersonDb, topic: string): Promise<void> {
  await sql`select pg_notify(${channels.changed}, my_organisation() || ' ' || ${topic})`.execute(db as Kysely<DB>)
}

/** As `notifyChanged`, for a job, which belongs to no organisation of its own. */
export async function notifyChangedIn(db: JobDb, organisationId: string, topic: string): Promise<void> {
  await sql`select pg_notify(${channels.changed}, ${`${organisationId} ${topic}`})`.execute(db as Kysely<DB>)
}
