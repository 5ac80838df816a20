import { Temporal } from 'temporal-polyfill'

/** A day in the calendar, 'YYYY-MM-DD', without time or zone. Compares as text. */
export type PlainDate = string

/** The day `days` after `date`. Throws where `date` is no day of the calendar. */
export function daysAfter(date: PlainDate, days: number): PlainDate {
  return Temporal.PlainDate.from(date).add({ days }).toString()
}

/** Whole days from `from` to `to`; negative where `to` lies before. */
export function daysBetween(from: PlainDate, to: PlainDate): number {
  return Temporal.PlainDate.from(from).until(to, { largestUnit: 'day' }).days
}
