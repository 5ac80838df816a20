import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { FileKind } from '../rules/file-kind.ts'

/** A file with its bytes, for somebody who reads the note beside which it lies; undefined for everybody else. */
export async function attachmentContent(
  db: PersonDb,
  journeyId: string,
  fileId: string,
): Promise<{ name: string; media_type: FileKind; content: Buffer } | undefined> {
  const { rows } = await sql<{ name: string; media_type: FileKind; content: Buffer }>`
    select f.name, f.media_type, f.content from attachment f
    join observation o on o.organisation_id = f.organisation_id and o.id = f.observation_id
    where f.organisation_id = my_organisation() and f.id = ${fileId}::uuid and f.journey_id = ${journeyId}::uuid
      and f.removed_at is null and o.removed_at is null`.execute(db)
  return rows[0]
}
