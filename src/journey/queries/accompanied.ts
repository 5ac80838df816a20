import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'

/** One thing that could help somebody whom this person accompanies; never whether or when they were here. */
export interface HelpfulNow {
  journeyId: string
  learnerName: string
  title: string | null
  /** `review`: saved, and not answered by this person. `accepted`, `declined`: what the learner decided on a suggestion of theirs in the last week. */
  what: 'review' | 'accepted' | 'declined'
  at: Date
}

/** A journey that this person accompanies now, or stands in for somebody in. */
export interface Accompanied {
  journeyId: string
  learnerName: string
  title: string | null
}

/** The journeys that this person accompanies and that are not over, by the names of their learners, and what was shared or decided in them, newest first. */
export async function accompaniment(db: PersonDb): Promise<{ accompanied: Accompanied[]; helpful: HelpfulNow[] }> {
  const { rows } = await sql<Row>`
    select a.id as journey_id, a.learner_name, a.title, x.what, x.at
    from (
      select j.id, m.role, p.name as learner_name, (
          select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
          where c.organisation_id = j.organisation_id and c.journey_id = j.id order by c.version desc limit 1) as title
      from membership m
      join journey j on j.organisation_id = m.organisation_id and j.id = m.audience_id
      join person p on p.organisation_id = j.organisation_id and p.id = j.learner_id
      where m.organisation_id = my_organisation() and m.person_id = me() and m.role in ('facilitator', 'deputy')
        and m.reads_from <= now() and (m.until is null or m.until > now()) and j.phase <> 'done'
    ) a left join lateral (
      select 'review' as what, r.saved_at as at from review r
      where r.organisation_id = my_organisation() and r.journey_id = a.id and r.saved_at is not null
        and not exists (select from passage t where t.organisation_id = r.organisation_id and t.subject_id = r.id
          and t.field = 'facilitatorResponse' and (t.author_id = me() or a.role = 'deputy'))
      union all
      select s.state, s.decided_at from proposal s
      where s.organisation_id = my_organisation() and s.journey_id = a.id and s.author_id = me()
        and s.state in ('accepted', 'declined') and s.decided_at > now() - interval '7 days'
    ) x on true
    order by a.learner_name, a.id, x.at desc limit 200`.execute(db)
  const shaped = rows.map((row) => ({
    journeyId: row.journey_id,
    learnerName: row.learner_name,
    title: row.title,
    what: row.what,
    at: row.at,
  }))
  const accompanied = new Map(shaped.map(({ what: _what, at: _at, ...journey }) => [journey.journeyId, journey]))
  const helpful = shaped.flatMap(({ what, at, ...journey }) => (what && at ? [{ ...journey, what, at }] : []))
  return { accompanied: [...accompanied.values()], helpful: helpful.sort((a, b) => b.at.getTime() - a.at.getTime()) }
}

interface Row {
  journey_id: string
  learner_name: string
  title: string | null
  what: HelpfulNow['what'] | null
  at: Date | null
}

/** The journeys of this person that are not over: those in work or at rest, drafts, and those whose transfer check is ahead; last written first, at most `limit`. */
export async function myOpenJourneyIds(db: PersonDb, limit: number): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from journey
    where organisation_id = my_organisation() and learner_id = me() and phase <> 'done' order by last_written_at desc limit ${limit}`.execute(
    db,
  )
  return rows.map((row) => row.id)
}
