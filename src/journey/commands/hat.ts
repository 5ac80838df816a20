import { sql } from 'kysely'
import { type Hat, notesUnder } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { hatsOf } from '../queries/hats.ts'
import type { WholeJourney } from '../queries/whole.ts'

/**
 * Who reads what somebody who accompanies writes under a hat: the journey, or, under the coaching hat, its learner and they alone.
 * What is written under the training hat is read by the journey; those of a step join once the learner makes a step of it. Null: this hat was not agreed.
 */
export async function audienceUnder(db: PersonDb, whole: WholeJourney, me: string, hat: Hat): Promise<string | null> {
  if (!hatsOf(whole, me).includes(hat)) return null
  if (notesUnder[hat] !== 'pair') return whole.journey.id
  const { rows } = await sql<{
    pair: string | null
  }>`select open_pair(${whole.journey.id}::uuid, ${me}::uuid, ${newId()}::uuid) as pair`.execute(db)
  return rows[0]?.pair ?? null
}

/** Notes under which hat an answer to a review stands, and lets those read it who read what is said under that hat. */
export async function putHatOnResponse(db: PersonDb, journeyId: string, reviewId: string, hat: Hat, audienceId: string): Promise<void> {
  await sql`insert into response_hat (organisation_id, review_id, author_id, journey_id, hat)
    values (my_organisation(), ${reviewId}::uuid, me(), ${journeyId}::uuid, ${hat})
    on conflict (organisation_id, review_id, author_id) do update set hat = excluded.hat`.execute(db)
  await sql`update passage set audience_id = ${audienceId}::uuid where organisation_id = my_organisation() and subject_id = ${reviewId}::uuid
    and field = 'facilitatorResponse' and author_id = me()`.execute(db)
}
