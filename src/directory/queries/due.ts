import type { DueLine } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { openRequests } from './requests.ts'

/** Requests to accompany somebody that wait for this person's answer, as long as they may be answered. */
export async function requestsToAnswer(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const requests = await openRequests(db, now)
  const forMe = requests.filter(({ state, journeyId }) => state === 'waiting' && journeyId === null)
  return forMe.map(({ id, madeAt }) => ({
    kind: 'accompany_asked',
    subjectId: id,
    journeyId: null,
    title: null,
    day: dayIn(timeZone, madeAt),
    path: `/facilitators/requests/${id}`,
  }))
}
