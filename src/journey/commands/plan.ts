import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'
import type { Lead, LeadPhase } from '../rules/choices.ts'
import { noteChange } from './note-event.ts'
import { type NotWritable, writingInCycle } from './writing.ts'

/** What a plan form sends: `focus` and `options` as texts; the rest only where the form has it. */
export interface WrittenPlan {
  texts: WrittenText[]
  plannedReviewOn?: string | null
  leadIntent?: Partial<Record<LeadPhase, Lead>>
}

export type Saved = { ok: true; conflicts: Conflict[] } | NotWritable

/** Saves the plan of the open cycle as far as it is written; what is missing is asked when trying begins. */
export async function savePlan(db: PersonDb, journeyId: string, plan: WrittenPlan): Promise<Saved> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const { cycle } = open
  const reviewOn = plan.plannedReviewOn === undefined ? cycle.planned_review_on : plan.plannedReviewOn
  await sql`update cycle set planned_review_on = ${reviewOn}::date, lead_intent = ${JSON.stringify(plan.leadIntent ?? cycle.lead_intent)}::jsonb
    where organisation_id = my_organisation() and id = ${cycle.id}::uuid`.execute(db)
  const conflicts = await writePassages(db, {
    contextId: journeyId,
    subjectId: cycle.id,
    audienceOf: () => journeyId,
    texts: plan.texts,
  })
  await noteChange(db, journeyId)
  return { ok: true, conflicts }
}
