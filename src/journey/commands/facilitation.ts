import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { noteEvent } from './note-event.ts'

/**
 * Opens a journey to somebody who accepted an invitation to it: from now on they read it.
 * False where there is nobody to open it to, or the journey is not one's own.
 */
export async function openJourneyTo(db: PersonDb, journeyId: string, personId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update membership set reads_from = now()
    where organisation_id = my_organisation() and audience_id = ${journeyId}::uuid and person_id = ${personId}::uuid
      and role = 'facilitator' and reads_from is null and until is null`.execute(db)
  if (!numAffectedRows) return false
  await noteEvent(db, journeyId, 'journeyOpened')
  return true
}

/** Ends somebody's accompanying, without a reason: from this moment they read nothing of it. Their words stay with the learner. */
export async function endFacilitation(db: PersonDb, journeyId: string, personId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update membership set until = now()
    where organisation_id = my_organisation() and audience_id in (select ${journeyId}::uuid union all
        select id from pair where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and other_id = ${personId}::uuid)
      and person_id = ${personId}::uuid and role = 'facilitator' and until is null`.execute(db)
  if (!numAffectedRows) return false
  await noteEvent(db, journeyId, 'facilitationEnded')
  return true
}

/** Stops accompanying a journey, as the one who accompanies. False for somebody who does not accompany it. */
export async function leaveFacilitation(db: PersonDb, journeyId: string): Promise<boolean> {
  const { rows } = await sql<{ reads: boolean }>`select reads_from is not null as reads from membership
    where organisation_id = my_organisation() and audience_id = ${journeyId}::uuid and person_id = me() and role = 'facilitator' and until is null`.execute(
    db,
  )
  if (!rows[0]) return false
  if (rows[0].reads) await noteEvent(db, journeyId, 'facilitationLeft')
  await sql`select leave_audience(id) from pair where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid`.execute(db)
  await sql`select leave_audience(${journeyId}::uuid)`.execute(db)
  return true
}
