import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

/** Of the items that somebody decided on, shows some and withholds the others; works at once. What was not asked stays as it is. */
export async function decideOnEarlier(
  db: PersonDb,
  { journeyId, personId }: { journeyId: string; personId: string },
  { asked, shown }: { asked: readonly string[]; shown: readonly string[] },
): Promise<void> {
  const kept = asked.filter((id) => !shown.includes(id))
  await sql`delete from withheld where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and person_id = ${personId}::uuid
    and subject_id = any (${[...shown]}::uuid[])`.execute(db)
  await sql`insert into withheld (organisation_id, journey_id, person_id, subject_id)
    select my_organisation(), ${journeyId}::uuid, ${personId}::uuid, id from unnest(${kept}::uuid[]) id on conflict do nothing`.execute(db)
}
