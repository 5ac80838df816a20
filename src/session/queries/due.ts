import { sql } from 'kysely'
import type { DueLine } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/** So many hours before it begins a session is there to prepare: on the working day before, as a rule. */
const ahead = 30

/** Sessions of this person that begin soon: the agenda is there to look through. */
export async function sessionsToPrepare(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const { rows } = await sql<{ id: string; journey_id: string | null; starts_at: Date }>`
    select s.id, s.journey_id, a.starts_at from session s
    join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id and a.state = 'booked'
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.state = 'planned'
      and a.starts_at > ${now}::timestamptz and a.starts_at <= ${now}::timestamptz + make_interval(hours => ${ahead})
    order by a.starts_at limit 20`.execute(db)
  return rows.map((row) => ({
    kind: 'session',
    subjectId: row.id,
    journeyId: row.journey_id,
    title: null,
    day: dayIn(timeZone, row.starts_at),
    path: `/sessions/${row.id}`,
  }))
}
