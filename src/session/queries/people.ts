import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

export interface Somebody {
  personId: string
  name: string
}

/** Whom this person has to do with already, by name: in journeys and in sessions. At most sixty. */
export async function peopleAround(db: PersonDb): Promise<Somebody[]> {
  const { rows } = await sql<{ person_id: string; name: string }>`
    select distinct p.id as person_id, p.name from membership m
    join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
    where m.organisation_id = my_organisation() and m.audience_id = any (array(select my_audiences())) and m.person_id <> me()
      and m.reads_from <= now() and m.until is null and not is_leaving(p.id) order by p.name limit 60`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, name: row.name }))
}

/** Who takes part in a journey now beside this person, its learner first. */
export async function peopleOfJourney(db: PersonDb, journeyId: string): Promise<(Somebody & { isLearner: boolean })[]> {
  const { rows } = await sql<{ person_id: string; name: string; is_learner: boolean }>`
    select r.person_id, r.name, r.role = 'learner' as is_learner from readers_of_audience(${journeyId}) r
    where r.person_id <> me() order by r.role <> 'learner', r.name`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, name: row.name, isLearner: row.is_learner }))
}
