import { type Hat, hats } from '#library/library.ts'

/** What somebody who accompanies is doing right now: one at a time. A role is something else: what they may do. */
export { type Hat, hats }

/** The hat one wears unless another was agreed. */
export const defaultHat = 'facilitation' satisfies Hat

/** After so many minutes one returns to the default hat; there is no end to that one. */
export const hatMinutes = { training: 20, coaching: 30 } as const satisfies Partial<Record<Hat, number>>

/** Characters for what a change of hat is for. */
export const longestPurpose = 120

/** Who reads notes taken under a hat: everybody in the journey, learner and coach alone, or those who take part in the step. */
export const notesUnder = { facilitation: 'journey', coaching: 'pair', training: 'item' } as const satisfies Record<Hat, string>

/** The hats that may be asked for: those agreed, and the default one always. */
export function hatsToChoose(allowed: readonly string[]): Hat[] {
  return hats.filter((hat) => hat === defaultHat || allowed.includes(hat))
}

/** A hat worn for a while, as it is kept: from when, for how long it was meant, and what for. Instants in milliseconds. */
export interface HatSegment {
  hat: Hat
  startedAt: number
  minutes: number
  purpose: string
}

/** Where the protocol stands: name and ask, then mark, then return. */
export type Wearing =
  | { state: 'default' }
  | { state: 'asked'; hat: Hat; purpose: string; minutes: number }
  | { state: 'worn'; segment: HatSegment }

export const bareHeaded: Wearing = { state: 'default' }

export type HatRefusal = 'not_agreed' | 'already_worn' | 'purpose_missing' | 'purpose_too_long' | 'one_at_a_time' | 'nothing_asked'
export type Worn = { ok: true; wearing: Wearing } | { ok: false; reason: HatRefusal }

/** Names another hat, what for, and asks; whoever is asked answers with one tap. `minutes` as is usual for the hat unless said otherwise. */
export function askForHat(wearing: Wearing, wanted: { hat: Hat; purpose: string; minutes?: number }, allowed: readonly string[]): Worn {
  if (wearing.state !== 'default') return { ok: false, reason: 'one_at_a_time' }
  const { hat } = wanted
  if (hat === defaultHat) return { ok: false, reason: 'already_worn' }
  if (!hatsToChoose(allowed).includes(hat)) return { ok: false, reason: 'not_agreed' }
  const purpose = wanted.purpose.trim()
  if (purpose === '') return { ok: false, reason: 'purpose_missing' }
  if (purpose.length > longestPurpose) return { ok: false, reason: 'purpose_too_long' }
  return { ok: true, wearing: { state: 'asked', hat, purpose, minutes: wanted.minutes ?? hatMinutes[hat] } }
}

/** The learner's answer. Declined, nothing is kept of it. */
export function answerHat(wearing: Wearing, accepts: boolean, at: number): Worn {
  if (wearing.state !== 'asked') return { ok: false, reason: 'nothing_asked' }
  if (!accepts) return { ok: true, wearing: bareHeaded }
  const { hat, purpose, minutes } = wearing
  return { ok: true, wearing: { state: 'worn', segment: { hat, startedAt: at, minutes, purpose } } }
}

/** A segment that ended early: kept with the minutes the hat was really worn, at least one. */
export function returnedEarly(segment: HatSegment, at: number): HatSegment {
  return { ...segment, minutes: Math.max(1, Math.min(segment.minutes, Math.ceil((at - segment.startedAt) / 60_000))) }
}

/** Whether the time meant for a hat is over, so that it is asked whether one returns. */
export function asksToReturn({ startedAt, minutes }: Pick<HatSegment, 'startedAt' | 'minutes'>, at: number): boolean {
  return at >= startedAt + minutes * 60_000
}

/** The hat worn at an instant: the last segment that has begun and not run out, else the default. */
export function hatAt(segments: readonly HatSegment[], at: number): Hat {
  return segments.findLast((segment) => segment.startedAt <= at && !asksToReturn(segment, at))?.hat ?? defaultHat
}
