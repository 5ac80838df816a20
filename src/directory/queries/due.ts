import type { DueLine } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { list } from '#platform/db/listing.ts'
import { openRequests } from './requests.ts'

/** Requests to accompany somebody that wait for this person's answer, and one's own that came back because somebody declined or nobody answered. */
export async function requestsToAnswer(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const requests = await list(db, openRequests(now))
  return requests
    .filter(({ state, journeyId }) => (state === 'waiting') === (journeyId === null))
    .map(({ id, journeyId, madeAt }) => ({
      kind: journeyId === null ? 'accompany_asked' : 'request_back',
      subjectId: id,
      journeyId,
      day: dayIn(timeZone, madeAt),
      path: `/facilitators/requests/${id}`,
    }))
}
