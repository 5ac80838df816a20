import { type DaysOff, isLearningTime, nextLearningTime, type Rhythm } from '#person/rules/rhythm.ts'

/** When an organisation wants nobody to be written to: over night, by each person's own clock, and on whole days. */
export interface Rest {
  /** HH:MM in the evening and, earlier on the clock, in the morning; null where nights are left to the people. */
  quiet: { from: string; until: string } | null
  freeDays: readonly DaysOff[]
}

/**
 * A person's rhythm with the rest of their organisation taken out of it: what is left are the times at which somebody may be written to.
 * No learning day is left where the learning hours lie in the quiet hours altogether.
 */
export function withRest(rhythm: Rhythm, { quiet, freeDays }: Rest): Rhythm {
  const daysOff = [...rhythm.daysOff, ...freeDays]
  if (!quiet) return { ...rhythm, daysOff }
  const learningFrom = rhythm.learningFrom > quiet.until ? rhythm.learningFrom : quiet.until
  const learningTo = rhythm.learningTo < quiet.from ? rhythm.learningTo : quiet.from
  return { ...rhythm, daysOff, learningFrom, learningTo, learningDays: learningFrom < learningTo ? rhythm.learningDays : [] }
}

/** Whether somebody with this rhythm, in this organisation, may be written to at an instant, by the clock on the wall in `timeZone`. */
export const mayWriteAt = (rhythm: Rhythm, rest: Rest, at: Date, timeZone: string): boolean =>
  isLearningTime(withRest(rhythm, rest), at, timeZone)

/** The first instant from `from` on at which they may be written to; undefined where none comes. */
export const nextTimeToWrite = (rhythm: Rhythm, rest: Rest, from: Date, timeZone: string): Date | undefined =>
  nextLearningTime(withRest(rhythm, rest), from, timeZone)
