import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { ObservationView } from '../queries/whole.ts'
import type { FileKind } from '../rules/file-kind.ts'
import { observationFields } from '../rules/limits.ts'
import { noteChange } from './note-event.ts'
import { asLearnerOf, type NotWritable } from './writing.ts'

/** A file that was looked at: its kind comes from its content. */
export interface NewFile {
  name: string
  kind: FileKind
  content: Uint8Array
}

/** Lays files beside a note; false, and nothing written, where they would be more than a note takes. */
export async function attach(
  db: PersonDb,
  journeyId: string,
  note: Pick<ObservationView, 'id' | 'attachments'>,
  files: readonly NewFile[],
): Promise<boolean> {
  if (note.attachments.length + files.length > observationFields.files.most) return false
  for (const file of files)
    await sql`insert into attachment (organisation_id, id, journey_id, observation_id, name, media_type, content)
      values (my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, ${note.id}::uuid, ${file.name}, ${file.kind}, ${Buffer.from(file.content)})`.execute(
      db,
    )
  return true
}

/** Puts a file into the bin. */
export async function removeAttachment(
  db: PersonDb,
  journeyId: string,
  fileId: string,
): Promise<{ ok: true; noteId: string } | NotWritable> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const notes = found.whole.cycles.flatMap((cycle) => cycle.observations)
  const note = notes.find((candidate) => candidate.attachments.some((file) => file.id === fileId))
  if (!note) return { ok: false, reason: 'absent' }
  await sql`update attachment set removed_at = now() where organisation_id = my_organisation() and id = ${fileId}::uuid`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true, noteId: note.id }
}
