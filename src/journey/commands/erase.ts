import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'

/** How much went. */
export interface Erased {
  texts: number
  steps: number
  files: number
}

/** Erases a journey of the bound person with everything in it, for good; undefined where it is not theirs. The caller has asked for confirmation. */
export async function eraseJourney(db: PersonDb, journeyId: string): Promise<Erased | undefined> {
  const { rows } = await sql<Erased>`select * from erase_journey(${journeyId}::uuid)`.execute(db)
  if (rows[0]) await notifyChanged(db, journeyId)
  return rows[0]
}
