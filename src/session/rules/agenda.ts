import type { Phase } from '#journey/journey.ts'

/** What can stand on an agenda by itself, in words of the reader's language. */
export const suggestions = ['arrive', 'challenge', 'plan', 'trying', 'review', 'closing', 'transfer', 'proposals', 'agreement'] as const
export type Suggestion = (typeof suggestions)[number]

/** What a session is about. Without a journey only `openPoints` counts. */
export interface Ground {
  phase: Phase | null
  /** Suggestions that wait for the learner's decision. */
  proposalsWaiting: number
  /** A review was saved since the last session. */
  reviewShared: boolean
  /** The agreement is due to be looked at again. */
  agreementDue: boolean
  /** Ids of the points that the last session left open, in their order. */
  openPoints: readonly string[]
}

/** More than this does not fit into an hour. */
export const mostSuggested = 7

export type Point = { suggestion: Suggestion } | { carriedFrom: string }

const byPhase: Partial<Record<Phase, Suggestion>> = {
  identify: 'challenge',
  plan: 'plan',
  try: 'trying',
  evaluate: 'review',
  close: 'closing',
  transfer: 'transfer',
}

/**
 * The agenda that a new session begins with: how one arrives, what the last session left open, what the phase asks for, a review shared
 * since then, suggestions that wait, the agreement where it is due. At most seven points; what is left open yields first, from its end.
 */
export function suggestedAgenda({ phase, proposalsWaiting, reviewShared, agreementDue, openPoints }: Ground): Point[] {
  const present = (phase && byPhase[phase]) || undefined
  const named: (Suggestion | false | undefined)[] = [
    present,
    reviewShared && present !== 'review' && 'review',
    proposalsWaiting > 0 && 'proposals',
    agreementDue && 'agreement',
  ]
  const further = named.filter((one) => one !== false && one !== undefined).map((suggestion) => ({ suggestion }))
  const room = mostSuggested - 1 - further.length
  return [{ suggestion: 'arrive' }, ...openPoints.slice(0, room).map((carriedFrom) => ({ carriedFrom })), ...further]
}

/** Where a point stands after one place up or down; the same order where it is at the end already. */
export function moved(ids: readonly string[], id: string, by: -1 | 1): string[] {
  const [at, to] = [ids.indexOf(id), ids.indexOf(id) + by]
  const order = [...ids]
  if (at < 0 || to < 0 || to >= ids.length) return order
  order.splice(to, 0, ...order.splice(at, 1))
  return order
}
