import { sql } from 'kysely'
import { defaultHat, type Hat } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { takesWriting } from '../journey.ts'
import { stateOf } from '../queries/state.ts'
import { openCycleOf, type ProposalView, wholeJourney } from '../queries/whole.ts'
import type { NextMove, StepKind } from '../rules/choices.ts'
import { sizeOfPlan } from '../rules/step.ts'
import { audienceUnder } from './hat.ts'
import { noteChange, noteEvent } from './note-event.ts'

/** What somebody who accompanies suggests, and under which hat: facilitation, unless they say otherwise. The learner takes it or leaves it; nothing waits for the answer. */
export type Suggestion = { hat?: Hat } & (
  | { kind: 'step'; text: string; stepKind: StepKind; byWhen: string | null }
  | { kind: 'question'; text: string; questionId: string | null }
  | { kind: 'next_move'; text: string; nextMove: NextMove }
)

export type Proposed = { ok: true } | { ok: false; reason: 'absent' | 'own_journey' | 'journey_closed' | 'hat_not_agreed' }

/** Lays a suggestion before the learner. `id` is made by the page, so that sending a form twice proposes once. */
export async function propose(db: PersonDb, me: string, journeyId: string, id: string, suggestion: Suggestion): Promise<Proposed> {
  const whole = await wholeJourney(db, journeyId)
  if (!whole) return { ok: false, reason: 'absent' }
  if (whole.journey.learner_id === me) return { ok: false, reason: 'own_journey' }
  if (whole.journey.status === 'closed') return { ok: false, reason: 'journey_closed' }
  const hat = suggestion.hat ?? defaultHat
  const audience = await audienceUnder(db, whole, me, hat)
  if (!audience) return { ok: false, reason: 'hat_not_agreed' }
  const step = suggestion.kind === 'step' ? suggestion : undefined
  const { numAffectedRows } = await sql`insert into proposal
      (organisation_id, id, journey_id, cycle_id, author_id, kind, step_kind, by_when, next_move, question_id, hat)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${openCycleOf(whole)?.id ?? null}::uuid, me(), ${suggestion.kind},
      ${step?.stepKind ?? null}, ${step?.byWhen ?? null}::date, ${suggestion.kind === 'next_move' ? suggestion.nextMove : null},
      ${(suggestion.kind === 'question' && suggestion.questionId) || null}, ${hat})
    on conflict do nothing`.execute(db)
  if (!numAffectedRows) return { ok: true }
  await writePassages(db, {
    contextId: journeyId,
    subjectId: id,
    audienceOf: () => audience,
    texts: [{ field: 'proposal', body: suggestion.text, baseVersion: 0 }],
  })
  await noteEvent(db, journeyId, 'proposed')
  return { ok: true }
}

export type Decided =
  | { ok: true; proposal: ProposalView; stepId: string | null }
  | { ok: false; reason: 'absent' | 'decided_already' | 'no_open_plan' | 'plan_full' }

/** Takes or leaves a suggestion, as the learner; no reason is asked. A step that is taken enters the plan of the open cycle and says who proposed it. */
export async function decideOnProposal(
  db: PersonDb,
  me: string,
  journeyId: string,
  proposalId: string,
  decision: 'accepted' | 'declined',
): Promise<Decided> {
  const whole = await wholeJourney(db, journeyId)
  const proposal = whole?.proposals.find((candidate) => candidate.id === proposalId)
  if (!whole || !proposal || whole.journey.learner_id !== me) return { ok: false, reason: 'absent' }
  if (proposal.state !== 'waiting') return { ok: false, reason: 'decided_already' }
  const cycle = openCycleOf(whole)
  const takesStep = decision === 'accepted' && proposal.kind === 'step'
  if (takesStep && !(cycle && takesWriting(stateOf(whole), 'plan'))) return { ok: false, reason: 'no_open_plan' }
  if (takesStep && cycle && sizeOfPlan(cycle.steps) === 'full') return { ok: false, reason: 'plan_full' }
  const stepId = takesStep ? newId() : null
  const { numAffectedRows } = await sql`update proposal set state = ${decision}, decided_at = now(), step_id = ${stepId}::uuid
    where organisation_id = my_organisation() and id = ${proposalId}::uuid and state = 'waiting'`.execute(db)
  if (!numAffectedRows) return { ok: false, reason: 'decided_already' }
  if (stepId && cycle) {
    await sql`insert into step (organisation_id, id, journey_id, cycle_id, position, kind, by_when, created_by, created_as)
      values (my_organisation(), ${stepId}::uuid, ${journeyId}::uuid, ${cycle.id}::uuid, ${1 + Math.max(0, ...cycle.steps.map((step) => step.position))},
        ${proposal.step_kind}, ${proposal.by_when}::date, ${proposal.author_id}::uuid, 'facilitator')`.execute(db)
    const what = proposal.texts.others.find((text) => text.field === 'proposal')?.body ?? ''
    await writePassages(db, {
      contextId: journeyId,
      subjectId: stepId,
      audienceOf: () => journeyId,
      texts: [{ field: 'what', body: what, baseVersion: 0 }],
    })
  }
  await noteEvent(db, journeyId, decision === 'accepted' ? 'proposalAccepted' : 'proposalDeclined')
  return { ok: true, proposal, stepId }
}

/** Takes back a suggestion that nobody has decided on. */
export async function withdrawProposal(db: PersonDb, journeyId: string, proposalId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update proposal set state = 'withdrawn', decided_at = now()
    where organisation_id = my_organisation() and id = ${proposalId}::uuid and author_id = me() and state = 'waiting'`.execute(db)
  if (numAffectedRows) await noteChange(db, journeyId)
  return Boolean(numAffectedRows)
}
