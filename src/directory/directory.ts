import type { Hat } from '#facilitation/rules/hats.ts'

/** Limits of an introduction. */
export const introductionLimits = {
  /** In characters, over all of them; they stand in one line, with commas between. */
  topics: { most: 8, max: 400 },
  howIWork: { max: 800 },
  places: { min: 0, max: 30 },
  replyDays: { min: 1, max: 14 },
} as const

/** A portrait: at most so many bytes and pixels come in, and a square of `side` pixels is kept. */
export const portraitLimits = { bytes: 5 * 1024 * 1024, pixels: 50_000_000, side: 320 } as const

/** Limits of a request; a refusal may carry a few words too. */
export const requestLimits = { lines: { max: 600 }, answer: { max: 400 } } as const

/** Languages to choose from, as BCP 47; those of workplaces in the region first. */
export const languages = ['de', 'en', 'tr', 'pl', 'ru', 'uk', 'ar', 'fr', 'it', 'es', 'ro', 'nl'] as const
export type Language = (typeof languages)[number]

/** What somebody who accompanies tells the organisation about themselves. */
export interface Introduction {
  personId: string
  name: string
  topics: string[]
  languages: Language[]
  hats: Hat[]
  howIWork: string
  places: number
  replyDays: number
  paused: boolean
  /** When the picture beside it was last changed, in milliseconds; null without one. */
  portrait: number | null
  /** How many more they would accompany now. */
  free: number
}

/** Topics as they were typed, apart: without blanks around them, each once. */
export function topicsIn(line: string): string[] {
  return [...new Set(line.split(/[,;\n]/).map((topic) => topic.trim()))].filter(Boolean)
}

/** How much of a challenge a request shows; each includes those before it. */
export const shownParts = ['nothing', 'title', 'question', 'situation'] as const
export type ShownPart = (typeof shownParts)[number]

/** The fields of a challenge that go along. */
export function fieldsShown(shown: ShownPart): ('title' | 'learningQuestion' | 'situation')[] {
  return (['title', 'learningQuestion', 'situation'] as const).slice(0, shownParts.indexOf(shown))
}

export type RequestState = 'waiting' | 'accepted' | 'declined' | 'withdrawn' | 'returned'

/** Where a request stands: one that nobody answered in time is back with its learner. */
export function stateOfRequest(kept: Exclude<RequestState, 'returned'>, answerBy: Date, now: Date): RequestState {
  return kept === 'waiting' && answerBy <= now ? 'returned' : kept
}

/** What somebody looks for. Empty: everything. */
export interface Sought {
  text: string
  language: Language | null
  hat: Hat | null
  onlyFree: boolean
}

const folded = (text: string) => text.normalize('NFKD').replace(/\p{M}/gu, '').toLowerCase()

/** Whether an introduction fits what is looked for: every word somewhere in name, topics or way of working. */
export function fits(introduction: Introduction, { text, language, hat, onlyFree }: Sought): boolean {
  const said = folded([introduction.name, ...introduction.topics, introduction.howIWork].join(' '))
  const named = folded(text).split(/\s+/).filter(Boolean)
  return (
    named.every((word) => said.includes(word)) &&
    (language === null || introduction.languages.includes(language)) &&
    (hat === null || introduction.hats.includes(hat)) &&
    (!onlyFree || isOpen(introduction))
  )
}

/** Whether one can ask: not paused, and a place is free. */
export const isOpen = ({ paused, free }: Pick<Introduction, 'paused' | 'free'>): boolean => !paused && free > 0

/** Others who could be asked instead: open, not `asked`, those with most in common first; at most `most`. */
export function alternatives(all: readonly Introduction[], asked: Introduction | undefined, me: string, most = 3): Introduction[] {
  const common = (other: Introduction) =>
    asked === undefined
      ? 0
      : shared(other.topics.map(folded), asked.topics.map(folded)) * 2 +
        shared(other.languages, asked.languages) +
        shared(other.hats, asked.hats)
  return all
    .filter((other) => other.personId !== asked?.personId && other.personId !== me && isOpen(other))
    .map((other) => ({ other, common: common(other) }))
    .sort((a, b) => b.common - a.common || a.other.name.localeCompare(b.other.name))
    .slice(0, most)
    .map(({ other }) => other)
}

const shared = (some: readonly string[], others: readonly string[]) => some.filter((one) => others.includes(one)).length
