import type { MetNewChallenge, Progress, SupportUsed } from './choices.ts'
import { daysAfter, type PlainDate } from './date.ts'
import { isFilled, missingFields, transferCheckDays, transferFields } from './limits.ts'

/** A transfer check that waits for its answer; `postponed` counts how often nothing new had come up yet. */
export interface OpenTransferCheck {
  readonly on: PlainDate
  readonly postponed: number
}

export interface TransferAnswer {
  readonly metNewChallenge: MetNewChallenge | null
  readonly progress: Progress | null
  readonly supportUsed: SupportUsed | null
}

/** Where something new was met, how far it went and with whose support is asked as well. */
export function missingInTransfer(answer: TransferAnswer) {
  const always = missingFields('transfer', transferFields, answer)
  if (answer.metNewChallenge !== 'yes') return always
  const further = (['progress', 'supportUsed'] as const).filter((field) => !isFilled(answer[field]))
  return [...always, ...further.map((field) => `transfer.${field}` as const)]
}

/** The check four weeks on, counted from its own day or from today, whichever is later; null after the second time. */
export function postponed(check: OpenTransferCheck, today: PlainDate): OpenTransferCheck | null {
  if (check.postponed >= transferCheckDays.laterAtMost) return null
  const from = check.on > today ? check.on : today
  return { on: daysAfter(from, transferCheckDays.laterBy), postponed: check.postponed + 1 }
}

/** Whether a new challenge was met independently; null where none was met. Asking a peer is independent: one's network is part of the skill. */
export function transferSuccess(answer: TransferAnswer): boolean | null {
  if (answer.metNewChallenge !== 'yes') return null
  const alone = answer.supportUsed === 'none' || answer.supportUsed === 'looked_things_up' || answer.supportUsed === 'peer'
  return alone && (answer.progress ?? 0) >= 3
}
