import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Cast, DemoJourney } from './world.ts'

const at = (days: number) => new Date(Date.now() + days * 86_400_000)
const contact = { guided: ['weeks', 1], regular: ['weeks', 2], on_call: ['on_call', null], independent: ['on_call', null] } as const

/** How the support of an accompanied journey changed: each step a handover, agreed by both, or one that still waits for the learner. */
export async function fillSupport(client: pg.Client, cast: Cast, journey: DemoJourney, journeyId: string): Promise<void> {
  const levels = journey.support ?? []
  const first = levels[0]
  if (!first || !journey.facilitator) return
  const { rows } = await client.query<{ id: string; agreement_id: string }>(
    `select id, agreement_id from agreement_version where journey_id = $1 and number = 1`,
    [journeyId],
  )
  const { id: versionId, agreement_id } = rows[0]!
  await client.query('update agreement_version set support_level = $2, contact_rhythm = $3, contact_weeks = $4 where id = $1', [
    versionId,
    first.level,
    ...contact[first.level],
  ])
  const [learner, facilitator] = [cast[journey.learner], cast[journey.facilitator]]
  for (const [index, step] of levels.entries()) {
    const before = levels[index - 1]
    if (!before) continue
    const decided = step.waits ? null : at(step.on)
    await client.query(
      `insert into handover (organisation_id, id, journey_id, agreement_id, from_level, to_level, phase_overrides, for_one_cycle, state, suggested_by,
         suggested_at, learner_agreed_at, facilitator_agreed_at, decided_at, answer)
       values ($1, $2, $3, $4, $5, $6, $7, true, $8, $9, $10, $11, $12, $11, $13)`,
      [
        cast.organisationId,
        newId(),
        journeyId,
        agreement_id,
        before.level,
        step.level,
        JSON.stringify(step.overrides ?? {}),
        step.waits ? 'suggested' : step.answer ? 'agreed' : 'trial',
        step.by ? cast[step.by] : null,
        at(step.on - 1),
        decided,
        step.by === journey.facilitator ? at(step.on - 1) : decided,
        step.answer ?? null,
      ],
    )
    if (decided) await fillVersion(client, { versionId, number: index + 1, step, decided, people: [learner, facilitator] })
  }
}

interface Version {
  /** The first version, of which this is a copy at another level. */
  versionId: string
  number: number
  step: NonNullable<DemoJourney['support']>[number]
  decided: Date
  people: string[]
}

async function fillVersion(client: pg.Client, { versionId, number, step, decided, people }: Version): Promise<void> {
  const id = newId()
  const changes = {
    id,
    number,
    written_at: decided,
    support_level: step.level,
    phase_overrides: step.overrides ?? {},
    contact_rhythm: contact[step.level][0],
    contact_weeks: contact[step.level][1],
  }
  await client.query(
    'insert into agreement_version select (jsonb_populate_record(v, $2::jsonb)).* from agreement_version v where v.id = $1',
    [versionId, JSON.stringify(changes)],
  )
  for (const person of people)
    await client.query(
      `insert into agreement_confirmation (organisation_id, version_id, person_id, agreement_id, at)
       select organisation_id, id, $2, agreement_id, $3 from agreement_version where id = $1`,
      [id, person, decided],
    )
  await client.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body, updated_at)
     select organisation_id, gen_random_uuid(), context_id, $2, field, position, author_id, audience_id, body, $3 from passage where subject_id = $1`,
    [versionId, id, decided],
  )
}
