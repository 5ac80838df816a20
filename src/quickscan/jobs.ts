import { sql } from 'kysely'
import { asJob } from '#platform/db/bound.ts'
import type { Job } from '#platform/jobs/jobs.ts'

/** Stores the donations that wait, once at least five are together, in random order and under new ids: none can be told by when it came. */
export const storeDonations: Job = {
  name: 'store_scan_donations',
  daily: '02:45',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`
        with waiting as (delete from scan_donation_waiting where (select count(*) from scan_donation_waiting) >= 5 returning *)
        insert into scan_donation (instrument_version, language, form, answers, iso_year, iso_week, first)
        select instrument_version, language, form, answers, iso_year, iso_week, first from waiting order by random()`.execute(db)
    }),
}
