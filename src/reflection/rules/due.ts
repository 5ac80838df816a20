import { Temporal } from 'temporal-polyfill'
import { isLearningDay, type Rhythm } from '#person/rules/rhythm.ts'

interface Asking {
  rhythm: Rhythm
  now: Date
  /** Where the person is, as an IANA name. */
  timeZone: string
  /** When the person last wrote to a prompt of each rhythm. */
  lastWritten: { daily: Date | null; weekly: Date | null }
}

/** The daily prompt is offered from so many minutes before the end of the learning hours until the day ends. */
const before = 60

/**
 * The prompts that the page of the day offers in one quiet line: the weekly ones from the chosen day and time until the end of the next
 * day, the daily one at the end of the learning hours. Neither on a day off, nor again once something was written.
 */
export function promptsDue({ rhythm, now, timeZone, lastWritten }: Asking): 'weekly' | 'daily' | undefined {
  const there = Temporal.Instant.fromEpochMilliseconds(now.getTime()).toZonedDateTimeISO(timeZone)
  const today = there.toPlainDate().toString()
  if (rhythm.daysOff.some(({ from, to }) => from <= today && today <= to)) return undefined
  if (rhythm.weekly) {
    const daysSince = (there.dayOfWeek - rhythm.weeklyDay + 7) % 7
    const began = there.subtract({ days: daysSince }).withPlainTime(rhythm.weeklyAt).epochMilliseconds
    const isNow = daysSince <= 1 && began <= now.getTime()
    if (isNow && (lastWritten.weekly?.getTime() ?? 0) < began) return 'weekly'
  }
  if (!rhythm.daily || !isLearningDay(rhythm, today)) return undefined
  const begins = there.withPlainTime(rhythm.learningTo).subtract({ minutes: before })
  const wroteToday = lastWritten.daily !== null && lastWritten.daily.getTime() >= there.startOfDay().epochMilliseconds
  return now.getTime() >= begins.epochMilliseconds && !wroteToday ? 'daily' : undefined
}
