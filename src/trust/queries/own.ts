import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

/** A text of one's own, with the ids of what it belongs to. */
export interface OwnText {
  context: string
  subject: string
  field: string
  position: number
  body: string
  updatedAt: Date
}

/** Everything this person ever wrote and still can read, wherever it stands. */
export async function ownTexts(db: PersonDb): Promise<OwnText[]> {
  const { rows } = await sql<Omit<OwnText, 'updatedAt'> & { updated_at: Date }>`
    select context_id as context, subject_id as subject, field, position, body, updated_at from passage
    where organisation_id = my_organisation() and author_id = me() and body <> '' order by context_id, updated_at`.execute(db)
  return rows.map(({ updated_at: updatedAt, ...text }) => ({ ...text, updatedAt }))
}
