import { sql } from 'kysely'
import { type Instant, type Listing, momentOf } from '#platform/db/listing.ts'
import type { SessionState } from '../session.ts'

/** A session that is ahead, goes on, or waits for this person to say which time suits. */
export interface SessionAhead {
  id: string
  title: string
  state: SessionState
  startsAt: Date | null
}

/** What the day says of sessions: those of the next eight days, soonest first, and those whose times this person has not answered. */
interface Row {
  id: string
  title: string
  state: SessionState
  starts_at: Instant | null
}

export const sessionsAhead: Listing<Row, SessionAhead> = {
  rows: sql<Row>`
    select s.id, s.state, a.starts_at, coalesce((select t.body from passage t where t.organisation_id = s.organisation_id
      and t.subject_id = s.id and t.field = 'title' order by t.updated_at desc limit 1), '') as title
    from session s left join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and (s.state = 'running'
      or (s.state = 'planned' and a.state = 'booked' and a.starts_at < now() + interval '8 days')
      or (s.state = 'planned' and a.state = 'proposed' and exists (
        select from appointment_time p where p.organisation_id = a.organisation_id and p.appointment_id = a.id and p.starts_at > now()
          and not exists (select from time_answer r where r.organisation_id = p.organisation_id and r.time_id = p.id and r.person_id = me()))))
    order by a.starts_at nulls first, s.made_at limit 5`,
  shape: ({ starts_at, ...row }) => ({ ...row, startsAt: momentOf(starts_at) }),
}

/** The journeys of which people will meet, as far as this person takes part: a time is booked, or times lie there to be chosen from. */
export const journeysToMeetAbout: Listing<{ journey_id: string }, string> = {
  rows: sql`
    select distinct s.journey_id from session s join appointment a on a.organisation_id = s.organisation_id and a.context_id = s.id
    where s.organisation_id = my_organisation() and s.id = any (array(select my_audiences())) and s.journey_id is not null
      and s.state in ('planned', 'running') and (a.state = 'booked' and a.starts_at > now() - interval '12 hours'
        or a.state = 'proposed' and exists (select from appointment_time p
          where p.organisation_id = a.organisation_id and p.appointment_id = a.id and p.starts_at > now()))`,
  shape: ({ journey_id }) => journey_id,
}
