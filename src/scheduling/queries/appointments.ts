import { type RawBuilder, sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Appointment, Attendance, Attendee, ProposedTime } from '../scheduling.ts'
import { type ExceptionRow, exceptionIn, exceptionsOf } from './times.ts'

/** An appointment with the words that stand about it, as far as the person may read them; `mark` is what only their own calendar knows of it. */
export type NamedAppointment = Appointment & { title: string | null; place: string | null; mark: string | null }

/** The appointments of these wholes (sessions, circles), the newest first; those of wholes one is not in are left out. */
export function appointmentsOf(db: PersonDb, contextIds: readonly string[]): Promise<NamedAppointment[]> {
  return read(db, sql`a.context_id = any (${[...contextIds]}::uuid[])`)
}

/** The appointment of a whole; undefined where nothing was proposed, or it is not there for this person. */
export async function appointmentOf(db: PersonDb, contextId: string): Promise<NamedAppointment | undefined> {
  return (await appointmentsOf(db, [contextId]))[0]
}

/** One appointment; undefined when it is not there for this person. */
export async function appointmentById(db: PersonDb, appointmentId: string): Promise<NamedAppointment | undefined> {
  return (await read(db, sql`a.id = ${appointmentId}::uuid`))[0]
}

/** What a calendar is told: all that once had a time and is not over, or called off, since before `from`. */
export function toldToCalendars(db: PersonDb, from: Date): Promise<NamedAppointment[]> {
  return read(
    db,
    sql`a.starts_at is not null and (a.starts_at >= ${from} or a.recurrence is not null and (a.state = 'booked' or a.changed_at >= ${from})
      and coalesce((a.recurrence->>'until')::date >= ${from}::timestamptz::date, true))`,
  )
}

/** Every appointment of the person, whatever became of it, the newest first. */
export function allAppointments(db: PersonDb): Promise<NamedAppointment[]> {
  return read(db, sql`a.context_id in (select my_audiences())`)
}

type Row = {
  id: string
  context_id: string
  kind: Appointment['kind']
  organiser_id: string | null
  time_zone: string
  starts_at: Date | null
  minutes: number
  recurrence: Appointment['recurrence']
  state: Appointment['state']
  sequence: number
  changed_at: Date
  title: string | null
  place: string | null
  mark: string | null
  exceptions: ExceptionRow[]
  times: (Omit<ProposedTime, 'startsAt'> & { startsAt: string })[]
  attendance: (Omit<Attendance, 'at' | 'recursAt'> & { at: string; recursAt: string | null })[]
  people: Attendee[]
}

const textOf = (field: 'title' | 'place') => sql<string | null>`
  (select p.body from passage p where p.organisation_id = a.organisation_id and p.context_id = a.context_id
    and p.subject_id = a.context_id and p.field = ${sql.lit(field)} order by p.updated_at desc limit 1)`

async function read(db: PersonDb, which: RawBuilder<unknown>): Promise<NamedAppointment[]> {
  const { rows } = await sql<Row>`
    select a.id, a.context_id, a.kind, a.organiser_id, a.time_zone, a.starts_at, a.minutes, a.recurrence, a.state, a.sequence, a.changed_at,
      ${textOf('title')} as title, ${textOf('place')} as place, my_mark(a.id) as mark,
      ${exceptionsOf('a')} as exceptions,
      (select coalesce(json_agg(json_build_object('id', t.id, 'startsAt', t.starts_at, 'minutes', t.minutes, 'proposedBy', t.proposed_by,
          'answers', (select coalesce(json_agg(json_build_object('personId', r.person_id, 'answer', r.answer)), '[]')
            from time_answer r where r.organisation_id = t.organisation_id and r.time_id = t.id)) order by t.starts_at), '[]')
        from appointment_time t where t.organisation_id = a.organisation_id and t.appointment_id = a.id) as times,
      (select coalesce(json_agg(json_build_object('personId', t.person_id, 'answer', t.answer, 'by', t.by, 'at', t.at,
          'recursAt', nullif(t.recurs_at, '-infinity'))), '[]')
        from attendance t where t.organisation_id = a.organisation_id and t.appointment_id = a.id) as attendance,
      (select coalesce(json_agg(json_build_object('personId', p.id, 'name', p.name, 'timeZone', coalesce(p.time_zone, o.time_zone))
          order by p.name, p.id), '[]')
        from membership m join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
        join organisation o on o.id = p.organisation_id
        where m.organisation_id = a.organisation_id and m.audience_id = a.context_id and m.role <> 'reader'
          and m.reads_from <= now() and (m.until is null or m.until > now())) as people
    from appointment a
    where a.organisation_id = my_organisation() and ${which}
    order by a.id desc`.execute(db)
  return rows.map(asAppointment)
}

const instant = (given: string | null) => (given === null ? null : new Date(given))

const asAppointment = (row: Row): NamedAppointment => ({
  id: row.id,
  contextId: row.context_id,
  kind: row.kind,
  organiserId: row.organiser_id,
  timeZone: row.time_zone,
  startsAt: row.starts_at,
  minutes: row.minutes,
  recurrence: row.recurrence,
  state: row.state,
  sequence: row.sequence,
  changedAt: row.changed_at,
  title: row.title,
  place: row.place,
  times: row.times.map((time) => ({ ...time, startsAt: new Date(time.startsAt) })),
  mark: row.mark,
  exceptions: row.exceptions.map(exceptionIn),
  attendance: row.attendance.map((one) => ({ ...one, at: new Date(one.at), recursAt: instant(one.recursAt) })),
  people: row.people,
})
