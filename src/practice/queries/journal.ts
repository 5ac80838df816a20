import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

/** A note about one's own practice. */
export interface Entry {
  id: string
  writtenAt: Date
  body: string
  version: number
}

/** The notes of this person about their own practice, the newest first. */
export async function practiceEntries(db: PersonDb): Promise<Entry[]> {
  const { rows } = await sql<{ id: string; written_at: Date; body: string; version: number }>`
    select e.id, e.written_at, t.body, t.version from practice_entry e
    join passage t on t.organisation_id = e.organisation_id and t.subject_id = e.id and t.field = 'practiceEntry' and t.author_id = me()
    where e.organisation_id = my_organisation() and e.person_id = me() order by e.written_at desc`.execute(db)
  return rows.map((row) => ({ id: row.id, writtenAt: row.written_at, body: row.body, version: row.version }))
}

/** Everybody whom this person accompanies or did, by name. */
export async function whomIAccompanied(db: PersonDb): Promise<{ personId: string; name: string }[]> {
  const { rows } = await sql<{ person_id: string; name: string }>`select * from whom_i_accompanied() order by name`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, name: row.name }))
}
