import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { ObstacleTag } from '../rules/choices.ts'

/** The person's own journeys by title, last written first; '' where one has none yet. */
export async function ownJourneyTitles(db: PersonDb): Promise<{ id: string; title: string }[]> {
  const { rows } = await sql<{ id: string; title: string | null }>`
    select j.id, (
      select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
      where c.organisation_id = j.organisation_id and c.journey_id = j.id order by c.version desc limit 1) as title
    from journey j where j.organisation_id = my_organisation() and j.learner_id = me() order by j.last_written_at desc`.execute(db)
  return rows.map(({ id, title }) => ({ id, title: title ?? '' }))
}

/** The titles of these journeys, for whoever reads them now; those that have none, or that this person does not read, are left out. */
export async function titlesOfJourneys(db: PersonDb, ids: readonly string[]): Promise<Map<string, string>> {
  const { rows } = await sql<{ journey_id: string; title: string }>`
    select distinct on (c.journey_id) c.journey_id, t.body as title
    from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
    where c.organisation_id = my_organisation() and c.journey_id = any (${[...ids]}::uuid[]) and t.body <> ''
    order by c.journey_id, c.version desc`.execute(db)
  return new Map(rows.map(({ journey_id, title }) => [journey_id, title]))
}

/** What stood in the way by the last review that the person saved, in any journey of theirs. */
export async function lastObstacleTags(db: PersonDb): Promise<ObstacleTag[]> {
  const { rows } = await sql<{ obstacle_tags: ObstacleTag[] }>`
    select r.obstacle_tags from review r join journey j on j.organisation_id = r.organisation_id and j.id = r.journey_id
    where r.organisation_id = my_organisation() and j.learner_id = me() and r.saved_at is not null
    order by r.saved_at desc limit 1`.execute(db)
  return rows[0]?.obstacle_tags ?? []
}

/** The journeys whose learner this person is, the oldest first; with `begun` without drafts. */
export async function ownJourneyIds(db: PersonDb, { begun = false }: { begun?: boolean } = {}): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select id from journey
    where organisation_id = my_organisation() and learner_id = me() and (started_at is not null or not ${begun})
    order by coalesce(started_at, created_at), id`.execute(db)
  return rows.map((row) => row.id)
}
