import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { WholeJourney } from '../queries/whole.ts'

/** A reframe writes on in a copy: the version so far stays as it was, with its words and signs, and the reason stands with the new one. */
export async function newChallengeVersion(
  db: PersonDb,
  whole: WholeJourney,
  { version, reason }: { version: number; reason: string },
): Promise<void> {
  const { challenge, journey } = whole
  const copies = [{ from: challenge.id, to: newId() }, ...challenge.signs.map((sign) => ({ from: sign.id, to: newId() }))]
  const id = copies[0]!.to
  const map = JSON.stringify(copies)
  await sql`insert into challenge (organisation_id, id, journey_id, version, kind, learnable, risk_flags, confidence_start, expected_weeks)
    select organisation_id, ${id}::uuid, journey_id, ${version}, kind, learnable, risk_flags, confidence_start, expected_weeks
    from challenge where organisation_id = my_organisation() and id = ${challenge.id}::uuid`.execute(db)
  await sql`insert into challenge_private (organisation_id, challenge_id, person_id, importance)
    select organisation_id, ${id}::uuid, person_id, importance
    from challenge_private where organisation_id = my_organisation() and challenge_id = ${challenge.id}::uuid`.execute(db)
  await sql`insert into success_sign (organisation_id, id, challenge_id, journey_id, position, kind)
    select s.organisation_id, c.to, ${id}::uuid, s.journey_id, s.position, s.kind
    from success_sign s join jsonb_to_recordset(${map}::jsonb) as c("from" uuid, "to" uuid) on c.from = s.id
    where s.organisation_id = my_organisation()`.execute(db)
  await sql`insert into passage (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body)
    select p.organisation_id, gen_random_uuid(), p.context_id, c.to, p.field, p.position, p.author_id, p.audience_id, p.body
    from passage p join jsonb_to_recordset(${map}::jsonb) as c("from" uuid, "to" uuid) on c.from = p.subject_id
    where p.organisation_id = my_organisation() and p.author_id = me() and p.field <> 'reframeReason'`.execute(db)
  await writePassages(db, {
    contextId: journey.id,
    subjectId: id,
    audienceOf: () => journey.id,
    texts: [{ field: 'reframeReason', body: reason, baseVersion: 0 }],
  })
}
