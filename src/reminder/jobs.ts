import { sql } from 'kysely'
import { asJob } from '#platform/db/bound.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { sendDigests } from './commands/digest.ts'

/** Writes the summaries of the day, each in the hour of its person. `origin`: the address of the installation. */
export const digestJob = (origin: string, onFailure: (error: unknown) => void): Job => ({
  name: 'send_digests',
  everyMinutes: 15,
  run: (database) => sendDigests(database, { origin, now: new Date(), onFailure }),
})

/** What was told a year ago bears on nothing any more. */
export const removeOldDigests: Job = {
  name: 'remove_old_digests',
  daily: '02:30',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`delete from digest where sent_at < now() - interval '1 year'`.execute(db)
    }),
}
