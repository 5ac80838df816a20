import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Passage, Reader } from './sharing.ts'

/** All texts of one whole (a journey) that the person may read, in one query. */
export async function passagesIn(db: PersonDb, contextId: string): Promise<Passage[]> {
  const rows = await db
    .selectFrom('passage')
    .select(['id', 'subject_id', 'field', 'position', 'author_id', 'audience_id', 'body', 'version'])
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('context_id', '=', contextId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    field: row.field,
    position: row.position,
    authorId: row.author_id,
    audienceId: row.audience_id,
    body: row.body,
    version: row.version,
  }))
}

/** Everybody who can read this audience now, by name; nobody, for somebody outside it. */
export async function readersOf(db: PersonDb, audienceId: string): Promise<Reader[]> {
  const { rows } = await sql<{ person_id: string; name: string; role: string; since: Date | null }>`
    select * from readers_of_audience(${audienceId}) order by since, name`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, name: row.name, role: row.role, since: row.since }))
}

/** The audiences that the person may read now. */
export async function myAudiences(db: PersonDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select my_audiences() as id`.execute(db)
  return rows.map((row) => row.id)
}
