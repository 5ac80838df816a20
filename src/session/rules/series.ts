import { type Occurrence, occurrencesOf } from '#scheduling/rules/recurrence.ts'
import type { Appointment } from '#scheduling/scheduling.ts'
import type { Session } from '../session.ts'

type Times = Pick<Appointment, 'timeZone' | 'minutes' | 'recurrence' | 'exceptions'> & { startsAt: Date }

/**
 * The next `most` times of the series that a session stands for, those that were called off among them. What had begun when the session was made
 * belongs to the one before.
 */
export function timesAhead({ madeAt }: Pick<Session, 'madeAt'>, times: Times, now: Date, most: number): Occurrence[] {
  return occurrencesOf(times, now, most + 1)
    .filter(({ startsAt }) => startsAt > madeAt)
    .slice(0, most)
}

/** When a session takes place that has its time: of a series the next time, else the one it has, also once that is over. Undefined where none is left. */
export function comingTime(session: Pick<Session, 'madeAt'>, times: Times, now: Date): Occurrence | undefined {
  const { startsAt, minutes, recurrence, exceptions } = times
  if (!recurrence) return { recursAt: startsAt, startsAt, minutes, state: 'as_ruled' }
  return timesAhead(session, times, now, exceptions.length + 1).find(({ state }) => state !== 'off')
}

/** What somebody who changes all times finds: the next one that the rule has, its length, and how it recurs. */
export function presentTimes(session: Pick<Session, 'madeAt'>, times: Times, now: Date) {
  const { recurrence, minutes, exceptions } = times
  const next = recurrence && timesAhead(session, times, now, exceptions.length + 2).find(({ recursAt }) => recursAt > now)
  return { startsAt: next ? next.recursAt : times.startsAt, minutes, recurrence }
}
