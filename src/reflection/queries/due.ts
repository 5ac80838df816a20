import { sql } from 'kysely'
import { type DueLine, newsFor } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { weekDueSince } from '../rules/week-due.ts'

interface Asked {
  now: Date
  timeZone: string
  rhythm: Rhythm
}

/** The look back at the week, on its day, for somebody who is learning something now; and what others opened to this person. */
export async function dueInReflection(db: PersonDb, asked: Asked): Promise<DueLine[]> {
  const [week, shared] = await Promise.all([weekDue(db, asked), sharedLately(db, asked)])
  return [...week, ...shared]
}

async function sharedLately(db: PersonDb, { now, timeZone }: Asked): Promise<DueLine[]> {
  const { rows } = await sql<{ share_id: string; since: Date }>`select share_id, since from reflections_shared_with_me()
    where since > ${now}::timestamptz - make_interval(days => ${newsFor}) order by since desc limit 20`.execute(db)
  return rows.map(({ share_id, since }) => ({
    kind: 'reflection_shared',
    subjectId: share_id,
    journeyId: null,
    day: dayIn(timeZone, since),
    path: '/reflections/shared',
  }))
}

async function weekDue(db: PersonDb, { now, timeZone, rhythm }: Asked): Promise<DueLine[]> {
  const { rows } = await sql<{ id: string; written_at: Date | null }>`
    select me() as id, (select max(r.written_at) from reflection r
        where r.organisation_id = my_organisation() and r.author_id = me() and r.cadence = 'weekly' and r.removed_at is null) as written_at
    where exists (select from journey j where j.organisation_id = my_organisation() and j.learner_id = me() and j.status = 'active')`.execute(
    db,
  )
  const learner = rows[0]
  const day = learner && weekDueSince(rhythm, learner.written_at, now, timeZone)
  return day ? [{ kind: 'reflection', subjectId: learner.id, journeyId: null, day, path: '/reflections/new?cadence=weekly' }] : []
}
