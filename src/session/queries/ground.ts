import { sql } from 'kysely'
import { isLookDue } from '#facilitation/rules/due.ts'
import type { Phase } from '#journey/journey.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Ground, Suggestion } from '../rules/agenda.ts'

/** What a new session is about: where its journey stands, and what the last one held (of the journey, else `afterId`) left open. */
export async function groundOf(db: PersonDb, journeyId: string | null, afterId: string | null): Promise<Ground> {
  const { rows } = await sql<{
    phase: Phase | null
    proposals: number
    review: boolean
    looks: { after: number; looked_at: string | null }[]
    closed: string[]
    open_points: string[]
  }>`
    with last as (
      select s.id, s.ended_at from session s where s.organisation_id = my_organisation() and s.state = 'held'
        and (s.id = ${afterId}::uuid or s.journey_id = ${journeyId}::uuid) order by s.id = ${afterId}::uuid desc, s.ended_at desc limit 1
    )
    select (select j.phase from journey j where j.organisation_id = my_organisation() and j.id = ${journeyId}::uuid) as phase,
      (select count(*)::int from proposal p where p.organisation_id = my_organisation() and p.journey_id = ${journeyId}::uuid and p.state = 'waiting') as proposals,
      exists (select from review r where r.organisation_id = my_organisation() and r.journey_id = ${journeyId}::uuid
        and r.saved_at > coalesce((select ended_at from last), '-infinity')) as review,
      (select coalesce(json_agg(json_build_object('looked_at', a.looked_at, 'after', (select v.review_after_cycle from agreement_version v
          where v.organisation_id = a.organisation_id and v.agreement_id = a.id and (select count(*) from agreement_confirmation c
            where c.organisation_id = v.organisation_id and c.version_id = v.id) > 1 order by v.number desc limit 1))), '[]')
        from agreement a where a.organisation_id = my_organisation() and a.journey_id = ${journeyId}::uuid
          and a.opened_at is not null and a.ended_at is null) as looks,
      (select coalesce(json_agg(c.closed_at), '[]') from cycle c
        where c.organisation_id = my_organisation() and c.journey_id = ${journeyId}::uuid and c.closed_at is not null) as closed,
      array(select i.id from session_item i join last on last.id = i.session_id
        where i.organisation_id = my_organisation() and i.removed_at is null and i.done_at is null
          and i.suggestion is distinct from 'arrive' order by i.position, i.id) as open_points`.execute(db)
  const row = rows[0]!
  const cyclesClosedAt = row.closed.map((at) => Date.parse(at))
  const agreementDue = row.looks.some(({ after, looked_at }) =>
    isLookDue({ reviewAfterCycle: after, cyclesClosedAt, lookedAt: looked_at === null ? null : Date.parse(looked_at) }),
  )
  return { phase: row.phase, proposalsWaiting: row.proposals, reviewShared: row.review, agreementDue, openPoints: row.open_points }
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

/** The title of a journey that this person reads, and every how many weeks they agreed to be in contact; undefined for any other. */
export async function journeyTitle(
  db: PersonDb,
  journeyId: string,
): Promise<{ id: string; title: string | null; contactWeeks: number | null } | undefined> {
  const { rows } = await sql<{ id: string; title: string | null; contactWeeks: number | null }>`
    select j.id, (select v.contact_weeks from agreement g
        join agreement_version v on v.organisation_id = g.organisation_id and v.agreement_id = g.id
        where g.organisation_id = j.organisation_id and g.journey_id = j.id and g.ended_at is null and me() in (g.facilitator_id, j.learner_id)
          and (select count(*) from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id) > 1
        order by v.number desc limit 1) as "contactWeeks", (select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id
      and t.field = 'title' where c.organisation_id = j.organisation_id and c.journey_id = j.id order by c.version desc limit 1) as title
    from journey j where j.organisation_id = my_organisation() and j.id = ${journeyId}::uuid`.execute(db)
  return rows[0]
}
