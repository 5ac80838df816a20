import type { ContactRhythm } from './agreement.ts'
import { cyclesUntilLook } from './first-draft.ts'

/** What was agreed on contact, and what happened since. Days as 'YYYY-MM-DD', where the reader is. */
export interface AgreedContact {
  rhythm: ContactRhythm
  /** Every so many weeks, for a rhythm of weeks. */
  weeks: number | null
  /** The day from which the agreement in force holds. */
  since: string
  lastContactOn: string | null
  /** The open cycle of the journey; null where none is open. */
  cycle: { openedOn: string; reviewOn: string | null; isInReview: boolean } | null
  /** Nothing is due in a journey that rests or is over. */
  isActive: boolean
}

const day = 86_400_000
const plusDays = (from: string, days: number) => new Date(Date.parse(`${from}T12:00:00Z`) + days * day).toISOString().slice(0, 10)
const later = (one: string, other: string | null) => (other !== null && other > one ? other : one)

/**
 * The day on which the agreed contact is due; null where none was agreed for a day. On call it is never due: the learner asks.
 * Once a cycle: on the day planned for looking back, or as soon as that has begun, unless the two were in touch in this cycle.
 */
export function contactDueOn(agreed: AgreedContact, today: string): string | null {
  if (!agreed.isActive) return null
  if (agreed.rhythm === 'weeks') return plusDays(later(agreed.since, agreed.lastContactOn), (agreed.weeks ?? 1) * 7)
  if (agreed.rhythm === 'on_call' || !agreed.cycle) return null
  const { openedOn, reviewOn, isInReview } = agreed.cycle
  if (agreed.lastContactOn !== null && agreed.lastContactOn >= openedOn) return null
  return isInReview && (reviewOn === null || reviewOn > today) ? today : reviewOn
}

/** Whether the agreed contact stands ahead of the two today. It says nothing about either of them. */
export function isContactDue(agreed: AgreedContact, today: string): boolean {
  const on = contactDueOn(agreed, today)
  return on !== null && on <= today
}

/** Until when an agreement holds without being looked at, and when it was. Instants in milliseconds. */
export interface AgreedLook {
  reviewAfterCycle: number
  /** When each closed cycle was closed. */
  cyclesClosedAt: readonly number[]
  /** When the two last looked at it and left it as it was. */
  lookedAt: number | null
}

/** Whether the two of them wanted to look at their agreement by now: after the cycle they named, and every second one after they looked. */
export function isLookDue({ reviewAfterCycle, cyclesClosedAt, lookedAt }: AgreedLook): boolean {
  if (cyclesClosedAt.length < reviewAfterCycle) return false
  return lookedAt === null || cyclesClosedAt.filter((at) => at > lookedAt).length >= cyclesUntilLook
}
