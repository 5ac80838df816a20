import { sql } from 'kysely'
import { type DueLine, newsFor } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'

/** So many hours before it begins a session is there to prepare: on the working day before, as a rule. */
const ahead = 30

/** Sessions of this person that begin soon, whose agenda is there to look through; and those for which somebody asks which time suits. */
export async function sessionsToPrepare(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const { rows } = await sql<{ kind: 'session' | 'times_asked'; id: string; journey_id: string | null; at: Date }>`
    select 'session' as kind, s.id, s.journey_id, a.starts_at as at from session s
    join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id and a.state = 'booked'
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.state = 'planned'
      and a.starts_at > ${now}::timestamptz and a.starts_at <= ${now}::timestamptz + make_interval(hours => ${ahead})
    union all
    select 'times_asked', s.id, s.journey_id, a.changed_at from session s
    join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id and a.state = 'proposed'
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.state = 'planned'
      and s.created_by <> me() and a.changed_at > ${now}::timestamptz - make_interval(days => ${newsFor})
      and exists (select from appointment_time p where p.organisation_id = a.organisation_id and p.appointment_id = a.id
        and p.starts_at > ${now}::timestamptz and not exists (
          select from time_answer r where r.organisation_id = p.organisation_id and r.time_id = p.id and r.person_id = me()))
    order by at limit 20`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.id,
    journeyId: row.journey_id,
    day: dayIn(timeZone, row.at),
    path: `/sessions/${row.id}`,
  }))
}
