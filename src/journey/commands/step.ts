import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'
import { findingsFor } from '../queries/offers.ts'
import { type CycleView, openCycleOf, type StepView, type WholeJourney } from '../queries/whole.ts'
import type { StepKind, StepStatus } from '../rules/choices.ts'
import { stepsMayBeRemoved } from '../rules/cycle.ts'
import { stepFields } from '../rules/limits.ts'
import { mayBeChanged, sizeOfPlan, statusesToChoose } from '../rules/step.ts'
import { saveNeeds, type WrittenNeed } from './need.ts'
import { noteChange } from './note-event.ts'
import { type NotWritable, writingInCycle } from './writing.ts'

/** What a step form sends. What the form does not have stays as it is. */
export interface WrittenStep {
  texts: WrittenText[]
  kind?: StepKind | null
  byWhen?: string | null
  minutesPlanned?: number | null
  confidence?: number | null
  /** The passage of the last review from which this step comes. */
  fromPassageId?: string | null
  /** The trial in the same plan for which this step is an input. */
  preparesId?: string | null
  needs?: WrittenNeed[]
  /** Whose idea a new step was, where it was not the learner's: what two agreed on and one of them wrote down. */
  createdBy?: string
}

export type SavedStep = { ok: true; conflicts: Conflict[] } | NotWritable | { ok: false; reason: 'plan_is_full' }
export type ChangedStep = { ok: true } | NotWritable

/**
 * Adds a step at the end of the plan. `id` is made by the page: sending the form again with the same words changes
 * nothing, and with other words gives a conflict instead of a second step. Refuses an eighth step.
 */
export async function addStep(db: PersonDb, journeyId: string, id: string, step: WrittenStep): Promise<SavedStep> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const { cycle, whole } = open
  const there = cycle.steps.find((candidate) => candidate.id === id)
  if (!there && sizeOfPlan(cycle.steps) === 'full') return { ok: false, reason: 'plan_is_full' }
  if (!there && !(await insertStep(db, whole, cycle, id, step.createdBy))) return { ok: false, reason: 'absent' }
  return there ? writeStep(db, whole, there, step) : writeStep(db, whole, { ...blank, id }, step)
}

/** Saves a step that nobody has finished yet; later versions of a step that was tried come by a replan. */
export async function saveStep(db: PersonDb, journeyId: string, stepId: string, step: WrittenStep): Promise<SavedStep> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const there = open.cycle.steps.find((candidate) => candidate.id === stepId)
  if (!there) return { ok: false, reason: 'absent' }
  if (!mayBeChanged(there)) return { ok: false, reason: 'not_now' }
  return writeStep(db, open.whole, there, step)
}

/** Sets where a step stands. Left aside needs no reason; a step that was replaced by a replan stays as it is. */
export async function setStepStatus(db: PersonDb, journeyId: string, stepId: string, status: StepStatus): Promise<ChangedStep> {
  const open = await writingInCycle(db, journeyId, 'stepStatus')
  if (!open.ok) return open
  const there = open.cycle.steps.find((candidate) => candidate.id === stepId)
  if (!there) return { ok: false, reason: 'absent' }
  if (there.status === 'changed' || !statusesToChoose.some((one) => one === status)) return { ok: false, reason: 'not_now' }
  await sql`update step set status = ${status} where organisation_id = my_organisation() and id = ${stepId}::uuid`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true }
}

/** Takes a step out of the plan: into the bin, or, once trying has begun, into the record as changed. */
export async function removeStep(
  db: PersonDb,
  journeyId: string,
  stepId: string,
): Promise<{ ok: true; into: 'bin' | 'record' } | NotWritable> {
  const open = await writingInCycle(db, journeyId, 'plan')
  if (!open.ok) return open
  const there = open.cycle.steps.find((candidate) => candidate.id === stepId)
  if (!there) return { ok: false, reason: 'absent' }
  if (!mayBeChanged(there)) return { ok: false, reason: 'not_now' }
  const into = stepsMayBeRemoved({ tryStarted: open.cycle.try_started_at !== null }) ? 'bin' : 'record'
  await sql`update step set removed_at = case when ${into} = 'bin' then now() end, status = case when ${into} = 'bin' then status else 'changed' end
    where organisation_id = my_organisation() and id = ${stepId}::uuid`.execute(db)
  await noteChange(db, journeyId)
  return { ok: true, into }
}

/** A row at the end of the cycle's plan; false where the id is taken by something the learner cannot see here. */
async function insertStep(
  db: PersonDb,
  { journey }: WholeJourney,
  cycle: CycleView,
  id: string,
  by = journey.learner_id,
): Promise<boolean> {
  const createdAs = by === journey.learner_id ? 'learner' : 'facilitator'
  const { numAffectedRows } = await sql`insert into step (organisation_id, id, journey_id, cycle_id, position, created_by, created_as)
    select organisation_id, ${id}::uuid, journey_id, id, ${afterLast(cycle)}, ${by}::uuid, ${createdAs} from cycle
    where organisation_id = my_organisation() and id = ${cycle.id}::uuid
    on conflict do nothing`.execute(db)
  return Boolean(numAffectedRows)
}

export const afterLast = (cycle: CycleView): number => 1 + Math.max(-1, ...cycle.steps.map((step) => step.position))

type Before = Pick<StepView, 'id' | 'kind' | 'by_when' | 'minutes_planned' | 'confidence' | 'from_passage_id' | 'prepares_id'>
const blank: Omit<Before, 'id'> = {
  kind: null,
  by_when: null,
  minutes_planned: null,
  confidence: null,
  from_passage_id: null,
  prepares_id: null,
}

async function writeStep(db: PersonDb, whole: WholeJourney, before: Before, step: WrittenStep): Promise<SavedStep> {
  const journeyId = whole.journey.id
  const from = step.fromPassageId === undefined ? before.from_passage_id : step.fromPassageId
  if (from && from !== before.from_passage_id && !findingsFor(whole).some((finding) => finding.id === from))
    return { ok: false, reason: 'absent' }
  const prepares = kept(step.preparesId, before.prepares_id)
  if (prepares && prepares !== before.prepares_id && !isTrialInPlan(whole, before.id, prepares)) return { ok: false, reason: 'absent' }
  await sql`update step set
      kind = ${kept(step.kind, before.kind)}, by_when = ${kept(step.byWhen, before.by_when)}::date,
      minutes_planned = ${kept(step.minutesPlanned, before.minutes_planned)}, confidence = ${kept(step.confidence, before.confidence)},
      from_passage_id = ${from}::uuid, prepares_id = ${prepares}::uuid
    where organisation_id = my_organisation() and id = ${before.id}::uuid`.execute(db)
  const conflicts = await writePassages(db, {
    contextId: journeyId,
    subjectId: before.id,
    audienceOf: (field) => (isPrivate(field) ? null : journeyId),
    texts: step.texts,
  })
  if (step.needs) conflicts.push(...(await saveNeeds(db, journeyId, before, step.needs)))
  await noteChange(db, journeyId)
  return { ok: true, conflicts }
}

const kept = <Value>(sent: Value | undefined, before: Value): Value => (sent === undefined ? before : sent)

const isTrialInPlan = (whole: WholeJourney, stepId: string, trialId: string) =>
  trialId !== stepId && openCycleOf(whole)?.steps.some((step) => step.id === trialId && step.kind === 'on_the_job_trial')

const isPrivate = (field: string) => field in stepFields && stepFields[field as keyof typeof stepFields].visibility === 'private'
