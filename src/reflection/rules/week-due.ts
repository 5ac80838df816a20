import { Temporal } from 'temporal-polyfill'
import type { Rhythm } from '#person/rules/rhythm.ts'

/**
 * The day, YYYY-MM-DD, since which a look back at the week is due: the last one that the person chose for it, today included, if they have written none
 * since it began. Null where they want none, or have written. It stays due until the next week's day takes its place.
 */
export function weekDueSince({ weekly, weeklyDay }: Rhythm, lastWritten: Date | null, now: Date, timeZone: string): string | null {
  if (!weekly) return null
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const began = there.subtract({ days: (there.dayOfWeek - weeklyDay + 7) % 7 }).startOfDay()
  return lastWritten && lastWritten.getTime() >= began.epochMilliseconds ? null : began.toPlainDate().toString()
}
