import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { setAudience, writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'
import { takesWriting } from '../journey.ts'
import { facilitatorsOf } from '../queries/facilitators.ts'
import { type ClosingView, closingInWork, type WholeJourney } from '../queries/whole.ts'
import type { Receiver, SetAsideReason, StoryChoice } from '../rules/choices.ts'
import { type Moved, move } from './move.ts'
import { noteChange } from './note-event.ts'
import { asLearnerOf, type NotWritable } from './writing.ts'

/** What the form of a solved journey sends; what it does not have stays as it is. */
export interface WrittenClosing {
  texts: WrittenText[]
  storyChoice?: StoryChoice | null
  transferCheckOn?: string | null
}

export type WroteClosing = { ok: true; closingId: string; conflicts: Conflict[] } | NotWritable

/** Saves the closing as far as it is written. Nobody but the learner reads any of it before the journey is closed. */
export async function writeClosing(db: PersonDb, journeyId: string, written: WrittenClosing): Promise<WroteClosing> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const closing = closingInWork(found.whole)
  if (!closing || !takesWriting(found.whole.journey, 'closing')) return { ok: false, reason: 'not_now' }
  const { storyChoice = closing.story_choice, transferCheckOn = closing.transfer_check_on } = written
  await sql`update closing set story_choice = ${storyChoice}, transfer_check_on = ${transferCheckOn}::date
    where organisation_id = my_organisation() and id = ${closing.id}::uuid`.execute(db)
  const conflicts = await writePassages(db, {
    contextId: journeyId,
    subjectId: closing.id,
    audienceOf: () => null,
    texts: written.texts,
  })
  await noteChange(db, journeyId)
  return { ok: true, closingId: closing.id, conflicts }
}

/** Closes a solved journey. From now on those who accompany read the closing, and each of them the words that are for them alone. */
export async function closeSolved(db: PersonDb, journeyId: string, today: string): Promise<Moved<'closeSolved'>> {
  const moved = await move(db, journeyId, { name: 'closeSolved' }, today)
  const closing = moved.ok && closingInWork(moved.before)
  if (closing) await openFeedback(db, moved.before, closing)
  return moved
}

/** Each word of feedback is read by the two of them: by the learner and the person it is for, as long as that person accompanies. */
async function openFeedback(db: PersonDb, whole: WholeJourney, closing: ClosingView): Promise<void> {
  const here = facilitatorsOf(whole)
  for (const text of closing.texts.own.filter((one) => one.field === 'feedbackToFacilitator' && one.body !== '')) {
    const reader = here.find((facilitator) => facilitator.place === text.position && facilitator.isHere)
    if (!reader) continue
    const { rows } = await sql<{ pair: string | null }>`
      select open_pair(${whole.journey.id}::uuid, ${reader.personId}::uuid, ${newId()}::uuid) as pair`.execute(db)
    if (rows[0]?.pair) await setAudience(db, text.id, rows[0].pair)
  }
}

export interface SettingAside {
  reason: SetAsideReason | null
  note: string
  parkedUntil: string | null
}

/** Sets a journey aside for good reason; the note stays with its learner. */
export async function setJourneyAside(db: PersonDb, journeyId: string, given: SettingAside, today: string): Promise<Moved<'setAside'>> {
  const moved = await move(db, journeyId, { name: 'setAside', reason: given.reason }, today)
  if (!moved.ok) return moved
  const id = newId()
  await sql`insert into closing (organisation_id, id, journey_id, outcome, reason, parked_until, closed_at, support_level_at_end)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, 'set_aside', ${given.reason}, ${given.parkedUntil}::date, now(), ${moved.before.supportLevel})`.execute(
    db,
  )
  await writePassages(db, {
    contextId: journeyId,
    subjectId: id,
    audienceOf: () => null,
    texts: [{ field: 'note', body: given.note, baseVersion: 0 }],
  })
  return moved
}

export interface PassingOn {
  to: Receiver | null
  what: string
  learned: string
  receiverAgrees: boolean | null
}

/** Passes a journey on to whom it belongs; what was learned on the way stays with it. */
export async function passJourneyOn(db: PersonDb, journeyId: string, given: PassingOn, today: string): Promise<Moved<'passOn'>> {
  const moved = await move(db, journeyId, { name: 'passOn', to: given.to, what: given.what }, today)
  if (!moved.ok) return moved
  const id = newId()
  await sql`insert into closing (organisation_id, id, journey_id, outcome, receiver, receiver_agrees, closed_at, support_level_at_end)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, 'passed_on', ${given.to}, ${given.receiverAgrees}, now(), ${moved.before.supportLevel})`.execute(
    db,
  )
  await writePassages(db, {
    contextId: journeyId,
    subjectId: id,
    audienceOf: () => journeyId,
    texts: [
      { field: 'what', body: given.what, baseVersion: 0 },
      { field: 'learned', body: given.learned, baseVersion: 0 },
    ],
  })
  return moved
}
