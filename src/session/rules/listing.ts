import type { Appointment } from '#scheduling/scheduling.ts'
import type { Session } from '../session.ts'

/** A session with its appointment, as a list shows it. */
export interface Listed {
  session: Session
  appointment: Appointment | undefined
}

/** When it is or was: its booked time, else when it began. */
export const timeOf = ({ session, appointment }: Listed): Date | null => appointment?.startsAt ?? session.beganAt

/**
 * Sessions by what is to be done about them: arranged (soonest first; one that goes on now is among them), waiting for a time (newest
 * first), past (latest first; what was called off as well).
 */
export function sorted(listed: readonly Listed[]): { upcoming: Listed[]; open: Listed[]; past: Listed[] } {
  const at = (one: Listed) => (timeOf(one) ?? one.session.madeAt).getTime()
  const isAhead = ({ session: { state } }: Listed) => state === 'planned' || state === 'running'
  const hasTime = (one: Listed) => one.session.state === 'running' || timeOf(one) !== null
  const ahead = listed.filter(isAhead)
  return {
    upcoming: ahead.filter(hasTime).sort((one, other) => at(one) - at(other)),
    open: ahead.filter((one) => !hasTime(one)),
    past: listed.filter((one) => !isAhead(one)).sort((one, other) => at(other) - at(one)),
  }
}
