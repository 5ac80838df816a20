import { sql } from 'kysely'
import type { Instant, Listing } from '#platform/db/listing.ts'
import { type TimesRow, timesIn, timesOf } from '#scheduling/queries/times.ts'
import { comingTime } from '../rules/series.ts'
import type { SessionState } from '../session.ts'

/** A session that is ahead, goes on, or waits for this person to say which time suits. */
export interface SessionAhead {
  id: string
  title: string
  state: SessionState
  /** Of what recurs the next time; null while none is chosen, or none is left. */
  startsAt: Date | null
  minutes: number
  hasTime: boolean
}

interface Row {
  id: string
  title: string
  state: SessionState
  made_at: Instant
  times: TimesRow | null
}

/** Sessions of which a day may say something: `soonAhead` says which it does. */
export const sessionsAhead = (now: Date): Listing<Row, SessionAhead> => ({
  rows: sql<Row>`
    select s.id, s.state, s.made_at, ${timesOf('a')} as times, coalesce((select t.body from passage t where t.organisation_id = s.organisation_id
      and t.subject_id = s.id and t.field = 'title' order by t.updated_at desc limit 1), '') as title
    from session s left join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and (s.state = 'running'
      or (s.state = 'planned' and a.state = 'booked' and (a.recurrence is not null or a.starts_at < now() + interval '8 days'))
      or (s.state = 'planned' and a.state = 'proposed' and exists (
        select from appointment_time p where p.organisation_id = a.organisation_id and p.appointment_id = a.id and p.starts_at > now()
          and not exists (select from time_answer r where r.organisation_id = p.organisation_id and r.time_id = p.id and r.person_id = me()))))
    order by a.starts_at nulls first, s.made_at limit 60`,
  shape: ({ id, title, state, made_at, times }) => {
    const coming = times && comingTime({ madeAt: new Date(made_at) }, timesIn(times), now)
    return { id, title, state, startsAt: coming?.startsAt ?? null, minutes: coming?.minutes ?? 0, hasTime: times !== null }
  },
})

/** Those of the next eight days, soonest first, those that go on now, and those whose times this person has not answered; five at most. */
export function soonAhead(sessions: readonly SessionAhead[], now: Date): SessionAhead[] {
  const until = now.getTime() + 8 * 86_400_000
  const at = ({ startsAt }: SessionAhead) => startsAt?.getTime() ?? 0
  return sessions
    .filter((one) => one.state === 'running' || (one.hasTime ? one.startsAt !== null && at(one) < until : true))
    .sort((one, other) => at(one) - at(other))
    .slice(0, 5)
}

/** The journeys of which people will meet, as far as this person takes part: a time is booked, or times lie there to be chosen from. */
export const journeysToMeetAbout: Listing<{ journey_id: string }, string> = {
  rows: sql`
    select distinct s.journey_id from session s join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.journey_id is not null
      and s.state in ('planned', 'running') and (a.state = 'booked' and (a.starts_at > now() - interval '12 hours'
          or a.recurrence is not null and coalesce((a.recurrence->>'until')::date >= current_date, true))
        or a.state = 'proposed' and exists (select from appointment_time p
          where p.organisation_id = a.organisation_id and p.appointment_id = a.id and p.starts_at > now()))`,
  shape: ({ journey_id }) => journey_id,
}
