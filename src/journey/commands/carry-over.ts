import { sql } from 'kysely'
import { takeHelpersAlong } from '#help/commands/assignee.ts'
import { takeNeedLinkAlong } from '#help/commands/need-link.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { offersFor } from '../queries/offers.ts'
import { type CycleView, openCycleOf, type StepView } from '../queries/whole.ts'
import type { PlainDate } from '../rules/date.ts'
import { stepFields } from '../rules/limits.ts'
import { mayBeChanged, sizeOfPlan } from '../rules/step.ts'
import { type Moved, move } from './move.ts'
import { noteChange } from './note-event.ts'
import { addStep, afterLast, type SavedStep } from './step.ts'
import { type NotWritable, writingInCycle } from './writing.ts'

export type Taken = { ok: true; stepId: string } | NotWritable | { ok: false; reason: 'plan_is_full' }

/** Takes an unfinished step of the last cycle into the plan, as a copy: the closed cycle stays as it was. A second press finds nothing to take. */
export async function takeOverStep(db: PersonDb, journeyId: string, sourceId: string, today: PlainDate): Promise<Taken> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const source = offersFor(open.whole).steps.find((step) => step.id === sourceId)
  if (!source) return { ok: false, reason: 'absent' }
  if (sizeOfPlan(open.cycle.steps) === 'full') return { ok: false, reason: 'plan_is_full' }
  const stepId = await copyStep(db, source, open.cycle.id, afterLast(open.cycle), today)
  await noteChange(db, journeyId)
  return { ok: true, stepId }
}

/** Makes a step of a finding of the last review. A finding longer than a step's sentence begins it, and stays linked as a whole. */
export async function takeFinding(db: PersonDb, journeyId: string, findingId: string, stepId: string): Promise<SavedStep> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const finding = offersFor(open.whole).findings.find((candidate) => candidate.id === findingId)
  if (!finding) return { ok: false, reason: 'absent' }
  const body = startOf(finding.body, stepFields.what.max)
  return addStep(db, journeyId, stepId, { texts: [{ field: 'what', body, baseVersion: 0 }], fromPassageId: findingId })
}

/** Lets go what the last cycle offers: it is not shown again, and nothing of the last cycle changes. */
export async function leaveOffer(db: PersonDb, journeyId: string, offerId: string): Promise<{ ok: true } | NotWritable> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const { steps, findings } = offersFor(open.whole)
  if (![...steps, ...findings].some((offer) => offer.id === offerId)) return { ok: false, reason: 'absent' }
  await sql`update cycle set offers_left = array_append(offers_left, ${offerId}::uuid)
    where organisation_id = my_organisation() and id = ${open.cycle.id}::uuid`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}

/**
 * Goes back to the plan. Each step to change stays in the record as changed, and its learner writes on in a copy of it
 * at the same place, with whoever helps with it.
 */
export async function replan(
  db: PersonDb,
  journeyId: string,
  changedStepIds: readonly string[],
  today: PlainDate,
): Promise<Moved<'replan'>> {
  const moved = await move(db, journeyId, { name: 'replan', changedStepIds }, today)
  if (!moved.ok) return moved
  const steps = openCycleOf(moved.before)?.steps ?? []
  for (const step of steps.filter((candidate) => changedStepIds.includes(candidate.id) && mayBeChanged(candidate)))
    await takeHelpersAlong(db, step.id, await copyStep(db, step, step.cycle_id, step.position, today))
  return moved
}

/** Copies a step with its words and needs into a cycle, as planned. A day that has passed is left open, to be chosen anew. */
async function copyStep(db: PersonDb, source: StepView, cycleId: CycleView['id'], position: number, today: PlainDate): Promise<string> {
  const copies = [{ from: source.id, to: newId() }, ...source.needs.map((need) => ({ from: need.id, to: newId() }))]
  const id = copies[0]!.to
  const map = JSON.stringify(copies)
  const stillAhead = (day: string | null) => (day !== null && day >= today ? day : null)
  await sql`insert into step (organisation_id, id, journey_id, cycle_id, position, kind, by_when, minutes_planned, confidence,
      created_by, created_as, from_passage_id, carried_from_id, prepares_id)
    select organisation_id, ${id}::uuid, journey_id, ${cycleId}::uuid, ${position}, kind, ${stillAhead(source.by_when)}::date, minutes_planned,
      confidence, created_by, created_as, from_passage_id, id, case when cycle_id = ${cycleId}::uuid then prepares_id end
    from step where organisation_id = my_organisation() and id = ${source.id}::uuid`.execute(db)
  await sql`update step set prepares_id = ${id}::uuid
    where organisation_id = my_organisation() and cycle_id = ${cycleId}::uuid and prepares_id = ${source.id}::uuid`.execute(db)
  await sql`insert into need (organisation_id, id, journey_id, step_id, position, needed_by, state)
    select n.organisation_id, c.to, n.journey_id, ${id}::uuid, n.position, case when n.needed_by >= ${today}::date then n.needed_by end, n.state
    from need n join jsonb_to_recordset(${map}::jsonb) as c("from" uuid, "to" uuid) on c.from = n.id
    where n.organisation_id = my_organisation()`.execute(db)
  await sql`insert into passage (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body)
    select p.organisation_id, gen_random_uuid(), p.context_id, c.to, p.field, p.position, p.author_id, p.audience_id, p.body
    from passage p join jsonb_to_recordset(${map}::jsonb) as c("from" uuid, "to" uuid) on c.from = p.subject_id
    where p.organisation_id = my_organisation() and p.author_id = me()`.execute(db)
  for (const need of copies.slice(1)) await takeNeedLinkAlong(db, need.from, need.to)
  return id
}

/** The words of `text` that fit into `max` characters; an ellipsis where there are more. */
function startOf(text: string, max: number): string {
  if (text.length <= max) return text
  const cut = text.slice(0, max - 1)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), max / 2)).trimEnd()}…`
}
