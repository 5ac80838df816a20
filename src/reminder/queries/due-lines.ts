import { dueInJourneys } from '#journey/queries/due.ts'
import type { DueLine } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/** The moment that is asked about, and the person's day and rhythm. */
export interface Asked {
  now: Date
  today: string
  timeZone: string
  rhythm: Rhythm
}

/** Everything that is due for this person or new to them, from every domain that has something to say. */
export async function dueLines(db: PersonDb, asked: Asked): Promise<DueLine[]> {
  const found = await Promise.all([dueInJourneys(db, asked)])
  return found.flat()
}
