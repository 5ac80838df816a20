import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Refusal } from '../journey.ts'
import { openCheckOf } from '../queries/whole.ts'
import { lastChecks, secondCheckOn, secondCheckStands } from '../rules/second-check.ts'
import { missingInTransfer, postponed } from '../rules/transfer.ts'
import { noteChange, noteEvent } from './note-event.ts'
import { type WrittenTransfer, writeAnswer, writeNotes } from './transfer.ts'
import { asLearnerOf, type NotWritable } from './writing.ts'

type Decided = { ok: true } | NotWritable

/**
 * Turns the second check on, half a year after the day `closedOn` is given for, or does without it; both can be changed until it is answered.
 * `not_now`: none is offered, or it was answered.
 */
export async function decideOnSecondCheck(
  db: PersonDb,
  journeyId: string,
  wanted: boolean,
  { today, dayOf }: { today: string; dayOf: (at: Date) => string },
): Promise<Decided> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const { journey, transferChecks } = found.whole
  const { first } = lastChecks(transferChecks)
  const stands = secondCheckStands(transferChecks)
  const decidable = stands === 'offered' || stands === 'declined' || stands === 'open'
  if (!first || !decidable || journey.phase !== 'done' || journey.closed_at === null) return { ok: false, reason: 'not_now' }
  if (wanted && stands === 'open') return { ok: true }
  await sql`insert into transfer_check (organisation_id, id, journey_id, follows_id, due_on, state)
    values (my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, ${first.id}::uuid,
      ${secondCheckOn(dayOf(new Date(journey.closed_at)), today)}::date, ${wanted ? 'open' : 'declined'})
    on conflict (organisation_id, journey_id, follows_id) where follows_id is not null
    do update set state = excluded.state, due_on = excluded.due_on`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}

/** Answers the second check, or moves it on as the first one: four weeks, at most twice. The journey stays done. */
export async function answerSecondCheck(
  db: PersonDb,
  journeyId: string,
  written: WrittenTransfer,
  today: string,
): Promise<{ ok: true } | { ok: false; reason: 'absent' } | ({ ok: false } & Refusal<'answerTransfer'>)> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return { ok: false, reason: 'absent' }
  const check = openCheckOf(found.whole)
  if (!check?.follows_id) return { ok: false, reason: 'wrong_phase' }
  const fields = missingInTransfer(written.answer)
  if (fields.length > 0) return { ok: false, reason: 'missing_fields', fields }
  const later = written.answer.metNewChallenge === 'not_yet' ? postponed({ on: check.due_on, postponed: check.postponed }, today) : null
  await writeNotes(db, journeyId, check.id, written)
  if (later) {
    await sql`update transfer_check set due_on = ${later.on}::date, postponed = ${later.postponed}
      where organisation_id = my_organisation() and id = ${check.id}::uuid`.execute(db)
    await noteChange(db, journeyId)
    return { ok: true }
  }
  await writeAnswer(db, check.id, written)
  await sql`update transfer_check set state = 'answered', answered_at = now()
    where organisation_id = my_organisation() and id = ${check.id}::uuid`.execute(db)
  await noteEvent(db, journeyId, 'answerTransfer')
  return { ok: true }
}
