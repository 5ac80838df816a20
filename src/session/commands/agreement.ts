import { sql } from 'kysely'
import { propose } from '#journey/commands/proposal.ts'
import { addStep } from '#journey/commands/step.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { limits, type Session } from '../session.ts'
import { type Written, writeWords } from './words.ts'

export interface Agreed {
  body: string
  byWhen: string | null
}

/** Writes down what was agreed. `id` is made by the page. False where there are as many as fit. */
export async function agreeOn(db: PersonDb, session: Session, id: string, { body, byWhen }: Agreed): Promise<boolean> {
  if (session.agreements.some((agreement) => agreement.id === id)) return true
  if (session.agreements.length >= limits.agreements) return false
  await sql`insert into session_agreement (organisation_id, id, session_id, made_by, by_when)
    values (my_organisation(), ${id}::uuid, ${session.id}::uuid, me(), ${byWhen}::date) on conflict do nothing`.execute(db)
  await writeWords(db, { sessionId: session.id, subjectId: id, field: 'agreement', baseVersion: 0 }, body)
  return true
}

/** Changes what was agreed, for everybody who takes part. */
export async function changeAgreement(
  db: PersonDb,
  session: Session,
  id: string,
  { body, byWhen, baseVersion }: Agreed & { baseVersion: number },
): Promise<Written> {
  const written = await writeWords(db, { sessionId: session.id, subjectId: id, field: 'agreement', baseVersion }, body)
  if (written.ok) await change(db, session.id, id, sql`by_when = ${byWhen}::date`)
  return written
}

export const setAgreementRemoved = (db: PersonDb, sessionId: string, id: string, isRemoved: boolean): Promise<void> =>
  change(db, sessionId, id, sql`removed_at = ${isRemoved ? sql`now()` : sql`null`}`)

export type Taken =
  | { ok: true; as: 'step' | 'proposal' }
  | { ok: false; reason: 'absent' | 'no_open_plan' | 'plan_is_full' | 'journey_closed' }

/**
 * Makes a step of what was agreed: in the plan of its journey when the learner does it, said to be of whoever wrote it down;
 * a suggestion to the learner when somebody else does. Done twice, it is done once.
 */
export async function takeAsStep(db: PersonDb, session: Session, me: string, id: string): Promise<Taken> {
  const agreement = session.agreements.find((one) => one.id === id)
  const { journeyId, journey } = session
  if (!agreement?.words || !journeyId || !journey) return { ok: false, reason: 'absent' }
  const [text, newOne] = [agreement.words.body, newId()]
  if (journey.learnerId !== me) {
    if (agreement.stepId || agreement.proposalId) return { ok: true, as: 'proposal' }
    const proposed = await propose(db, me, journeyId, newOne, { kind: 'step', text, stepKind: 'other', byWhen: agreement.byWhen })
    if (!proposed.ok) return { ok: false, reason: proposed.reason === 'journey_closed' ? 'journey_closed' : 'absent' }
    await change(db, session.id, id, sql`proposal_id = ${newOne}::uuid`)
    return { ok: true, as: 'proposal' }
  }
  if (agreement.stepId) return { ok: true, as: 'step' }
  const added = await addStep(db, journeyId, newOne, {
    texts: [{ field: 'what', body: text, baseVersion: 0 }],
    byWhen: agreement.byWhen,
    createdBy: agreement.madeBy ?? me,
  })
  if (!added.ok) return { ok: false, reason: added.reason === 'plan_is_full' ? 'plan_is_full' : 'no_open_plan' }
  await change(db, session.id, id, sql`step_id = ${newOne}::uuid`)
  return { ok: true, as: 'step' }
}

async function change(db: PersonDb, sessionId: string, id: string, to: ReturnType<typeof sql>): Promise<void> {
  await sql`update session_agreement set ${to}
    where organisation_id = my_organisation() and session_id = ${sessionId}::uuid and id = ${id}::uuid`.execute(db)
  await notifyChanged(db, sessionId)
}
