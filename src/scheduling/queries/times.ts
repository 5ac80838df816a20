import { sql } from 'kysely'
import type { Appointment, Exception, Recurrence } from '../scheduling.ts'

/** When an appointment is, out of a larger statement: enough to reckon its times by. */
export type Times = Pick<Appointment, 'timeZone' | 'minutes' | 'recurrence' | 'exceptions'> & { startsAt: Date }

export interface ExceptionRow {
  recursAt: string
  startsAt: string | null
  minutes: number
  sequence: number
  changedAt: string
}

export interface TimesRow {
  timeZone: string
  startsAt: string
  minutes: number
  recurrence: Recurrence | null
  exceptions: ExceptionRow[]
}

/** The single times of which something else holds, of an appointment that a statement knows by this name; `exceptionIn` reads each. */
export const exceptionsOf = (
  alias: 'a' | 'p',
) => sql`(select coalesce(json_agg(json_build_object('recursAt', e.recurs_at, 'startsAt', e.starts_at,
    'minutes', e.minutes, 'sequence', e.sequence, 'changedAt', e.changed_at) order by e.recurs_at), '[]')
  from appointment_exception e where e.organisation_id = ${sql.ref(alias)}.organisation_id and e.appointment_id = ${sql.ref(alias)}.id)`

/** When such an appointment is, as `timesIn` reads it; null where no time is chosen. */
export const timesOf = (alias: 'a' | 'p') => sql`case when ${sql.ref(alias)}.starts_at is not null then json_build_object(
  'timeZone', ${sql.ref(alias)}.time_zone, 'startsAt', ${sql.ref(alias)}.starts_at, 'minutes', ${sql.ref(alias)}.minutes,
  'recurrence', ${sql.ref(alias)}.recurrence, 'exceptions', ${exceptionsOf(alias)}) end`

export const exceptionIn = ({ recursAt, startsAt, changedAt, ...one }: ExceptionRow): Exception => ({
  ...one,
  recursAt: new Date(recursAt),
  startsAt: startsAt === null ? null : new Date(startsAt),
  changedAt: new Date(changedAt),
})

export const timesIn = ({ startsAt, exceptions, ...row }: TimesRow): Times => ({
  ...row,
  startsAt: new Date(startsAt),
  exceptions: exceptions.map(exceptionIn),
})
