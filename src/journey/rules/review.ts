import type { NextMove, Progress, SignState, Visibility } from './choices.ts'
import { isFilled, missingFields, reviewFields, type Words } from './limits.ts'

/** What the rules need of the review of one cycle; `signs` holds one state per id of a success sign. */
export interface Review {
  readonly happened: Words
  readonly wentWell: readonly Words[]
  readonly toImprove: readonly Words[]
  readonly insight: Words
  readonly signs: Readonly<Record<string, SignState>>
  readonly progress: Progress | null
  readonly nextMove: NextMove | null
  readonly facilitatorResponse: Words
}

export const emptyReview: Review = {
  happened: null,
  wentWell: [],
  toImprove: [],
  insight: null,
  signs: {},
  progress: null,
  nextMove: null,
  facilitatorResponse: null,
}

/**
 * The required fields that are still empty. `signIds` are those of the challenge's current version: each needs a state.
 * Whoever declares it solved need not name something to improve.
 */
export function missingInReview(review: Review, signIds: readonly string[]) {
  const missing = missingFields('review', reviewFields, {
    ...review,
    wentWell: review.wentWell.filter(isFilled),
    toImprove: review.toImprove.filter(isFilled),
    signs: signIds.every((id) => review.signs[id] !== undefined),
  })
  return review.nextMove === 'declare_solved' ? missing.filter((field) => field !== 'review.toImprove') : missing
}

export function isComplete(review: Review, signIds: readonly string[]): boolean {
  return missingInReview(review, signIds).length === 0
}

/** A note as the review sees it, oldest first. */
export interface NotedText {
  readonly text: string
  readonly visibility: Visibility
}

/**
 * What `happened` starts with: the notes others may read anyway, as many whole ones as fit. Private notes never come
 * along; their author brings them one by one.
 */
export function startOfHappened(observations: readonly NotedText[]): string {
  let happened = ''
  for (const observation of observations) {
    if (observation.visibility !== 'private') happened = broughtToReview(happened, observation.text) ?? happened
  }
  return happened
}

/** `happened` with the text of one note after it, or null where both together would be too long. */
export function broughtToReview(happened: string, text: string): string | null {
  const both = happened.trim() === '' ? text.trim() : `${happened.trimEnd()}\n\n${text.trim()}`
  return both.length <= reviewFields.happened.max ? both : null
}

/** Who led in identifying is asked where there was something to identify: in the first cycle, and after a reframe. Takes the ids of both cycles' challenges. */
export function asksWhoLedIdentify(challengeId: string, before: string | undefined): boolean {
  return challengeId !== before
}
