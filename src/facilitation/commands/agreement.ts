import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { WrittenText } from '#sharing/sharing.ts'
import type { Terms } from '../rules/agreement.ts'

/** What became of a confirmation. `confirmed`: the other's is missing; `superseded`: there is a newer version to read first. */
export type Confirmed = 'in_force' | 'confirmed' | 'superseded' | 'not_ticked' | 'absent'

/** Confirms the newest version. `neitherIsSuperior` where the person ticks it now; null where they have before. */
export async function confirmAgreement(
  db: PersonDb,
  agreementId: string,
  versionId: string,
  neitherIsSuperior: true | null,
): Promise<Confirmed> {
  const { rows } = await sql<{
    said: Confirmed
  }>`select confirm_agreement(${versionId}::uuid, ${neitherIsSuperior}::boolean) as said`.execute(db)
  await notifyChanged(db, agreementId)
  return rows[0]!.said
}

export interface Version {
  id: string
  /** The number of the newest version that its writer had read; 0 for the first one. */
  base: number
  terms: Terms
}

/**
 * Writes a version and confirms it for its writer. `conflict`: the other wrote one meanwhile, nothing was written.
 * The same id again changes nothing.
 */
export async function writeVersion(
  db: PersonDb,
  agreement: { id: string; journeyId: string },
  { id, base, terms }: Version,
  neitherIsSuperior: true | null,
): Promise<Confirmed | 'conflict'> {
  const { rows } = await sql<{
    number: number
    mine: boolean
  }>`select number, id = ${id}::uuid and written_by = me() as mine from agreement_version
    where organisation_id = my_organisation() and agreement_id = ${agreement.id}::uuid order by number desc limit 1`.execute(db)
  if (rows[0]?.mine) return 'confirmed'
  if ((rows[0]?.number ?? 0) !== base) return 'conflict'
  const { numAffectedRows } =
    await sql`insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, support_level,
      phase_overrides, contact_rhythm, contact_weeks, reply_days, allowed_hats, observation_default, review_after_cycle)
    values (my_organisation(), ${id}::uuid, ${agreement.id}::uuid, ${agreement.journeyId}::uuid, ${base + 1}, me(), ${terms.supportLevel},
      ${JSON.stringify(terms.phaseOverrides)}::jsonb, ${terms.contactRhythm}, ${terms.contactWeeks}, ${terms.replyDays},
      ${[...terms.allowedHats]}::text[], ${terms.observationDefault}, ${terms.reviewAfterCycle})
    on conflict (organisation_id, agreement_id, number) do nothing`.execute(db)
  if (!numAffectedRows) return 'conflict'
  await writePassages(db, { contextId: agreement.id, subjectId: id, audienceOf: () => agreement.id, texts: textsOf(terms) })
  return confirmAgreement(db, agreement.id, id, neitherIsSuperior)
}

function textsOf(terms: Terms): WrittenText[] {
  const one = (field: 'title' | 'learningQuestion' | 'channel' | 'confidential' | 'learningTime') => ({
    field,
    body: terms[field],
    baseVersion: 0,
  })
  const list = (field: string, bodies: readonly string[]) => bodies.map((body, position) => ({ field, position, body, baseVersion: 0 }))
  return [
    one('title'),
    one('learningQuestion'),
    one('channel'),
    one('confidential'),
    one('learningTime'),
    ...list('learnerCommitment', terms.learnerCommitments),
    ...list('facilitatorCommitment', terms.facilitatorCommitments),
  ]
}

/** Stays with what is in force: the change that lies there is kept as one that was not wanted. */
export async function layVersionAside(db: PersonDb, agreementId: string, versionId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select lay_agreement_version_aside(${versionId}::uuid) as done`.execute(db)
  await notifyChanged(db, agreementId)
  return rows[0]!.done
}

/** Says that one is the other's superior: the pairing is refused. Of one that never opened nothing stays but this answer. */
export async function refuseAsSuperior(db: PersonDb, agreementId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select refuse_as_superior(${agreementId}::uuid) as done`.execute(db)
  return rows[0]!.done
}

/** Ends the facilitation for both, without a reason: from this moment whoever accompanied reads nothing. Their words stay with the learner. */
export async function endFacilitation(db: PersonDb, agreementId: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select end_facilitation(${agreementId}::uuid) as done`.execute(db)
  return rows[0]!.done
}

/** The two of them were in touch as agreed, or looked at their agreement and left it as it is. */
export async function noteMet(db: PersonDb, agreementId: string, what: 'contact' | 'look'): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select note_met(${agreementId}::uuid, ${what}) as done`.execute(db)
  await notifyChanged(db, agreementId)
  return rows[0]!.done
}
