import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import type { Cast } from './world.ts'

const inDays = (days: number) => {
  const at = new Date(Date.now() + days * 86_400_000)
  at.setUTCHours(0, 0, 0, 0)
  return at
}

/** Lena is away for a week soon. Ines would stand in for her, and Amara has not said yet whether that suits her. */
export async function fillDeputy(client: pg.Client, { organisationId, amara, lena, ines }: Cast): Promise<void> {
  await client.query(
    `insert into deputy_offer (organisation_id, id, journey_id, agreement_id, learner_id, facilitator_id, deputy_id, starts_at, ends_at, deputy_agreed_at)
     select a.organisation_id, $4, a.journey_id, a.id, a.learner_id, a.facilitator_id, $5, $6, $7, now() from agreement a
     join journey j on j.organisation_id = a.organisation_id and j.id = a.journey_id
     where a.organisation_id = $1 and a.learner_id = $2 and a.facilitator_id = $3 and a.ended_at is null and j.phase = 'try'`,
    [organisationId, amara, lena, newId(), ines, inDays(12), inDays(19)],
  )
}
