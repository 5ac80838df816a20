import { sql } from 'kysely'
import { asJob, type JobDb, type PersonDb } from '#platform/db/bound.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { takesWriting } from '../journey.ts'
import { type RemovableKind, removedThings } from '../queries/removed.ts'
import type { WholeJourney } from '../queries/whole.ts'
import { challengeFields, observationFields, stepFields } from '../rules/limits.ts'
import { sizeOfPlan } from '../rules/step.ts'
import { noteChange } from './note-event.ts'
import { asLearnerOf, type NotWritable } from './writing.ts'

export type Restored =
  | { ok: true; with: 'step' | 'observation' | null }
  | NotWritable
  | { ok: false; reason: 'plan_is_full' | 'too_many_needs' | 'too_many_files' | 'too_many_signs' | 'challenge_is_confirmed' }

/**
 * Brings something back from the bin, in any order: a need brings its step along, a file its note (`with` says so).
 * Refuses where it would find no place. What is back already stays as it is.
 */
export async function restoreThing(db: PersonDb, journeyId: string, kind: RemovableKind, id: string): Promise<Restored> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const removed = await removedThings(db, journeyId)
  if (!removed.some((thing) => thing.kind === kind && thing.id === id)) return isBack(found.whole, id)
  const restored = await restore[kind](db, found.whole, id)
  if (restored.ok) await noteChange(db, journeyId)
  return restored
}

const alone = { ok: true, with: null } as const

const restore: Record<RemovableKind, (db: PersonDb, whole: WholeJourney, id: string) => Promise<Restored>> = {
  async step(db, whole, id) {
    const { rows } = await sql<{
      cycle_id: string
    }>`select cycle_id from step where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
    const cycle = whole.cycles.find((candidate) => candidate.id === rows[0]?.cycle_id)
    if (cycle && sizeOfPlan(cycle.steps) === 'full') return { ok: false, reason: 'plan_is_full' }
    await sql`update step set removed_at = null where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
    return alone
  },

  async need(db, whole, id) {
    const stepId = await parentOf(db, sql`select step_id as id from need where organisation_id = my_organisation() and id = ${id}::uuid`)
    const step = whole.cycles.flatMap((cycle) => cycle.steps).find((candidate) => candidate.id === stepId)
    if (step && step.needs.length >= stepFields.needs.most) return { ok: false, reason: 'too_many_needs' }
    const withStep = step ? alone : await restore.step(db, whole, stepId)
    if (!withStep.ok) return withStep
    await sql`update need set removed_at = null where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
    return { ok: true, with: step ? null : 'step' }
  },

  async observation(db, _, id) {
    await sql`update observation set removed_at = null where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
    return alone
  },

  async attachment(db, whole, id) {
    const noteId = await parentOf(
      db,
      sql`select observation_id as id from attachment where organisation_id = my_organisation() and id = ${id}::uuid`,
    )
    const note = whole.cycles.flatMap((cycle) => cycle.observations).find((candidate) => candidate.id === noteId)
    if (note && note.attachments.length >= observationFields.files.most) return { ok: false, reason: 'too_many_files' }
    if (!note) await restore.observation(db, whole, noteId)
    await sql`update attachment set removed_at = null where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
    return { ok: true, with: note ? null : 'observation' }
  },

  async success_sign(db, whole, id) {
    if (!takesWriting(whole.journey, 'challenge')) return { ok: false, reason: 'challenge_is_confirmed' }
    if (whole.challenge.signs.length >= challengeFields.successSigns.most) return { ok: false, reason: 'too_many_signs' }
    await sql`update success_sign set removed_at = null, challenge_id = ${whole.challenge.id}::uuid
      where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
    return alone
  },
}

async function parentOf(db: PersonDb, query: ReturnType<typeof sql<{ id: string }>>): Promise<string> {
  const { rows } = await query.execute(db)
  return rows[0]!.id
}

function isBack(whole: WholeJourney, id: string): Restored {
  const there = [
    ...whole.challenge.signs,
    ...whole.cycles.flatMap((cycle) => [
      ...cycle.steps.flatMap((step) => [step, ...step.needs]),
      ...cycle.observations.flatMap((note) => [note, ...note.attachments]),
    ]),
  ]
  return there.some((thing) => thing.id === id) ? alone : { ok: false, reason: 'absent' }
}

/** Deletes for good what has lain in any bin for 30 days, with its words; notes about a deleted step stay. Gives how many things went. */
export async function purgeRemoved(db: JobDb): Promise<number> {
  const { rows } = await sql<{ gone: number }>`select purge_removed() as gone`.execute(db)
  return rows[0]?.gone ?? 0
}

/** What was promised to be kept for 30 days is kept no longer. */
export const emptyBins: Job = {
  name: 'empty_bins',
  daily: '02:40',
  run: (database) =>
    asJob(database, async (db) => {
      await purgeRemoved(db)
    }),
}
