import type { Appointment } from '#scheduling/scheduling.ts'
import type { Session } from '../session.ts'
import { comingTime } from './series.ts'

/** A session with its appointment, as a list shows it. */
export interface Listed {
  session: Session
  appointment: Appointment | undefined
}

/** When it is or was: its booked time, of a series the next one, else when it began. */
export function timeOf({ session, appointment }: Listed, now: Date): Date | null {
  if (!appointment?.startsAt) return session.beganAt
  return comingTime(session, { ...appointment, startsAt: appointment.startsAt }, now)?.startsAt ?? appointment.startsAt
}

/**
 * Sessions by what is to be done about them: arranged (soonest first; one that goes on now is among them), waiting for a time (newest
 * first), past (latest first; what was called off as well).
 */
export function sorted(listed: readonly Listed[], now: Date): { upcoming: Listed[]; open: Listed[]; past: Listed[] } {
  const at = (one: Listed) => (timeOf(one, now) ?? one.session.madeAt).getTime()
  const isAhead = ({ session: { state } }: Listed) => state === 'planned' || state === 'running'
  const hasTime = (one: Listed) => one.session.state === 'running' || timeOf(one, now) !== null
  const ahead = listed.filter(isAhead)
  return {
    upcoming: ahead.filter(hasTime).sort((one, other) => at(one) - at(other)),
    open: ahead.filter((one) => !hasTime(one)),
    past: listed.filter((one) => !isAhead(one)).sort((one, other) => at(other) - at(one)),
  }
}
