import { sql } from 'kysely'
import type { DueLine } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { weekDueSince } from '../rules/week-due.ts'

interface Asked {
  now: Date
  timeZone: string
  rhythm: Rhythm
}

/** The look back at the week, on its day, for somebody who is learning something now. */
export async function dueInReflection(db: PersonDb, { now, timeZone, rhythm }: Asked): Promise<DueLine[]> {
  const { rows } = await sql<{ id: string; written_at: Date | null }>`
    select me() as id, (select max(r.written_at) from reflection r
        where r.organisation_id = my_organisation() and r.author_id = me() and r.cadence = 'weekly' and r.removed_at is null) as written_at
    where exists (select from journey j where j.organisation_id = my_organisation() and j.learner_id = me() and j.status = 'active')`.execute(
    db,
  )
  const learner = rows[0]
  const day = learner && weekDueSince(rhythm, learner.written_at, now, timeZone)
  return day
    ? [{ kind: 'reflection', subjectId: learner.id, journeyId: null, title: null, day, path: '/reflections/new?cadence=weekly' }]
    : []
}
