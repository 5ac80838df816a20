import { contactsDue, looksDue, type RunningAgreement } from '#facilitation/queries/running.ts'
import type { HelpfulNow } from '#journey/queries/accompanied.ts'

/** The kinds of what could help, in the order in which they are shown: what wants a word first, what is only to be known last. */
const kinds = ['confirm', 'word', 'review', 'contact', 'look', 'draft', 'trial', 'accepted', 'declined'] as const
export type LineKind = (typeof kinds)[number]

/** One thing that could help, and where it is. It carries no time but that of what its learner did. */
export interface HelpLine {
  kind: LineKind
  href: string
  at: Date | null
}

/** What could help in one journey now. */
export interface HelpedJourney {
  journeyId: string
  /** Whose journey it is. */
  name: string
  title: string | null
  lines: HelpLine[]
}

export interface LineSources {
  helpful: readonly HelpfulNow[]
  /** Of these only the agreements about journeys of others count. */
  running: readonly RunningAgreement[]
  /** The journeys that somebody will meet about: there the agreed contact is on its way. */
  toMeetAbout: readonly string[]
}

/**
 * What would help whom now, one entry a journey: those that want a word first, then by the names of their learners.
 * `today` as 'YYYY-MM-DD': what was agreed for a later day is left out.
 */
export function helpedNow({ helpful, running, toMeetAbout }: LineSources, today: string): HelpedJourney[] {
  const theirs = running.filter(({ isLearner }) => !isLearner)
  const due = contactsDue(theirs, today).filter(({ journeyId }) => !toMeetAbout.includes(journeyId))
  const found = [
    ...helpful.map(({ what, learnerName: name, at, ...journey }) => ({
      ...journey,
      name,
      kind: what,
      at,
      href: `/journeys/${journey.journeyId}`,
    })),
    ...on('confirm', waiting(theirs, 'my_confirmation')),
    ...on('word', waiting(theirs, 'my_word')),
    ...on('contact', due),
    ...on('look', looksDue(theirs)),
    ...on('draft', waiting(theirs, 'their_draft')),
    ...on(
      'trial',
      theirs.filter(({ isOnTrial }) => isOnTrial),
    ),
  ].sort((a, b) => rank(a) - rank(b))
  return [...Map.groupBy(found, ({ journeyId }) => journeyId).values()]
    .map((lines) => ({ ...journeyOf(lines), lines: lines.map(({ kind, href, at }) => ({ kind, href, at })) }))
    .sort((a, b) => rank(a.lines[0]!) - rank(b.lines[0]!) || a.name.localeCompare(b.name))
}

type Found = HelpLine & Omit<HelpedJourney, 'lines'>

const rank = ({ kind }: Pick<HelpLine, 'kind'>) => kinds.indexOf(kind)
const journeyOf = (lines: readonly Found[]) => {
  const { journeyId, name, title } = lines[0]!
  return { journeyId, name, title }
}
const waiting = (running: readonly RunningAgreement[], what: RunningAgreement['waits']) => running.filter(({ waits }) => waits === what)

/** What is in the journey leads there; what is about the agreement leads to the agreement. */
const inJourney: readonly LineKind[] = ['word', 'trial']

const on = (kind: LineKind, running: readonly RunningAgreement[]): Found[] =>
  running.map(({ id, journeyId, otherName: name, title }) => {
    const href = inJourney.includes(kind) ? `/journeys/${journeyId}` : `/journeys/${journeyId}/agreement/${id}`
    return { kind, journeyId, name, title, href, at: null }
  })
