/** What is known about a case to its author and to the learner it is about. */
export interface CaseFacts {
  withdrawn: boolean
  published: boolean
  /** The learner's answer, and the hash of the words it was given to; null where the case is about nobody. */
  consent: { answer: 'yes' | 'no' | null; wordsHash: string | null } | null
  /** The hash of the words as they stand. */
  wordsHash: string
}

/**
 * `waiting` lies with the learner, `declined` with the author, who can find other words or remove it; `undeclared`: the author has changed a
 * case about nobody and not yet said again that it is.
 */
export type CaseStanding = 'published' | 'waiting' | 'declined' | 'undeclared' | 'withdrawn'

/** How a case stands. An answer counts for exactly the words it was given to: one changed word, and it waits again. */
export function standingOf({ withdrawn, published, consent, wordsHash }: CaseFacts): CaseStanding {
  if (withdrawn) return 'withdrawn'
  if (published) return 'published'
  if (!consent) return 'undeclared'
  return consent.answer === 'no' && consent.wordsHash === wordsHash ? 'declined' : 'waiting'
}
