import { sql } from 'kysely'
import { asJob } from '#platform/db/bound.ts'
import type { Job } from '#platform/jobs/jobs.ts'

/** Sign-ins that are over, and counts of attempts that no longer matter. */
export const removeExpiredSignIns: Job = {
  name: 'remove_expired_sign_ins',
  daily: '02:00',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`delete from sign_in where expires_at < now()`.execute(db)
      await sql`delete from rate_limit where expire < extract(epoch from now()) * 1000`.execute(db)
    }),
}
