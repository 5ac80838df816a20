import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { TextPlace } from '../forms/inputs.ts'

/** The version that each of one's own texts of a subject has now, by the name of its input. */
export async function versionsNow(db: PersonDb, subjectId: string, places: readonly TextPlace[]): Promise<Record<string, number>> {
  const { rows } = await sql<{ field: string; position: number; version: number }>`select field, position, version from passage
    where organisation_id = my_organisation() and subject_id = ${subjectId}::uuid and author_id = me()`.execute(db)
  const named = rows.flatMap(({ field, position, version }) => {
    const place = places.find((candidate) => candidate.field === field && (candidate.position ?? 0) === position)
    return place ? [[place.name, version] as const] : []
  })
  return Object.fromEntries(named)
}
