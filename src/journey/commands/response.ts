import { sql } from 'kysely'
import { defaultHat, type Hat } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { type WholeJourney, wholeJourney } from '../queries/whole.ts'
import type { Lead, LeadPhase } from '../rules/choices.ts'
import { audienceUnder, putHatOnResponse } from './hat.ts'
import { noteEvent } from './note-event.ts'

export type Responded =
  | { ok: true }
  | { ok: false; reason: 'absent' | 'own_journey' | 'hat_not_agreed' }
  | { ok: false; reason: 'conflict'; conflict: Conflict }

interface Written {
  body: string
  baseVersion: number
}

/**
 * Answers a saved review, as somebody who accompanies and under a hat that was agreed: readable at once by everybody in the journey,
 * under the coaching hat by its learner alone; changeable by its author.
 */
export async function respondToReview(
  db: PersonDb,
  me: string,
  journeyId: string,
  reviewId: string,
  { hat = defaultHat, ...written }: Written & { hat?: Hat },
): Promise<Responded> {
  const whole = await wholeJourney(db, journeyId)
  const review = whole?.cycles.find((cycle) => cycle.review?.id === reviewId)?.review
  if (!whole || !review?.saved_at) return { ok: false, reason: 'absent' }
  if (whole.journey.learner_id === me) return { ok: false, reason: 'own_journey' }
  const audience = await audienceUnder(db, whole, me, hat)
  if (!audience) return { ok: false, reason: 'hat_not_agreed' }
  const answer = await writeBeside(db, me, whole, reviewId, 'facilitatorResponse', written)
  if (answer.ok) await putHatOnResponse(db, journeyId, reviewId, hat, audience)
  return answer
}

/** Says, beside a journey that its learner declared solved, that one sees it differently. It is shown, and holds nothing up. */
export async function seeDifferently(db: PersonDb, me: string, journeyId: string, written: Written): Promise<Responded> {
  const whole = await wholeJourney(db, journeyId)
  const closing = whole?.closings.findLast((candidate) => candidate.closed_at)
  if (!whole || !closing || whole.journey.outcome !== 'solved') return { ok: false, reason: 'absent' }
  return writeBeside(db, me, whole, closing.id, 'differingView', written)
}

async function writeBeside(
  db: PersonDb,
  me: string,
  whole: WholeJourney,
  subjectId: string,
  field: string,
  { body, baseVersion }: Written,
): Promise<Responded> {
  const journeyId = whole.journey.id
  if (whole.journey.learner_id === me) return { ok: false, reason: 'own_journey' }
  const [conflict] = await writePassages(db, {
    contextId: journeyId,
    subjectId,
    audienceOf: () => journeyId,
    texts: [{ field, body, baseVersion }],
  })
  if (conflict) return { ok: false, reason: 'conflict', conflict }
  await noteEvent(db, journeyId, field === 'differingView' ? 'sawDifferently' : 'respondedToReview')
  return { ok: true }
}

/** Notes who led in each phase as somebody who accompanies saw it; it stands beside the learner's own view. False where there is no such review for them. */
export async function noteLeadSeen(
  db: PersonDb,
  journeyId: string,
  reviewId: string,
  seen: Partial<Record<LeadPhase, Lead>>,
): Promise<boolean> {
  const { rows } = await sql<{
    noted: boolean
  }>`select note_lead_as_facilitator(${reviewId}::uuid, ${JSON.stringify(seen)}::jsonb) as noted`.execute(db)
  if (!rows[0]?.noted) return false
  await noteEvent(db, journeyId, 'respondedToReview')
  return true
}
