import { Temporal } from 'temporal-polyfill'

/** A time as a clock on the wall shows it, 'YYYY-MM-DDTHH:mm', without a zone. */
export type LocalTime = string

/**
 * The moment at which the clocks of a zone (an IANA name) show this. A time that the change to summer time leaves out is taken as the
 * one an hour later; of a time that comes twice, the first.
 */
export function momentOf(local: LocalTime, timeZone: string): Date {
  return new Date(Temporal.PlainDateTime.from(local).toZonedDateTime(timeZone).epochMilliseconds)
}

/** What the clocks of a zone show at a moment, to the minute. */
export function localTimeOf(at: Date, timeZone: string): LocalTime {
  return zoned(at, timeZone).toPlainDateTime().toString({ smallestUnit: 'minute' })
}

/** A moment together with the zone it is read in. */
export const zoned = (at: Date, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
