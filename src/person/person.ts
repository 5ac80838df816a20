import type { Locale } from '#platform/words/words.ts'

export const limits = { name: 120, email: 254 } as const

export const themes = ['light', 'dark'] as const
export type Theme = (typeof themes)[number]

/** What a person decided for themselves; null follows the organisation, or the device for the theme. */
export interface Settings {
  name: string
  locale: Locale | null
  timeZone: string | null
  theme: Theme | null
}

/** How often an administrator's link has to wait before it works, so that the person can stop it. */
export const hoursOfGrace = 48

/** One way back in that somebody asked for. `mail`: whoever typed the address; `code`: a recovery code was used. */
export interface PasswordReset {
  id: string
  kind: 'mail' | 'administrator' | 'code'
  askedBy: { id: string; name: string } | null
  madeAt: Date
  worksFrom: Date
  expiresAt: Date
  usedAt: Date | null
  cancelledAt: Date | null
  cancelledBy: string | null
}

export type ResetState = 'used' | 'cancelled' | 'expired' | 'waiting' | 'ready'

/** Where a way back in stands at `now`. */
export function stateOfReset(reset: Pick<PasswordReset, 'usedAt' | 'cancelledAt' | 'expiresAt' | 'worksFrom'>, now: Date): ResetState {
  if (reset.usedAt) return 'used'
  if (reset.cancelledAt) return 'cancelled'
  if (reset.expiresAt <= now) return 'expired'
  return reset.worksFrom > now ? 'waiting' : 'ready'
}

/** Whether it could still change the password, now or later. */
export const isPending = (reset: PasswordReset, now: Date): boolean => ['waiting', 'ready'].includes(stateOfReset(reset, now))

export const recoveryCodeCount = 10
/** Without letters and digits that look alike on paper. 31 of them, 16 places: 79 bits, so that a fast hash keeps them well enough. */
const recoveryAlphabet = 'abcdefghjkmnpqrstuvwxyz23456789'

/** A recovery code from a source of random whole numbers below a limit, in four groups of four. */
export function recoveryCodeFrom(randomBelow: (limit: number) => number): string {
  const group = () => Array.from({ length: 4 }, () => recoveryAlphabet[randomBelow(recoveryAlphabet.length)]).join('')
  return [group(), group(), group(), group()].join('-')
}

/** The code as it is compared: however somebody typed it, with or without the dashes. */
export const bareRecoveryCode = (typed: string): string => typed.toLowerCase().replace(/[^a-z0-9]/g, '')
