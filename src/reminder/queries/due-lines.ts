import { requestsToAnswer } from '#directory/queries/due.ts'
import { dueInFacilitation } from '#facilitation/queries/due.ts'
import { newsOfHelp } from '#help/queries/due.ts'
import { dueInJourneys } from '#journey/queries/due.ts'
import type { DueLine } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { list } from '#platform/db/listing.ts'
import { newsOfPractice } from '#practice/queries/due.ts'
import { dueInReflection } from '#reflection/queries/due.ts'
import { journeysToMeetAbout } from '#session/queries/ahead.ts'
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

/** Everything that is due for this person or new to them. Of contact that was agreed nothing is said where the two are going to meet. */
export async function dueLines(db: PersonDb, asked: Asked): Promise<DueLine[]> {
  const [toMeetAbout, ...found] = await Promise.all([list(db, journeysToMeetAbout), ...sources.map((source) => source(db, asked))])
  return found.flat().filter(({ kind, journeyId }) => kind !== 'contact' || journeyId === null || !toMeetAbout.includes(journeyId))
}
