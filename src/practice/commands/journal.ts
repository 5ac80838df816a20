import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'

/** Writes a note about one's own practice, new or changed. Undefined: the id is somebody else's. */
export async function writeEntry(
  db: PersonDb,
  me: { personId: string },
  id: string,
  { body, baseVersion }: { body: string; baseVersion: number },
): Promise<Conflict[] | undefined> {
  await sql`insert into practice_entry (organisation_id, id, person_id) values (my_organisation(), ${id}::uuid, me())
    on conflict do nothing`.execute(db)
  const { rows } = await sql`select from practice_entry where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  if (rows.length === 0) return undefined
  const texts = [{ field: 'practiceEntry', body, baseVersion }]
  return writePassages(db, { contextId: me.personId, subjectId: id, audienceOf: () => null, texts })
}

/** Removes a note with its words. False: there is none. */
export async function removeEntry(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from practice_entry where organisation_id = my_organisation() and id = ${id}::uuid`.execute(
    db,
  )
  return Boolean(numAffectedRows)
}
