import { sql } from 'kysely'
import { facilitationRows } from '#facilitation/queries/rows.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { JourneyRows } from './rows.ts'
import { shaped, type WholeJourney } from './whole.ts'

/** The texts that a list needs: the title, and of the others only that they are there. */
const fields = ['title', 'situation', 'learningQuestion', 'text', 'focus', 'what', 'happened', 'wentWell', 'toImprove', 'insight']

/**
 * Every journey that this person may read, last written first, as far as a list needs it: enough for its course, its state
 * and its title. Notes, proposals and events are left out, and of each text its beginning is there.
 */
export async function journeyOutlines(db: PersonDb): Promise<WholeJourney[]> {
  const { rows } = await sql<{ outline: JourneyRows }>`
    select json_build_object(
      'journey', (select row_to_json(x) from (select j.*, p.name as learner_name) x),
      'challenges', (select json_agg(row_to_json(x)) from (
        select c.*, null as importance from challenge c where c.organisation_id = o and c.journey_id = j.id order by c.version desc limit 1) x),
      'signs', (select coalesce(json_agg(row_to_json(x) order by x.position, x.id), '[]') from success_sign x
        where x.organisation_id = o and x.journey_id = j.id and x.removed_at is null),
      'cycles', (select coalesce(json_agg(row_to_json(x) order by x.number), '[]') from cycle x where x.organisation_id = o and x.journey_id = j.id),
      'steps', (select coalesce(json_agg(row_to_json(x) order by x.position, x.id), '[]') from step x
        where x.organisation_id = o and x.journey_id = j.id and x.removed_at is null),
      'needs', '[]'::json, 'observations', '[]'::json, 'attachments', '[]'::json,
      'reviews', (select coalesce(json_agg(row_to_json(x)), '[]') from review x where x.organisation_id = o and x.journey_id = j.id),
      'review_signs', (select coalesce(json_agg(row_to_json(x)), '[]') from review_sign x where x.organisation_id = o and x.journey_id = j.id),
      'closings', (select coalesce(json_agg(row_to_json(x) order by x.opened_at), '[]') from closing x where x.organisation_id = o and x.journey_id = j.id),
      'transfer_checks', (select coalesce(json_agg(row_to_json(x)), '[]') from transfer_check x
        where x.organisation_id = o and x.journey_id = j.id and x.state = 'open'),
      ${facilitationRows('j.id')},
      'proposals', '[]'::json, 'help_requests', '[]'::json, 'assignees', '[]'::json, 'events', '[]'::json,
      'passages', (select coalesce(json_agg(row_to_json(x)), '[]') from (
        select t.id, t.subject_id, t.field, t.position, t.author_id, t.audience_id, left(t.body, 160) as body, t.version from passage t
        where t.organisation_id = o and t.context_id = j.id and t.field = any (${fields}::text[]) order by t.position) x),
      'members', (select coalesce(json_agg(row_to_json(x)), '[]') from (
        select m.person_id, '' as name, m.role, m.reads_from, m.until from membership m
        where m.organisation_id = o and m.audience_id = j.id) x)
    ) as outline
    from (select my_organisation() as o) here
    join journey j on j.organisation_id = o
    join person p on p.organisation_id = o and p.id = j.learner_id
    order by j.last_written_at desc`.execute(db)
  return rows.map(({ outline }) => shaped(outline))
}
