/** How long a link to a need works, from when it was made or renewed. */
export const needLinkDays = 30

/** What can be said to a need: it is there (now or from a day on), it is not to be had, or something has to be asked first. */
export const needAnswerKinds = ['there', 'not_available', 'question'] as const
export type NeedAnswerKind = (typeof needAnswerKinds)[number]

/** Characters of what somebody adds, and of what the learner says back. */
export const needWordsMax = 500

export type NeedLinkState = 'open' | 'settled' | 'expired' | 'revoked'

/** What the rules need of the link to a need. */
export interface NeedLink {
  /** When it was made or renewed: whoever holds it sees what was said from then on. */
  readonly madeAt: Date
  readonly expiresAt: Date
  readonly revokedAt: Date | null
  readonly answers: readonly { readonly kind: NeedAnswerKind; readonly at: Date; readonly reply: string | null }[]
}

/** The question that waits for a word: the last thing said through the link as it is now. */
export function questionOf<L extends NeedLink>({ answers, madeAt }: L): L['answers'][number] | undefined {
  const last = answers.at(-1)
  return last?.kind === 'question' && !last.reply && last.at >= madeAt ? last : undefined
}

/**
 * Where a need that was sent stands for its learner: nobody was asked, somebody is, a question waits for a word, it was answered, or the link is
 * over. `settled`: the need is no longer open.
 */
export function standingOfNeed(link: NeedLink | null, settled: boolean, now: Date): NeedStanding {
  const last = link?.answers.at(-1)
  if (last && last.kind !== 'question' && settled) return 'answered'
  if (!link || settled) return 'not_sent'
  if (link.revokedAt) return 'revoked'
  if (questionOf(link)) return 'question'
  return link.expiresAt <= now ? 'expired' : 'sent'
}
export type NeedStanding = 'not_sent' | 'sent' | 'question' | 'answered' | 'expired' | 'revoked'

/** What an answer lacks: a question has words, and only what is there comes on a day. */
export function missingInAnswer({ kind, body }: { kind: NeedAnswerKind; body: string }): 'body' | null {
  return kind === 'question' && body.trim() === '' ? 'body' : null
}
