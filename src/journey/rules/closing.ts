import type { Receiver, SetAsideReason, StoryChoice } from './choices.ts'
import { daysAfter, type PlainDate } from './date.ts'
import { closingFields, missingFields, passOnFields, setAsideFields, transferCheckDays, type Words } from './limits.ts'

/** What the rules need of the closing of a solved journey; it is written while the journey is in `close`. */
export interface Closing {
  readonly solutionSummary: Words
  readonly whatMadeTheDifference: Words
  readonly storyChoice: StoryChoice | null
  readonly transferCheckOn: PlainDate | null
}

export const emptyClosing: Closing = { solutionSummary: null, whatMadeTheDifference: null, storyChoice: null, transferCheckOn: null }

export function missingInClosing(closing: Closing) {
  return missingFields('closing', closingFields, closing)
}

export function missingInSetAside(setAside: { readonly reason: SetAsideReason | null }) {
  return missingFields('setAside', setAsideFields, setAside)
}

export function missingInPassOn(passOn: { readonly to: Receiver | null; readonly what: Words }) {
  return missingFields('passOn', passOnFields, passOn)
}

/** The days between which a transfer check may lie (both included), and the one it falls on unless somebody chooses. */
export function transferCheckRange(closedOn: PlainDate): { first: PlainDate; proposed: PlainDate; last: PlainDate } {
  return {
    first: daysAfter(closedOn, transferCheckDays.min),
    proposed: daysAfter(closedOn, transferCheckDays.default),
    last: daysAfter(closedOn, transferCheckDays.max),
  }
}
