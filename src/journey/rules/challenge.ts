import type { ChallengeKind, Learnable, RiskFlag } from './choices.ts'
import { challengeFields, missingFields, type Words } from './limits.ts'

/** What the rules need of the current version of a challenge. Versions count from 1; an older one is never overwritten. */
export interface Challenge {
  readonly version: number
  readonly title: Words
  readonly situation: Words
  readonly kind: ChallengeKind | null
  readonly learningQuestion: Words
  readonly successSigns: readonly { readonly id: string }[]
  readonly learnable: Learnable | null
  readonly riskFlags: readonly RiskFlag[]
}

export const emptyChallenge: Challenge = {
  version: 1,
  title: null,
  situation: null,
  kind: null,
  learningQuestion: null,
  successSigns: [],
  learnable: null,
  riskFlags: [],
}

/** The required fields that are still empty, in the order in which the page asks for them. */
export function missingInChallenge(challenge: Challenge) {
  return missingFields('challenge', challengeFields, challenge)
}

/** The page offers to pass it on instead; the learner may go on all the same. */
export function suggestsPassingOn(challenge: Pick<Challenge, 'learnable'>): boolean {
  return challenge.learnable === 'no'
}

/** A real risk means: binding rules come first, and trying happens in a protected setting. */
export function needsProtectedTrial(challenge: Pick<Challenge, 'riskFlags'>): boolean {
  return challenge.riskFlags.some((flag) => flag !== 'none')
}

/** "None" excludes every other risk, and nobody names the same risk twice. */
export function riskFlagsAgree(flags: readonly RiskFlag[]): boolean {
  return new Set(flags).size === flags.length && !(flags.includes('none') && flags.length > 1)
}
