import { Temporal } from 'temporal-polyfill'
import type { Appointment, BookedAppointment, Exception, Recurrence } from '../scheduling.ts'
import { zoned } from './local-time.ts'

/** When something recurs: all that the rule itself says. */
export type Series = Pick<BookedAppointment, 'startsAt' | 'timeZone' | 'recurrence'>

/** One time of an appointment. `recursAt` names it: when it begins by the rule, wherever it was moved to. */
export interface Occurrence {
  recursAt: Date
  startsAt: Date
  minutes: number
  /** `off`: it does not take place, and would have at `startsAt`. */
  state: 'as_ruled' | 'moved' | 'off'
}

const week = 7 * 86_400_000

/**
 * The first `most` times of an appointment that are not over at `from`, soonest first, those that were called off among them. What recurs keeps
 * its time of day in its own zone, across every change of clocks; its last day counts as a day of that zone.
 */
export function occurrencesOf(appointment: Series & Pick<Appointment, 'minutes' | 'exceptions'>, from: Date, most: number): Occurrence[] {
  const { minutes, exceptions } = appointment
  const named = new Set(exceptions.map((exception) => exception.recursAt.getTime()))
  const found = exceptions.map((exception) => exceptionAsOccurrence(exception, appointment))
  const isAhead = (one: Occurrence) => one.startsAt.getTime() + one.minutes * 60_000 > from.getTime()
  let ruled = 0
  for (const at of beginnings(appointment, new Date(from.getTime() - minutes * 60_000))) {
    if (ruled >= most) break
    const one = { recursAt: at, startsAt: at, minutes, state: 'as_ruled' } as const
    if (named.has(at.getTime()) || !isAhead(one)) continue
    found.push(one)
    ruled++
  }
  return found
    .filter(isAhead)
    .sort((one, other) => one.startsAt.getTime() - other.startsAt.getTime())
    .slice(0, most)
}

/** What is noted of one time, as that time; one that went back to where the rule has it is as ruled. */
export function exceptionAsOccurrence({ recursAt, startsAt, minutes }: Exception, ruled: Pick<Appointment, 'minutes'>): Occurrence {
  if (!startsAt) return { recursAt, startsAt: recursAt, minutes, state: 'off' }
  const asRuled = startsAt.getTime() === recursAt.getTime() && minutes === ruled.minutes
  return { recursAt, startsAt, minutes, state: asRuled ? 'as_ruled' : 'moved' }
}

/** The next time that takes place and is not over at `from`; undefined where there is none any more. */
export const nextOccurrence = (appointment: Parameters<typeof occurrencesOf>[0], from: Date): Occurrence | undefined =>
  occurrencesOf(appointment, from, appointment.exceptions.length + 1).find(({ state }) => state !== 'off')

/** Whether the rule of what recurs has a time that begins at this very moment. */
export function recursAt(series: Series, at: Date): boolean {
  if (!series.recurrence) return false
  const [first] = beginnings(series, at)
  return first?.getTime() === at.getTime()
}

/** The time that goes by this name and is not over at `now`; undefined where there is none. */
export function timeNamed(appointment: Parameters<typeof occurrencesOf>[0], at: Date, now: Date): Occurrence | undefined {
  if (!recursAt(appointment, at)) return undefined
  const noted = appointment.exceptions.find((one) => one.recursAt.getTime() === at.getTime())
  const { minutes } = appointment
  const one: Occurrence = noted ? exceptionAsOccurrence(noted, appointment) : { recursAt: at, startsAt: at, minutes, state: 'as_ruled' }
  return one.startsAt.getTime() + one.minutes * 60_000 > now.getTime() ? one : undefined
}

/** How a page names one time: '20261208T090000Z'. */
export const nameOfTime = (at: Date): string => at.toISOString().replace(/[-:]|\.\d{3}/g, '')

/** The moment that such a name stands for; undefined where it is none. */
export function timeOfName(name: string): Date | undefined {
  const found = /^(\d{4})(\d\d)(\d\d)T(\d\d)(\d\d)(\d\d)Z$/.exec(name)
  const at = found && new Date(`${found.slice(1, 4).join('-')}T${found.slice(4).join(':')}Z`)
  return at && !Number.isNaN(at.getTime()) ? at : undefined
}

/** The last beginning that the rule has; undefined where it goes on without end. */
export function lastBeginning({ startsAt, timeZone, recurrence }: Series): Date | undefined {
  const { weeks = 1, count = Number.POSITIVE_INFINITY, until } = recurrence ?? { count: 1 }
  const first = zoned(startsAt, timeZone)
  const days = until ? first.toPlainDate().until(until).days : Number.POSITIVE_INFINITY
  const index = Math.min(count - 1, Math.floor(days / (7 * weeks)))
  return index < 0 || index === Number.POSITIVE_INFINITY ? undefined : new Date(first.add({ weeks: index * weeks }).epochMilliseconds)
}

/** The moments from `from` on at which it begins by its rule. */
function* beginnings({ startsAt, timeZone, recurrence }: Series, from: Date): Generator<Date> {
  const { weeks, count, until }: Recurrence = recurrence ?? { weeks: 1, count: 1 }
  const first = zoned(startsAt, timeZone)
  const last = until && Temporal.PlainDate.from(until)
  const passed = Math.floor((from.getTime() - startsAt.getTime()) / (weeks * week)) - 1
  for (let index = Math.max(0, passed); count === undefined || index < count; index++) {
    const next = first.add({ weeks: index * weeks })
    if (last && Temporal.PlainDate.compare(next.toPlainDate(), last) > 0) return
    const at = new Date(next.epochMilliseconds)
    if (at >= from) yield at
  }
}
