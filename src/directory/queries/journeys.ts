import { myOpenJourneyIds } from '#journey/queries/accompanied.ts'
import { bodyOf, wholeJourneys } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/** As many as one chooses from; the ones last written. */
const atMost = 8

/** The person's own journeys that are not over, with what a request may show of them. */
export async function journeysToShow(db: PersonDb): Promise<{ id: string; title: string; learningQuestion: string; situation: string }[]> {
  const open = (await wholeJourneys(db, await myOpenJourneyIds(db, atMost))).filter(({ journey }) => journey.status !== 'closed')
  return open.map(({ journey, challenge: { texts } }) => ({
    id: journey.id,
    title: bodyOf(texts, 'title'),
    learningQuestion: bodyOf(texts, 'learningQuestion'),
    situation: bodyOf(texts, 'situation'),
  }))
}
