import { sql } from 'kysely'
import { asJob } from '#platform/db/bound.ts'
import type { Job } from '#platform/jobs/jobs.ts'

/** Entries that have lain in the bin for 30 days go for good, with everything that was shared of them. */
export const emptyJournalBins: Job = {
  name: 'empty_journal_bins',
  daily: '02:42',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`select purge_removed_reflections()`.execute(db)
    }),
}
