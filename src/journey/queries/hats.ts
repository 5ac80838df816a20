import type { HatChangeRow } from '#facilitation/queries/rows.ts'
import { asksToReturn, defaultHat, type Hat, hatsToChoose } from '#facilitation/rules/hats.ts'
import { openAgreements } from './support.ts'
import type { WholeJourney } from './whole.ts'

/** The hats that this person may wear here as somebody who accompanies: those of their own agreement. */
export function hatsOf(whole: WholeJourney, personId: string): Hat[] {
  const agreement = openAgreements(whole).find(({ facilitator_id }) => facilitator_id === personId)
  return hatsToChoose(agreement?.in_force.at(-1)?.allowed_hats ?? [])
}

/** The hat that is worn under an agreement at this moment; undefined for the default one. */
export const hatWorn = (whole: WholeJourney, agreementId: string, now: Date): HatChangeRow | undefined =>
  whole.hatChanges.findLast(
    ({ agreement_id, accepted_at, returned_at, minutes }) =>
      agreement_id === agreementId &&
      accepted_at !== null &&
      !returned_at &&
      !asksToReturn({ startedAt: Date.parse(accepted_at), minutes }, now.getTime()),
  )

/** The hat asked for under an agreement and not answered yet. */
export const hatAsked = (whole: WholeJourney, agreementId: string): HatChangeRow | undefined =>
  whole.hatChanges.find(({ agreement_id, accepted_at }) => agreement_id === agreementId && accepted_at === null)

/** The hat under which this person writes, unless they say otherwise. */
export function hatNow(whole: WholeJourney, personId: string, now: Date): Hat {
  const own = openAgreements(whole).find(({ facilitator_id }) => facilitator_id === personId)
  return (own && hatWorn(whole, own.id, now)?.hat) ?? defaultHat
}

/** The hat of an answer to a review; the default one where none was named. */
export const hatOfResponse = (whole: WholeJourney, reviewId: string, authorId: string): Hat =>
  whole.responseHats.find((row) => row.review_id === reviewId && row.author_id === authorId)?.hat ?? 'facilitation'
