import { daysAfter, type PlainDate } from './date.ts'
import { secondCheckDays } from './limits.ts'

/** What the rules need of a transfer check: the second one follows the first. */
export interface CheckInTurn {
  readonly id: string
  readonly follows_id: string | null
  readonly state: 'open' | 'answered' | 'declined' | 'cancelled'
}

/** The check of how a journey was solved last, and the second one where its learner has decided on it. `checks` are in the order in which they were made. */
export function lastChecks<C extends CheckInTurn>(checks: readonly C[]): { first: C | undefined; second: C | undefined } {
  const first = checks.findLast((check) => check.follows_id === null && check.state !== 'cancelled')
  return { first, second: first && checks.find((check) => check.follows_id === first.id) }
}

/**
 * Where the second look stands: `offered` once the first was answered, until its learner turns it on or does without; doing without can be taken
 * back. It never moves the journey, which is done.
 */
export function secondCheckStands(checks: readonly CheckInTurn[]): 'not_offered' | 'offered' | 'open' | 'answered' | 'declined' {
  const { first, second } = lastChecks(checks)
  if (first?.state !== 'answered') return 'not_offered'
  return !second || second.state === 'cancelled' ? 'offered' : second.state
}

/** The day of a second check that is turned on `today`: half a year after closing, and never soon after the first was answered. */
export function secondCheckOn(closedOn: PlainDate, today: PlainDate): PlainDate {
  const [usual, soonest] = [daysAfter(closedOn, secondCheckDays.afterClosing), daysAfter(today, secondCheckDays.afterFirst)]
  return usual > soonest ? usual : soonest
}
