import { sql } from 'kysely'
import type { Phase } from '#journey/journey.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Ground, Suggestion } from '../rules/agenda.ts'

/** What a new session is about: where its journey stands, and what the last one held (of the journey, else `afterId`) left open. */
export async function groundOf(db: PersonDb, journeyId: string | null, afterId: string | null): Promise<Ground> {
  const { rows } = await sql<{ phase: Phase | null; proposals: number; review: boolean; open_points: string[] }>`
    with last as (
      select s.id, s.ended_at from session s where s.organisation_id = my_organisation() and s.state = 'held'
        and (s.id = ${afterId}::uuid or s.journey_id = ${journeyId}::uuid) order by s.id = ${afterId}::uuid desc, s.ended_at desc limit 1
    )
    select (select j.phase from journey j where j.organisation_id = my_organisation() and j.id = ${journeyId}::uuid) as phase,
      (select count(*)::int from proposal p where p.organisation_id = my_organisation() and p.journey_id = ${journeyId}::uuid and p.state = 'waiting') as proposals,
      exists (select from review r where r.organisation_id = my_organisation() and r.journey_id = ${journeyId}::uuid
        and r.saved_at > coalesce((select ended_at from last), '-infinity')) as review,
      array(select i.id from session_item i join last on last.id = i.session_id
        where i.organisation_id = my_organisation() and i.removed_at is null and i.done_at is null
          and i.suggestion is distinct from 'arrive' order by i.position, i.id) as open_points`.execute(db)
  const row = rows[0]!
  return { phase: row.phase, proposalsWaiting: row.proposals, reviewShared: row.review, agreementDue: false, openPoints: row.open_points }
}

/** The words of points that were left open, for the session they come along to. */
export async function openPointsOf(
  db: PersonDb,
  ids: readonly string[],
): Promise<{ id: string; suggestion: Suggestion | null; body: string | null }[]> {
  const { rows } = await sql<{ id: string; suggestion: Suggestion | null; body: string | null }>`
    select i.id, i.suggestion, (select t.body from passage t where t.organisation_id = i.organisation_id and t.subject_id = i.id
      and t.field = 'item' order by t.updated_at desc limit 1) as body
    from session_item i where i.organisation_id = my_organisation() and i.id = any (${[...ids]}::uuid[])`.execute(db)
  return rows
}

/** The title of a journey that this person reads; undefined for any other. */
export async function journeyTitle(db: PersonDb, journeyId: string): Promise<{ id: string; title: string | null } | undefined> {
  const { rows } = await sql<{ id: string; title: string | null }>`
    select j.id, (select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id
      and t.field = 'title' where c.organisation_id = j.organisation_id and c.journey_id = j.id order by c.version desc limit 1) as title
    from journey j where j.organisation_id = my_organisation() and j.id = ${journeyId}::uuid`.execute(db)
  return rows[0]
}
