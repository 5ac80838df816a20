import type { HatChangeRow } from '#facilitation/queries/rows.ts'
import { defaultHat, type Hat, hatState, hatsToChoose } from '#facilitation/rules/hats.ts'
import { openAgreements } from './support.ts'
import type { WholeJourney } from './whole.ts'

/** The hats that this person may wear here as somebody who accompanies: those of their own agreement. */
export function hatsOf(whole: WholeJourney, personId: string): Hat[] {
  const agreement = openAgreements(whole).find(({ facilitator_id }) => facilitator_id === personId)
  return hatsToChoose(agreement?.in_force.at(-1)?.allowed_hats ?? [])
}

/** The last change of hat under an agreement that is in this state; undefined for the default hat and nothing to say about it. */
export const hatChangeIn = (
  whole: WholeJourney,
  agreementId: string,
  state: 'asked' | 'worn' | 'over',
  now: Date,
): HatChangeRow | undefined => whole.hatChanges.findLast((change) => change.agreement_id === agreementId && stateOf(change, now) === state)

const stateOf = ({ accepted_at, returned_at, minutes }: HatChangeRow, now: Date) =>
  hatState({ acceptedAt: accepted_at ? new Date(accepted_at) : null, returnedAt: returned_at ? new Date(returned_at) : null, minutes }, now)

/** The hat under which this person writes, unless they say otherwise. */
export function hatNow(whole: WholeJourney, personId: string, now: Date): Hat {
  const own = openAgreements(whole).find(({ facilitator_id }) => facilitator_id === personId)
  return (own && hatChangeIn(whole, own.id, 'worn', now)?.hat) ?? defaultHat
}

/** The hat of an answer to a review; the default one where none was named. */
export const hatOfResponse = (whole: WholeJourney, reviewId: string, authorId: string): Hat =>
  whole.responseHats.find((row) => row.review_id === reviewId && row.author_id === authorId)?.hat ?? 'facilitation'
