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

/** When the time meant for a hat is over and it is asked whether one returns; unasked, one has returned. */
export const returnAt = (startedAt: Date, minutes: number): Date => new Date(startedAt.getTime() + minutes * 60_000)

/** For so many hours after its time whoever wore a hat is asked about it; then nobody wants to know any more. */
const asksForHours = 12

/** A hat outside a meeting: asked for, perhaps accepted, perhaps taken off before its time. */
export interface HatChange {
  acceptedAt: Date | null
  returnedAt: Date | null
  minutes: number
}

/** Where the protocol stands: asked until there is an answer, worn until its time, then over, and gone once that is said or long past. */
export function hatState({ acceptedAt, returnedAt, minutes }: HatChange, now: Date): 'asked' | 'worn' | 'over' | 'gone' {
  if (!acceptedAt) return 'asked'
  const end = returnAt(acceptedAt, minutes)
  if (returnedAt || now >= new Date(end.getTime() + asksForHours * 3_600_000)) return 'gone'
  return now < end ? 'worn' : 'over'
}
