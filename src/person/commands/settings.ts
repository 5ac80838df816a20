import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Settings } from '../person.ts'

/** Changes how the person is called and how pages look and read to them. */
export async function changeSettings(db: PersonDb, { name, locale, timeZone, theme }: Settings): Promise<void> {
  await db
    .updateTable('person')
    .set({ name, locale, time_zone: timeZone, theme })
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('id', '=', sql<string>`me()`)
    .execute()
}
