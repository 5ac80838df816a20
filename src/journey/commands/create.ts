import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { foundAudience } from '#sharing/commands/membership.ts'
import { noteEvent } from './note-event.ts'

/** Creates a draft with an empty first version of its challenge, for the person who is bound. A second call with the same id changes nothing. */
export async function createJourney(db: PersonDb, journeyId: string): Promise<void> {
  const { numAffectedRows } =
    await sql`insert into journey (organisation_id, id, learner_id) values (my_organisation(), ${journeyId}::uuid, me())
    on conflict do nothing`.execute(db)
  if (!numAffectedRows) return
  await foundAudience(db, journeyId)
  await sql`insert into challenge (organisation_id, id, journey_id, version)
    values (my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, 1)`.execute(db)
  await noteEvent(db, journeyId, 'created')
}
