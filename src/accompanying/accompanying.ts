import { contactsDue, looksDue, type RunningAgreement } from '#facilitation/queries/running.ts'
import type { HelpfulNow } from '#journey/queries/accompanied.ts'

/** The kinds of what could help, in the order in which they are shown. */
export const groups = {
  shared: ['review'],
  decided: ['accepted', 'declined'],
  agreed: ['confirm', 'word', 'contact', 'look', 'trial', 'draft'],
} as const
export type Group = keyof typeof groups
export type LineKind = (typeof groups)[Group][number]

/** One thing that could help somebody, and where it is. It carries no time but that of what its learner did. */
export interface HelpLine {
  kind: LineKind
  /** Whose journey it is. */
  name: string
  title: string | null
  href: string
  at: Date | null
}

/** What the lines are made of; of the agreements only those of journeys of others count. */
export interface LineSources {
  helpful: readonly HelpfulNow[]
  running: readonly RunningAgreement[]
}

/** What would help whom now. `today` as 'YYYY-MM-DD': what was agreed for a later day is left out. */
export function helpLines({ helpful, running }: LineSources, today: string): Record<Group, HelpLine[]> {
  const theirs = running.filter(({ isLearner }) => !isLearner)
  const news = helpful.map(({ what, learnerName, title, journeyId, at }): HelpLine => {
    return { kind: what, name: learnerName, title, href: `/journeys/${journeyId}`, at }
  })
  const agreed = [
    ...on('confirm', waiting(theirs, 'my_confirmation')),
    ...on('word', waiting(theirs, 'my_word')),
    ...on('contact', contactsDue(theirs, today)),
    ...on('look', looksDue(theirs)),
    ...on(
      'trial',
      theirs.filter(({ isOnTrial }) => isOnTrial),
    ),
    ...on('draft', waiting(theirs, 'their_draft')),
  ]
  const of = (group: Group) => news.filter(({ kind }) => (groups[group] as readonly LineKind[]).includes(kind))
  return { shared: of('shared'), decided: of('decided'), agreed }
}

const waiting = (running: readonly RunningAgreement[], what: RunningAgreement['waits']) => running.filter(({ waits }) => waits === what)

/** What is in the journey leads there; what is about the agreement leads to the agreement. */
const inJourney: readonly LineKind[] = ['word', 'trial']

const on = (kind: LineKind, running: readonly RunningAgreement[]): HelpLine[] =>
  running.map(({ id, journeyId, otherName, title }) => ({
    kind,
    name: otherName,
    title,
    href: inJourney.includes(kind) ? `/journeys/${journeyId}` : `/journeys/${journeyId}/agreement/${id}`,
    at: null,
  }))

/** The same as one list: what waits for a word first, then what was shared, what was decided. */
export const linesInOrder = ({ agreed, shared, decided }: Record<Group, HelpLine[]>): HelpLine[] => [...agreed, ...shared, ...decided]
