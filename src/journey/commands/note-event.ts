import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { notifyChanged } from '#platform/live/notify.ts'

/** Notes what the bound person did to a journey, keeps the journey awake, and tells open pages that something changed. */
export async function noteEvent(db: PersonDb, journeyId: string, name: string): Promise<void> {
  await sql`insert into journey_event (organisation_id, id, journey_id, name, actor_id)
    values (my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, ${name}, me())`.execute(db)
  await noteChange(db, journeyId)
}

/** As `noteEvent`, for what is no event of its own: a text written, a note opened. */
export async function noteChange(db: PersonDb, journeyId: string): Promise<void> {
  await sql`select touch_journey(${journeyId}::uuid)`.execute(db)
  await notifyChanged(db, journeyId)
}
