import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { type HelpedStep, helpedStep } from '../queries/assignee.ts'
import { type AssigneeRole, assigneeFields, mayGiveMaterial, maySuggestChange, needsEyeLevel, notesOfRole } from '../rules/assignee.ts'

export interface Assigning {
  id: string
  journeyId: string
  stepId: string
  personId: string
  role: AssigneeRole
  /** Neither is the other's superior, says the learner: asked for a coach only. */
  notSuperior: boolean
}
export type Assigned = { ok: true } | { ok: false; reason: 'absent' | 'superior' }

/** The audience of what somebody at a step notes: for a coach the two alone, else those of the step. */
const audienceOf = ({ id, stepId, role }: Pick<Assigning, 'id' | 'stepId' | 'role'>) => (notesOfRole[role] === 'pair' ? id : stepId)

/**
 * Asks somebody of the organisation to help with one step, as its learner: from now on they see that step, and nothing else. Asked already, they
 * are not asked again. Refuses a coach without the statement that neither is the other's superior.
 */
export async function assign(db: PersonDb, { id, journeyId, stepId, personId, role, notSuperior }: Assigning): Promise<Assigned> {
  if (needsEyeLevel(role) && !notSuperior) return { ok: false, reason: 'superior' }
  const { rows: known } =
    await sql`select from person where organisation_id = my_organisation() and id = ${personId}::uuid and id <> me() and not is_leaving(id)`.execute(
      db,
    )
  if (known.length === 0) return { ok: false, reason: 'absent' }
  const { numAffectedRows } = await sql`insert into assignee (organisation_id, id, journey_id, step_id, learner_id, person_id, role)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${stepId}::uuid, me(), ${personId}::uuid, ${role}) on conflict do nothing`.execute(
    db,
  )
  if (!numAffectedRows) return { ok: true }
  const audience = audienceOf({ id, stepId, role })
  const { rows } = await sql<{ taken: boolean }>`select audience_is_taken(${audience}::uuid) as taken`.execute(db)
  if (!rows[0]?.taken) await foundAudience(db, audience)
  await letIn(db, audience, personId, role)
  await tell(db, [journeyId, personId])
  return { ok: true }
}

/** Ends somebody's help with a step, as its learner, at any time: from this moment they see nothing of it. What they noted stays. False where there is nobody to take out. */
export async function endAssignment(db: PersonDb, journeyId: string, assigneeId: string): Promise<boolean> {
  const { rows } = await sql<{
    step_id: string
    person_id: string
    role: AssigneeRole
  }>`update assignee set state = 'ended', ended_at = now()
    where organisation_id = my_organisation() and id = ${assigneeId}::uuid and journey_id = ${journeyId}::uuid and learner_id = me()
      and state in ('asked', 'accepted') returning step_id, person_id, role`.execute(db)
  const row = rows[0]
  if (!row) return false
  await letGo(db, audienceOf({ id: assigneeId, stepId: row.step_id, role: row.role }), row.person_id)
  await tell(db, [journeyId, row.person_id])
  return true
}

/** Takes those who help with a step, and what they noted, along to the copy in which its learner writes on, as its learner. Nobody is asked anew. */
export async function takeHelpersAlong(db: PersonDb, fromStepId: string, toStepId: string): Promise<void> {
  const { rows } = await sql<{
    person_id: string
  }>`select helpers_go_along(${fromStepId}::uuid, ${toStepId}::uuid) as person_id`.execute(db)
  if (rows.length > 0) await tell(db, [fromStepId, ...rows.map(({ person_id }) => person_id)])
}

/** Decides on a suggestion, as the learner. False where none waits. */
export async function decideOnSuggestion(
  db: PersonDb,
  journeyId: string,
  assigneeId: string,
  decision: 'accepted' | 'declined',
): Promise<boolean> {
  const { rows } = await sql<{ person_id: string }>`update assignee set suggestion = ${decision}
    where organisation_id = my_organisation() and id = ${assigneeId}::uuid and journey_id = ${journeyId}::uuid and learner_id = me()
      and suggestion = 'waiting' returning person_id`.execute(db)
  if (!rows[0]) return false
  await tell(db, [journeyId, rows[0].person_id])
  return true
}

/** Agrees to help with a step, as the one asked. Refuses a coach without the statement that neither is the other's superior. */
export async function agreeToHelp(db: PersonDb, stepId: string, notSuperior: boolean): Promise<Assigned> {
  const step = await helpedStep(db, stepId)
  if (!step) return { ok: false, reason: 'absent' }
  if (needsEyeLevel(step.mine.role) && !notSuperior) return { ok: false, reason: 'superior' }
  await sql`update assignee set state = 'accepted', decided_at = now()
    where organisation_id = my_organisation() and id = ${step.mine.id}::uuid and state = 'asked'`.execute(db)
  await tellOf(db, step)
  return { ok: true }
}

/** Does not help with a step, or no longer: without a reason, and from this moment nothing of it is to be seen. */
export async function leaveStep(db: PersonDb, stepId: string): Promise<boolean> {
  const step = await helpedStep(db, stepId)
  if (!step) return false
  const { id, role } = step.mine
  await sql`update assignee set state = 'declined', decided_at = now() where organisation_id = my_organisation() and id = ${id}::uuid`.execute(
    db,
  )
  await sql`select leave_audience(${audienceOf({ id, stepId, role })}::uuid)`.execute(db)
  await tell(db, [stepId, step.learnerId])
  return true
}

export interface HelperWords {
  note: { body: string; baseVersion: number }
  resources: readonly string[]
  suggestion: string
}
export type HelperWrote = { ok: true } | { ok: false; reason: 'absent' } | { ok: false; reason: 'conflict'; conflict: Conflict }

/** Keeps what somebody who agreed to help writes at the step: a note, and for a trainer material and the step in other words. */
export async function writeAtStep(db: PersonDb, stepId: string, { note, resources, suggestion }: HelperWords): Promise<HelperWrote> {
  const step = await helpedStep(db, stepId)
  if (step?.mine.state !== 'accepted') return { ok: false, reason: 'absent' }
  const { id, role, texts } = step.mine
  const audience = audienceOf({ id, stepId, role })
  const versionOf = (field: string, position: number) =>
    texts.find((text) => text.field === field && text.position === position)?.version ?? 0
  const now = (field: string, position: number, body: string) => ({ field, position, body, baseVersion: versionOf(field, position) })
  const material = Array.from({ length: assigneeFields.resource.most }, (_, position) =>
    now('resource', position, resources[position] ?? ''),
  )
  const suggests = maySuggestChange(role) && suggestion !== '' && suggestion !== texts.find(({ field }) => field === 'suggestion')?.body
  const [conflict] = await writePassages(db, {
    contextId: audience,
    subjectId: id,
    audienceOf: () => audience,
    texts: [
      { field: 'note', ...note },
      ...(mayGiveMaterial(role) ? material : []),
      ...(suggests ? [now('suggestion', 0, suggestion)] : []),
    ],
  })
  if (conflict) return { ok: false, reason: 'conflict', conflict }
  if (suggests)
    await sql`update assignee set suggestion = 'waiting' where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  await tellOf(db, step)
  return { ok: true }
}

const tellOf = (db: PersonDb, step: HelpedStep) => tell(db, [step.id, step.learnerId])

/** Open pages of the step, of the journey and of the people concerned hear of it. */
async function tell(db: PersonDb, topics: readonly string[]): Promise<void> {
  for (const topic of topics) await notifyChanged(db, topic)
}
