import { myOpenJourneyIds } from '#journey/queries/accompanied.ts'
import { bodyOf, wholeJourneys } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/** As many as one chooses from; the ones last written. */
const atMost = 8

/** A journey to ask for, with what a request may show of it. */
export interface JourneyToShow {
  id: string
  title: string
  learningQuestion: string
  situation: string
  /** Who accompanies it, or is about to. */
  facilitatorIds: string[]
}

/** The person's own journeys that are not over, last written first. */
export async function journeysToShow(db: PersonDb): Promise<JourneyToShow[]> {
  const open = (await wholeJourneys(db, await myOpenJourneyIds(db, atMost))).filter(({ journey }) => journey.status !== 'closed')
  return open.map(({ journey, agreements, challenge: { texts } }) => ({
    id: journey.id,
    title: bodyOf(texts, 'title'),
    learningQuestion: bodyOf(texts, 'learningQuestion'),
    situation: bodyOf(texts, 'situation'),
    facilitatorIds: agreements.filter(({ ended_at }) => ended_at === null).map(({ facilitator_id }) => facilitator_id),
  }))
}
