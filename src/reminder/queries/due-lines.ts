import { requestsToAnswer } from '#directory/queries/due.ts'
import { dueInFacilitation } from '#facilitation/queries/due.ts'
import { newsOfHelp } from '#help/queries/due.ts'
import { dueInJourneys } from '#journey/queries/due.ts'
import type { DueLine } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newsOfPractice } from '#practice/queries/due.ts'
import { dueInReflection } from '#reflection/queries/due.ts'
import { sessionsToPrepare } from '#session/queries/due.ts'

/** The moment that is asked about, and the person's day and rhythm. */
export interface Asked {
  now: Date
  today: string
  timeZone: string
  rhythm: Rhythm
}

/** What each domain has to say: one statement or two, as the person. */
const sources: ((db: PersonDb, asked: Asked) => Promise<DueLine[]>)[] = [
  dueInJourneys,
  dueInFacilitation,
  newsOfHelp,
  dueInReflection,
  sessionsToPrepare,
  requestsToAnswer,
  newsOfPractice,
]

/** Everything that is due for this person or new to them. */
export async function dueLines(db: PersonDb, asked: Asked): Promise<DueLine[]> {
  const found = await Promise.all(sources.map((source) => source(db, asked)))
  return found.flat()
}
