import { sql } from 'kysely'
import type { JobDb, PersonDb } from '#platform/db/bound.ts'

/** The PostgreSQL channel on which every change is told. */
export const changedChannel = 'lotse_changed'

/** Tells, once this transaction is committed, that something of an audience changed: not what, and to nobody by name. */
export async function notifyChanged(db: PersonDb | JobDb, audienceId: string): Promise<void> {
  await sql`select pg_notify(${changedChannel}, ${audienceId})`.execute(db)
}
