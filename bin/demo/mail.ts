import type pg from 'pg'
import { newId } from '../../src/platform/ids.ts'
import { type Cast, organisation } from './world.ts'

/** Amara wants the titles of her journeys in her summary, Jonas one a week; nobody is written to at night; and two letters to guests went astray. */
export async function fillMail(client: pg.Client, cast: Cast): Promise<void> {
  const { organisationId, amara, jonas } = cast
  await client.query(
    `update organisation set quiet_from = '18:30', quiet_until = '07:00', free_days = datemultirange(daterange(current_date + 30, current_date + 33)) where id = $1`,
    [organisationId],
  )
  await client.query('update digest_choice set titles = true where person_id = $1', [amara])
  await client.query(`update digest_choice set often = 'weekly' where person_id = $1`, [jonas])
  await client.query(
    `insert into reminder_choice (organisation_id, person_id, kind, often) values ($1, $2, 'step', 'less'), ($1, $2, 'reflection', 'stopped')`,
    [organisationId, amara],
  )
  const content = { from: organisation.name, subject: 'Einladung', text: 'Guten Tag', html: '<p>Guten Tag</p>' }
  for (const [to, state, problem] of [
    ['gast@example.org', 'unknown', null],
    ['unbekannt@example.org', 'failed', 'refused'],
  ])
    await client.query(
      `insert into letter (organisation_id, id, kind, state, problem, recipient, content, attempts, queued_at)
       values ($1, $2, 'invitation', $3, $4, $5, $6, 1, now() - interval '2 days')`,
      [organisationId, newId(), state, problem, to, JSON.stringify(content)],
    )
}
