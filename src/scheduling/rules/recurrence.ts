import { Temporal } from 'temporal-polyfill'
import type { BookedAppointment } from '../scheduling.ts'
import { zoned } from './local-time.ts'

type Recurring = Pick<BookedAppointment, 'startsAt' | 'timeZone' | 'recurrence'>

/** Weekly for ten years; what is asked for never reaches further. */
const mostTimes = 530

/**
 * The moments from `from` up to, and without, `to` at which an appointment begins. One that recurs keeps its time of day in its own
 * zone, across every change of clocks; its last day counts as a day of that zone.
 */
export function beginningsOf({ startsAt, timeZone, recurrence }: Recurring, from: Date, to: Date): Date[] {
  if (!recurrence) return startsAt >= from && startsAt < to ? [startsAt] : []
  const first = zoned(startsAt, timeZone)
  const last = recurrence.until && Temporal.PlainDate.from(recurrence.until)
  const found: Date[] = []
  for (let index = 0; index < Math.min(recurrence.count ?? mostTimes, mostTimes); index++) {
    const next = first.add({ weeks: index * recurrence.weeks })
    const at = new Date(next.epochMilliseconds)
    if (at >= to || (last && Temporal.PlainDate.compare(next.toPlainDate(), last) > 0)) break
    if (at >= from) found.push(at)
  }
  return found
}
