import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'
import type { TransferAnswer } from '../journey.ts'
import { openCheckOf } from '../queries/whole.ts'
import type { Dimension, TransferCondition } from '../rules/choices.ts'
import { type Moved, move } from './move.ts'
import { noteChange } from './note-event.ts'
import { asLearnerOf, type NotWritable } from './writing.ts'

export interface WrittenTransfer {
  texts: WrittenText[]
  answer: TransferAnswer
  reused: Dimension[]
  confidence: number | null
  wantsNewJourney: boolean | null
  helped: TransferCondition[]
  hindered: TransferCondition[]
}

export type WroteDescription = { ok: true; checkId: string; isSecond: boolean; conflicts: Conflict[] } | NotWritable

/** Saves what the learner writes for themselves alone while they think about the answer, to the first check or to the second. */
export async function writeTransferDescription(db: PersonDb, journeyId: string, texts: WrittenText[]): Promise<WroteDescription> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const check = openCheckOf(found.whole)
  if (!check) return { ok: false, reason: 'not_now' }
  const conflicts = await writeDescription(db, journeyId, check.id, texts)
  await noteChange(db, journeyId)
  return { ok: true, checkId: check.id, isSecond: check.follows_id !== null, conflicts }
}

/**
 * Answers the transfer check, or moves it on where nothing new has come up yet: then its learner's own notes stay with it
 * and the answer is asked for afresh.
 */
export async function answerTransfer(
  db: PersonDb,
  journeyId: string,
  written: WrittenTransfer,
  today: string,
): Promise<Moved<'answerTransfer'>> {
  const moved = await move(db, journeyId, { name: 'answerTransfer', answer: written.answer }, today)
  const check = moved.ok && openCheckOf(moved.before)
  if (!check) return moved
  await writeNotes(db, journeyId, check.id, written)
  if (moved.after.phase !== 'transfer') await writeAnswer(db, check.id, written)
  return moved
}

/** What the learner keeps for themselves alone; it stays with a check that moves on. */
export async function writeNotes(db: PersonDb, journeyId: string, checkId: string, written: WrittenTransfer): Promise<void> {
  await writeDescription(db, journeyId, checkId, written.texts)
  await sql`insert into transfer_check_private (organisation_id, transfer_check_id, person_id, helped, hindered)
    values (my_organisation(), ${checkId}::uuid, me(), ${written.helped}::text[], ${written.hindered}::text[])
    on conflict (organisation_id, transfer_check_id) do update set helped = excluded.helped, hindered = excluded.hindered`.execute(db)
}

export async function writeAnswer(db: PersonDb, checkId: string, written: WrittenTransfer): Promise<void> {
  const { metNewChallenge, progress, supportUsed } = written.answer
  await sql`update transfer_check set met_new_challenge = ${metNewChallenge}, progress = ${progress}, support_used = ${supportUsed},
      reused = ${written.reused}::text[], confidence = ${written.confidence}, wants_new_journey = ${written.wantsNewJourney}
    where organisation_id = my_organisation() and id = ${checkId}::uuid`.execute(db)
}

const writeDescription = (db: PersonDb, journeyId: string, subjectId: string, texts: WrittenText[]): Promise<Conflict[]> =>
  writePassages(db, { contextId: journeyId, subjectId, audienceOf: () => null, texts })
