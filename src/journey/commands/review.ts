import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { closeTexts, writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'
import { bodyOf, type ObservationView, type ReviewView, versionOf } from '../queries/whole.ts'
import type { Lead, LeadPhase, Mood, NextMove, ObstacleTag, Progress, SignState } from '../rules/choices.ts'
import { broughtToReview } from '../rules/review.ts'
import { saveReview } from './effects.ts'
import { noteChange } from './note-event.ts'
import { type NotWritable, writingInCycle } from './writing.ts'

/** What the form of a review sends; what it does not have stays as it is. `signs` by the id of the success sign. */
export interface WrittenReview {
  texts: WrittenText[]
  progress?: Progress | null
  confidenceNow?: number | null
  lead?: Partial<Record<LeadPhase, Lead>>
  obstacleTags?: ObstacleTag[]
  nextMove?: NextMove | null
  signs?: Record<string, SignState>
  mood?: Mood | null
}

export type WroteReview = { ok: true; reviewId: string; conflicts: Conflict[] } | NotWritable

/** Saves the review of the open cycle as far as it is written. Whoever accompanies reads it only once it was shared. */
export async function writeReview(db: PersonDb, journeyId: string, written: WrittenReview): Promise<WroteReview> {
  const open = await openReview(db, journeyId)
  if (!open.ok) return open
  const { review } = open
  const { progress = review.progress, confidenceNow = review.confidence_now, nextMove = review.next_move } = written
  const { obstacleTags = review.obstacle_tags, mood = review.mood } = written
  await sql`update review set progress = ${progress}, confidence_now = ${confidenceNow}, next_move = ${nextMove},
      lead = ${JSON.stringify({ ...review.lead, ...written.lead })}::jsonb, obstacle_tags = ${obstacleTags}::text[]
    where organisation_id = my_organisation() and id = ${review.id}::uuid`.execute(db)
  await sql`insert into review_private (organisation_id, review_id, person_id, mood)
    values (my_organisation(), ${review.id}::uuid, me(), ${mood})
    on conflict (organisation_id, review_id) do update set mood = excluded.mood`.execute(db)
  await writeSigns(db, journeyId, review.id, written.signs ?? {})
  const conflicts = await writeReviewTexts(db, journeyId, review, written.texts)
  await noteChange(db, journeyId)
  return { ok: true, reviewId: review.id, conflicts }
}

/** Opens the review of the open cycle to everybody who accompanies the journey; texts written later are open as well. */
export async function shareReview(db: PersonDb, journeyId: string): Promise<{ ok: true } | NotWritable> {
  const open = await openReview(db, journeyId)
  if (!open.ok) return open
  await saveReview(db, journeyId, open.review.id)
  await noteChange(db, journeyId)
  return { ok: true }
}

/** Takes a shared review back while its cycle is open: from now on it is a draft for its learner alone. */
export async function takeReviewBack(db: PersonDb, journeyId: string): Promise<{ ok: true } | NotWritable> {
  const open = await openReview(db, journeyId)
  if (!open.ok) return open
  await sql`update review set saved_at = null where organisation_id = my_organisation() and id = ${open.review.id}::uuid`.execute(db)
  await closeTexts(db, open.review.id)
  await noteChange(db, journeyId)
  return { ok: true }
}

export type Brought = { ok: true } | NotWritable | { ok: false; reason: 'no_room' }

/** Sets the words of one note at the end of what happened. The note itself stays as it is, for whom it is. */
export async function bringToReview(db: PersonDb, journeyId: string, observationId: string): Promise<Brought> {
  const open = await openReview(db, journeyId)
  if (!open.ok) return open
  const { review } = open
  const note = open.observations.find((candidate) => candidate.id === observationId)
  if (!note) return { ok: false, reason: 'absent' }
  const body = broughtToReview(bodyOf(review.texts, 'happened'), bodyOf(note.texts, 'text'))
  if (body === null) return { ok: false, reason: 'no_room' }
  await writeReviewTexts(db, journeyId, review, [{ field: 'happened', body, baseVersion: versionOf(review.texts, 'happened') }])
  await noteChange(db, journeyId)
  return { ok: true }
}

async function openReview(
  db: PersonDb,
  journeyId: string,
): Promise<{ ok: true; review: ReviewView; observations: ObservationView[] } | NotWritable> {
  const open = await writingInCycle(db, journeyId, 'review')
  if (!open.ok) return open
  const { review, observations } = open.cycle
  if (!review) throw new Error('A cycle is evaluated without a review.')
  return { ok: true, review, observations }
}

function writeReviewTexts(db: PersonDb, journeyId: string, review: ReviewView, texts: WrittenText[]): Promise<Conflict[]> {
  const audience = review.saved_at ? journeyId : null
  return writePassages(db, { contextId: journeyId, subjectId: review.id, audienceOf: () => audience, texts })
}

/** Ids that are no sign of this journey are passed over. */
async function writeSigns(db: PersonDb, journeyId: string, reviewId: string, signs: Record<string, SignState>): Promise<void> {
  const given = JSON.stringify(Object.entries(signs).map(([sign_id, state]) => ({ sign_id, state })))
  await sql`insert into review_sign (organisation_id, review_id, sign_id, journey_id, state)
    select s.organisation_id, ${reviewId}::uuid, s.id, s.journey_id, g.state
    from jsonb_to_recordset(${given}::jsonb) as g(sign_id uuid, state text)
    join success_sign s on s.organisation_id = my_organisation() and s.id = g.sign_id
    where s.journey_id = ${journeyId}::uuid and s.removed_at is null
    on conflict (organisation_id, review_id, sign_id) do update set state = excluded.state`.execute(db)
}
