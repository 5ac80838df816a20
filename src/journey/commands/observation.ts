import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { openFields, writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { takesWriting } from '../journey.ts'
import { type ObservationView, openCycleOf, type WholeJourney } from '../queries/whole.ts'
import type { Mood } from '../rules/choices.ts'
import { attach, type NewFile } from './attachment.ts'
import { noteChange } from './note-event.ts'
import { asLearnerOf, type NotWritable, writingInCycle } from './writing.ts'

/** What a note form sends. What the form does not have stays as it is. */
export interface WrittenObservation {
  text?: { body: string; baseVersion: number }
  stepId?: string | null
  mood?: Mood | null
  files?: readonly NewFile[]
  /** For a new note: who reads it from the beginning. Its author alone, unless said otherwise. */
  readers?: 'private' | 'journey'
}

export type SavedObservation = { ok: true; conflicts: Conflict[] } | NotWritable | { ok: false; reason: 'too_many_files' }
export type ChangedObservation = { ok: true } | NotWritable

/**
 * Notes what happened while trying, readable by its author alone unless they open it at once. `id` is made by the page: sending the form again with
 * the same words changes nothing.
 */
export async function recordObservation(db: PersonDb, journeyId: string, id: string, note: WrittenObservation): Promise<SavedObservation> {
  const open = await writingInCycle(db, journeyId, 'observation')
  if (!open.ok) return open
  const { cycle } = open
  const there = cycle.observations.find((candidate) => candidate.id === id)
  const audience = note.readers === 'journey' ? journeyId : null
  if (!there) {
    const { numAffectedRows } = await sql`insert into observation (organisation_id, id, journey_id, cycle_id, author_id, audience_id)
      values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${cycle.id}::uuid, me(), ${audience}::uuid) on conflict do nothing`.execute(
      db,
    )
    if (!numAffectedRows) return { ok: false, reason: 'absent' }
  }
  const files = there && there.attachments.length > 0 ? [] : note.files
  return writeObservation(db, open.whole, there ?? { id, step_id: null, mood: null, audience_id: audience, attachments: [] }, {
    ...note,
    files,
  })
}

/** Changes a note of the open cycle; those of closed cycles stay as they were. */
export async function changeObservation(
  db: PersonDb,
  journeyId: string,
  noteId: string,
  note: WrittenObservation,
): Promise<SavedObservation> {
  const found = await ownNote(db, journeyId, noteId)
  if (!found.ok) return found
  const isOpen = openCycleOf(found.whole)?.id === found.note.cycle_id
  if (!isOpen || !takesWriting(found.whole.journey, 'observation')) return { ok: false, reason: 'not_now' }
  return writeObservation(db, found.whole, found.note, note)
}

/** Opens a note, its words and files to those who read the journey, or closes it again. The mood stays its author's. */
export async function setObservationAudience(
  db: PersonDb,
  journeyId: string,
  noteId: string,
  readers: 'private' | 'journey',
): Promise<ChangedObservation> {
  const found = await ownNote(db, journeyId, noteId)
  if (!found.ok) return found
  const audience = readers === 'journey' ? journeyId : null
  await sql`update observation set audience_id = ${audience}::uuid where organisation_id = my_organisation() and id = ${noteId}::uuid`.execute(
    db,
  )
  if (audience) await openFields(db, noteId, ['text'], audience)
  else
    await sql`update passage set audience_id = null
      where organisation_id = my_organisation() and subject_id = ${noteId}::uuid and author_id = me()`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}

/** Puts a note into the bin, whatever cycle it lies in: it is its author's. */
export async function removeObservation(db: PersonDb, journeyId: string, noteId: string): Promise<ChangedObservation> {
  const found = await ownNote(db, journeyId, noteId)
  if (!found.ok) return found
  await sql`update observation set removed_at = now() where organisation_id = my_organisation() and id = ${noteId}::uuid`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}

type Own = { ok: true; whole: WholeJourney; note: ObservationView } | NotWritable

async function ownNote(db: PersonDb, journeyId: string, noteId: string): Promise<Own> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const note = found.whole.cycles.flatMap((cycle) => cycle.observations).find((candidate) => candidate.id === noteId)
  return note ? { ok: true, whole: found.whole, note } : { ok: false, reason: 'absent' }
}

type Before = Pick<ObservationView, 'id' | 'step_id' | 'mood' | 'audience_id' | 'attachments'>

async function writeObservation(db: PersonDb, whole: WholeJourney, before: Before, note: WrittenObservation): Promise<SavedObservation> {
  const journeyId = whole.journey.id
  const steps = whole.cycles.flatMap((cycle) => cycle.steps)
  const stepId = note.stepId === undefined ? before.step_id : note.stepId
  if (stepId && stepId !== before.step_id && !steps.some((step) => step.id === stepId)) return { ok: false, reason: 'absent' }
  await sql`update observation set step_id = ${stepId}::uuid where organisation_id = my_organisation() and id = ${before.id}::uuid`.execute(
    db,
  )
  if (note.mood !== undefined)
    await sql`insert into observation_private (organisation_id, observation_id, person_id, mood)
      values (my_organisation(), ${before.id}::uuid, me(), ${note.mood})
      on conflict (organisation_id, observation_id) do update set mood = excluded.mood`.execute(db)
  const conflicts = note.text
    ? await writePassages(db, {
        contextId: journeyId,
        subjectId: before.id,
        audienceOf: () => before.audience_id,
        texts: [{ field: 'text', ...note.text }],
      })
    : []
  if (note.files?.length && !(await attach(db, journeyId, before, note.files))) return { ok: false, reason: 'too_many_files' }
  await noteChange(db, journeyId)
  return { ok: true, conflicts }
}
