import type { Appointment, Attendance } from '../scheduling.ts'
import { exceptionAsOccurrence, type Occurrence } from './recurrence.ts'

/**
 * What somebody says to an appointment, or to one time of it: to that very one where they did, else what they said to all. A time that was moved
 * asks everybody anew, except who organises.
 */
export function answerOf(
  { attendance, organiserId }: Pick<Appointment, 'attendance' | 'organiserId'>,
  personId: string,
  occurrence?: Pick<Occurrence, 'recursAt' | 'state'>,
): Attendance['answer'] {
  const said = (at: Date | null) =>
    attendance.find((one) => one.personId === personId && one.recursAt?.getTime() === at?.getTime())?.answer ?? undefined
  const toAll = said(null) ?? 'needs_action'
  if (!occurrence) return toAll
  const asked = occurrence.state === 'moved' && personId !== organiserId
  return said(occurrence.recursAt) ?? (asked ? 'needs_action' : toAll)
}

/**
 * The times of an appointment of which somebody's calendar has to show something else than of the others: those that moved, and those to which
 * they answered something else. What does not take place is none: it is left out.
 */
export function timesApart(appointment: Appointment, personId: string): Occurrence[] {
  const named = appointment.exceptions.map((one) => exceptionAsOccurrence(one, appointment))
  const answered = appointment.attendance.flatMap((one): Occurrence[] => {
    const { recursAt } = one
    if (one.personId !== personId || !recursAt || named.some((known) => known.recursAt.getTime() === recursAt.getTime())) return []
    return [{ recursAt, startsAt: recursAt, minutes: appointment.minutes, state: 'as_ruled' }]
  })
  return [...named, ...answered].filter(({ state }) => state !== 'off')
}
