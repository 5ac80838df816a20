import { Temporal } from 'temporal-polyfill'

/** Monday is 1, Sunday 7. */
export const weekdays = [1, 2, 3, 4, 5, 6, 7] as const
export type Weekday = (typeof weekdays)[number]

/** Days on which somebody does not learn, both included, as YYYY-MM-DD. */
export interface DaysOff {
  from: string
  to: string
}

/** When somebody learns, and how often they want to be asked to look back. Times are HH:MM on the wall where the person is. */
export interface Rhythm {
  learningDays: readonly Weekday[]
  learningFrom: string
  /** Later than `learningFrom`; the learning hours end just before it. */
  learningTo: string
  daysOff: readonly DaysOff[]
  daily: boolean
  weekly: boolean
  weeklyDay: Weekday
  weeklyAt: string
  afterStep: boolean
}

/** The rhythm of somebody who has said nothing about it. */
export const usualRhythm: Rhythm = {
  learningDays: [1, 2, 3, 4, 5],
  learningFrom: '08:00',
  learningTo: '17:00',
  daysOff: [],
  daily: false,
  weekly: true,
  weeklyDay: 5,
  weeklyAt: '14:00',
  afterStep: true,
}

/** How far ahead a next learning time is looked for, in days. */
const lookAhead = 800
/** Stretches of days off that somebody can name at once. */
export const mostDaysOff = 12

/** Whether a calendar day, YYYY-MM-DD, is one on which somebody learns: one of their weekdays, and not off. */
export function isLearningDay({ learningDays, daysOff }: Rhythm, day: string): boolean {
  const weekday = Temporal.PlainDate.from(day).dayOfWeek
  return learningDays.some((one) => one === weekday) && !daysOff.some(({ from, to }) => from <= day && day <= to)
}

/** Whether an instant lies in somebody's learning hours, by the clock on the wall in `timeZone` (an IANA name). */
export function isLearningTime(rhythm: Rhythm, at: Date, timeZone: string): boolean {
  const there = zoned(at, timeZone)
  const clock = there.toPlainTime().toString({ smallestUnit: 'minute' })
  return rhythm.learningFrom <= clock && clock < rhythm.learningTo && isLearningDay(rhythm, there.toPlainDate().toString())
}

/** The first instant from `from` on, itself included, that lies in somebody's learning hours; undefined where none comes within 800 days. */
export function nextLearningTime(rhythm: Rhythm, from: Date, timeZone: string): Date | undefined {
  if (isLearningTime(rhythm, from, timeZone)) return from
  const today = zoned(from, timeZone).toPlainDate()
  for (let days = 0; days <= lookAhead; days++) {
    const day = today.add({ days })
    if (!isLearningDay(rhythm, day.toString())) continue
    const found = beginningsOn(day, rhythm.learningFrom, timeZone).find((at) => at >= from && isLearningTime(rhythm, at, timeZone))
    if (found) return found
  }
  return undefined
}

/** The instants at which learning hours can begin on a day, earliest first: their clock time, twice where the clock is put back, and every change of the clock. */
function beginningsOn(day: Temporal.PlainDate, clock: string, timeZone: string): Date[] {
  const at = day.toPlainDateTime(Temporal.PlainTime.from(clock))
  const beginning = day.toZonedDateTime(timeZone)
  const change = beginning.getTimeZoneTransition('next')
  const changes = change && change.epochMilliseconds < day.add({ days: 1 }).toZonedDateTime(timeZone).epochMilliseconds ? [change] : []
  const named = (['earlier', 'later'] as const).map((disambiguation) => at.toZonedDateTime(timeZone, { disambiguation }))
  return [beginning, ...named, ...changes].map((one) => new Date(one.epochMilliseconds)).sort((a, b) => a.getTime() - b.getTime())
}

const zoned = (at: Date, timeZone: string) => Temporal.Instant.fromEpochMilliseconds(at.getTime()).toZonedDateTimeISO(timeZone)
