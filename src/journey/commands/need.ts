import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import type { NeedState } from '../rules/choices.ts'
import { needFields, stepFields } from '../rules/limits.ts'
import { noteChange } from './note-event.ts'
import { type NotWritable, writingInCycle } from './writing.ts'

/** One line of what a step needs. `id` is made by the page; a line that is emptied goes to the bin with its last words. */
export interface WrittenNeed {
  id: string
  /** Its place among the lines of the form, from 0. */
  line: number
  text: string
  baseVersion: number
  neededBy: string | null
  state: NeedState
}

/** Saves what a step needs. Conflicts name their field as `needs.<line>.text`. */
export async function saveNeeds(db: PersonDb, journeyId: string, step: { id: string }, needs: readonly WrittenNeed[]): Promise<Conflict[]> {
  const conflicts: Conflict[] = []
  for (const need of needs.slice(0, stepFields.needs.most)) {
    if (need.text === '') {
      await sql`update need set removed_at = coalesce(removed_at, now())
        where organisation_id = my_organisation() and id = ${need.id}::uuid and step_id = ${step.id}::uuid`.execute(db)
      continue
    }
    await sql`insert into need (organisation_id, id, journey_id, step_id)
      values (my_organisation(), ${need.id}::uuid, ${journeyId}::uuid, ${step.id}::uuid) on conflict do nothing`.execute(db)
    const { numAffectedRows } = await sql`update need
      set position = ${need.line}, needed_by = ${need.neededBy}::date, state = ${need.state}, removed_at = null
      where organisation_id = my_organisation() and id = ${need.id}::uuid and step_id = ${step.id}::uuid`.execute(db)
    if (!numAffectedRows) continue
    const found = await writePassages(db, {
      contextId: journeyId,
      subjectId: need.id,
      audienceOf: () => journeyId,
      texts: [{ field: 'text', body: need.text, baseVersion: need.baseVersion }],
    })
    conflicts.push(...found.map((conflict) => ({ ...conflict, field: `needs.${need.line}.text` })))
  }
  return conflicts
}

/** Says whether something needed is there by now: while planning, trying and evaluating. */
export async function setNeedState(
  db: PersonDb,
  journeyId: string,
  needId: string,
  state: NeedState,
): Promise<{ ok: true; stepId: string } | NotWritable> {
  const open = await writingInCycle(db, journeyId, 'stepStatus')
  if (!open.ok) return open
  const step = open.cycle.steps.find((candidate) => candidate.needs.some((need) => need.id === needId))
  if (!step || !needFields.state.of.some((one) => one === state)) return { ok: false, reason: 'absent' }
  await sql`update need set state = ${state} where organisation_id = my_organisation() and id = ${needId}::uuid`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true, stepId: step.id }
}
