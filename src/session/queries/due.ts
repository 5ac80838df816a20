import { sql } from 'kysely'
import { type DueLine, newsFor } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { type TimesRow, timesIn, timesOf } from '#scheduling/queries/times.ts'
import { comingTime } from '../rules/series.ts'

/** So many hours before it begins a session is there to prepare: on the working day before, as a rule. */
const ahead = 30

interface Row {
  kind: 'session' | 'times_asked'
  id: string
  journey_id: string | null
  made_at: Date
  at: Date
  /** Null where the times lie there to be chosen from. */
  times: TimesRow | null
}

/** Sessions of this person that begin soon, whose agenda is there to look through; and those for which somebody asks which time suits. */
export async function sessionsToPrepare(db: PersonDb, { now, timeZone }: { now: Date; timeZone: string }): Promise<DueLine[]> {
  const { rows } = await sql<Row>`
    select 'session' as kind, s.id, s.journey_id, s.made_at, a.starts_at as at, ${timesOf('a')} as times from session s
    join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id and a.state = 'booked'
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.state = 'planned'
      and (a.recurrence is not null
        or a.starts_at > ${now}::timestamptz and a.starts_at <= ${now}::timestamptz + make_interval(hours => ${ahead}))
    union all
    select 'times_asked', s.id, s.journey_id, s.made_at, a.changed_at, null from session s
    join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id and a.state = 'proposed'
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.state = 'planned'
      and s.created_by <> me() and a.changed_at > ${now}::timestamptz - make_interval(days => ${newsFor})
      and exists (select from appointment_time p where p.organisation_id = a.organisation_id and p.appointment_id = a.id
        and p.starts_at > ${now}::timestamptz and not exists (
          select from time_answer r where r.organisation_id = p.organisation_id and r.time_id = p.id and r.person_id = me()))
    order by at limit 60`.execute(db)
  const until = new Date(now.getTime() + ahead * 3_600_000)
  return rows.flatMap((row): DueLine[] => {
    const at = row.times ? comingTime({ madeAt: row.made_at }, timesIn(row.times), now)?.startsAt : row.at
    if (!at || (row.times && (at <= now || at > until))) return []
    return [{ kind: row.kind, subjectId: row.id, journeyId: row.journey_id, day: dayIn(timeZone, at), path: `/sessions/${row.id}` }]
  })
}
