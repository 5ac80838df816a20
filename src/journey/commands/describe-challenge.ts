import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { setAudience, writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import type { ChallengeChosen, ChallengeDescription, WrittenSign } from '../forms/identify.ts'
import { bodyOf, type WholeJourney } from '../queries/whole.ts'
import { riskFlagsAgree } from '../rules/challenge.ts'
import { challengeFields } from '../rules/limits.ts'
import { noteChange } from './note-event.ts'

/** A conflict, with the place of the sign it is about where it is about one. */
export type DescriptionConflict = Conflict & { slot?: number }

/**
 * Writes what its learner says of a challenge, as far as it was sent; everything else stays. Texts that were changed
 * elsewhere stand as they are and are given back. The caller has made sure that the challenge takes writing now.
 */
export async function describeChallenge(
  db: PersonDb,
  whole: WholeJourney,
  { texts, signs, chosen, readers }: ChallengeDescription,
): Promise<DescriptionConflict[]> {
  const journeyId = whole.journey.id
  const audience = (to: 'private' | 'journey') => (to === 'journey' ? journeyId : null)
  await writeChoices(db, whole, chosen)
  const conflicts: DescriptionConflict[] = await writePassages(db, {
    contextId: journeyId,
    subjectId: whole.challenge.id,
    audienceOf: (field) => audience(readers?.field === field ? readers.to : usualReaders(field)),
    texts: [...texts],
  })
  conflicts.push(...(await writeSigns(db, whole, signs)))
  const opened = readers && whole.challenge.texts.own.find((text) => text.field === readers.field)
  if (opened) await setAudience(db, opened.id, audience(readers.to))
  await noteChange(db, journeyId)
  return conflicts
}

/** Who reads a text of a challenge unless its learner said otherwise. */
export const usualReaders = (field: string): 'private' | 'journey' =>
  challengeFields[field as keyof typeof challengeFields]?.visibility === 'private' ? 'private' : 'journey'

async function writeChoices(db: PersonDb, { challenge }: WholeJourney, chosen: ChallengeChosen) {
  const { importance, kind, learnable, riskFlags, confidenceStart, expectedWeeks } = chosen
  const set = { kind, learnable, risk_flags: agreed(riskFlags), confidence_start: confidenceStart, expected_weeks: expectedWeeks }
  if (Object.values(set).some((value) => value !== undefined)) {
    const mine = sql<boolean>`organisation_id = my_organisation() and id = ${challenge.id}::uuid`
    await db.updateTable('challenge').set(set).where(mine).execute()
  }
  if (importance === undefined) return
  await sql`insert into challenge_private (organisation_id, challenge_id, person_id, importance)
    values (my_organisation(), ${challenge.id}::uuid, me(), ${importance})
    on conflict (organisation_id, challenge_id) do update set importance = excluded.importance`.execute(db)
}

/** Who names a risk and "none" as well has named a risk. */
function agreed(flags: ChallengeChosen['riskFlags']) {
  return flags && !riskFlagsAgree(flags) ? [...new Set(flags)].filter((flag) => flag !== 'none') : flags
}

async function writeSigns(db: PersonDb, whole: WholeJourney, signs: readonly WrittenSign[]): Promise<DescriptionConflict[]> {
  const { challenge, journey } = whole
  const known = new Map(challenge.signs.map((sign) => [sign.id, sign]))
  const filled = signs.filter((sign) => known.has(sign.id) || sign.text.body !== '')
  if (filled.length === 0) return []
  const rows = JSON.stringify(filled.map(({ id, slot, kind }) => ({ id, position: slot, kind })))
  const { rows: taken } = await sql<{ id: string }>`
    insert into success_sign as s (organisation_id, id, challenge_id, journey_id, position, kind)
    select my_organisation(), g.id, ${challenge.id}::uuid, ${journey.id}::uuid, g.position, g.kind
    from jsonb_to_recordset(${rows}::jsonb) as g(id uuid, position int, kind text)
    on conflict (organisation_id, id) do update set position = excluded.position, kind = excluded.kind
      where s.challenge_id = excluded.challenge_id
    returning s.id`.execute(db)
  const conflicts: DescriptionConflict[] = []
  for (const { id, slot, text } of filled) {
    const sign = known.get(id)
    const same = sign ? bodyOf(sign.texts, 'text') === text.body : false
    if (same || !taken.some((row) => row.id === id)) continue
    const found = await writePassages(db, { contextId: journey.id, subjectId: id, audienceOf: () => journey.id, texts: [text] })
    conflicts.push(...found.map((conflict) => ({ ...conflict, slot })))
  }
  return conflicts
}
