import { sql } from 'kysely'
import { type DueKind, type DueLine, newsFor } from '#person/rules/due-line.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Listing } from '#platform/db/listing.ts'

interface SecondCheckDue {
  day: string
  journeyId: string
  title: string | null
}

/** The second transfer checks of this person that are due by `last` (YYYY-MM-DD). Their journeys are done and ask for nothing else. */
export const secondChecksUntil = (last: string): Listing<SecondCheckDue, SecondCheckDue> => ({
  rows: sql<SecondCheckDue>`
    select k.due_on::text as day, k.journey_id as "journeyId", (
        select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
        where c.organisation_id = k.organisation_id and c.journey_id = k.journey_id order by c.version desc limit 1) as title
    from journey j join transfer_check k on k.organisation_id = j.organisation_id and k.journey_id = j.id
    where j.organisation_id = my_organisation() and j.learner_id = me() and k.state = 'open' and k.follows_id is not null and k.due_on <= ${last}::date
    order by k.due_on, k.id limit 20`,
  shape: (row) => row,
})

/** What is due for this person in journeys on the day `today` (YYYY-MM-DD), and what is new to them there since two weeks before `now`; as learner and as somebody who accompanies. */
export async function dueInJourneys(
  db: PersonDb,
  { today, now, timeZone }: { today: string; now: Date; timeZone: string },
): Promise<DueLine[]> {
  const { rows } = await sql<{ kind: DueKind; subject_id: string; journey_id: string; day: string; path: string }>`
    with mine as (
      select j.organisation_id, j.id, j.status, j.phase from journey j
      where j.organisation_id = my_organisation() and j.learner_id = me() and j.phase <> 'done'
    ), accompanied as (
      select m.organisation_id, m.audience_id as id from membership m
      where m.organisation_id = my_organisation() and m.person_id = me() and m.role in ('facilitator', 'deputy')
        and m.until is null and m.reads_from is not null and not m.audience_id in (select id from mine)
    ), line as (
      select 'step' as kind, s.id as subject_id, j.id as journey_id, s.by_when as day, '#step-' || s.id as place
      from mine j join cycle c on c.organisation_id = j.organisation_id and c.journey_id = j.id and c.state = 'open'
      join step s on s.organisation_id = j.organisation_id and s.journey_id = j.id and s.cycle_id = c.id
      where j.status = 'active' and s.status in ('planned', 'doing') and s.removed_at is null and s.by_when <= ${today}::date
      union all
      select 'review', c.id, j.id, c.planned_review_on, ''
      from mine j join cycle c on c.organisation_id = j.organisation_id and c.journey_id = j.id and c.state = 'open'
      where j.status = 'active' and j.phase in ('plan', 'try', 'evaluate') and c.planned_review_on <= ${today}::date
      union all
      select 'transfer', t.id, j.id, t.due_on, '#transfer'
      from journey j join transfer_check t on t.organisation_id = j.organisation_id and t.journey_id = j.id
      where j.organisation_id = my_organisation() and j.learner_id = me() and t.state = 'open' and t.due_on <= ${today}::date
      union all
      select 'proposal', p.id, j.id, (p.made_at at time zone ${timeZone})::date, '#proposal-' || p.id
      from mine j join proposal p on p.organisation_id = j.organisation_id and p.journey_id = j.id
      where p.state = 'waiting' and p.author_id <> me() and p.made_at > ${now}::timestamptz - make_interval(days => ${newsFor})
      union all
      select 'answer', a.id, j.id, (a.updated_at at time zone ${timeZone})::date, ''
      from mine j join passage a on a.organisation_id = j.organisation_id and a.context_id = j.id
      where a.field = 'facilitatorResponse' and a.author_id <> me() and a.updated_at > ${now}::timestamptz - make_interval(days => ${newsFor})
      union all
      select 'review_shared', r.id, r.journey_id, (r.saved_at at time zone ${timeZone})::date, ''
      from accompanied j join review r on r.organisation_id = j.organisation_id and r.journey_id = j.id
      where r.saved_at > ${now}::timestamptz - make_interval(days => ${newsFor})
        and not exists (select from passage t where t.organisation_id = r.organisation_id and t.subject_id = r.id
          and t.field = 'facilitatorResponse' and t.author_id = me())
    )
    select line.kind, line.subject_id, line.journey_id, line.day, '/journeys/' || line.journey_id || line.place as path
    from line order by line.day, line.subject_id limit 100`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    journeyId: row.journey_id,
    day: row.day,
    path: row.path,
  }))
}
