import type { Locale } from '#platform/words/words.ts'
import content from '../content/competencies.json' with { type: 'json' }

export const levels = [1, 2, 3, 4] as const
/** How somebody sees one competency of theirs. Levels are never added up, averaged or compared between people. */
export type Level = (typeof levels)[number]

export const views = ['seen', 'not_seen', 'unsure'] as const
/** What a peer says about one behaviour: an observation, no mark. */
export type View = (typeof views)[number]

export const competencyIds: readonly string[] = content.competencies.map(({ id }) => id)

/** What somebody who accompanies can practise, in the person's language. */
export interface Competency {
  id: string
  title: string
  description: string
  /** What others can see of it. */
  behaviours: { id: string; text: string }[]
  /** The sentence that one places oneself at. */
  statement: string
  /** A small thing to try next. */
  practice: string
}

/** All competencies, in their order. */
export const competencies = (locale: Locale): Competency[] =>
  content.competencies.map(({ id, title, description, behaviours, selfAssessment, practice }) => ({
    id,
    title: title[locale],
    description: description[locale],
    behaviours: behaviours.map((behaviour) => ({ id: behaviour.id, text: behaviour.text[locale] })),
    statement: selfAssessment.text[locale],
    practice: practice[locale],
  }))

/** The competency with this id, or undefined. */
export const competencyById = (id: string, locale: Locale): Competency | undefined => competencies(locale).find((one) => one.id === id)

export const intro = (locale: Locale): string => content.intro[locale]
export const peerStem = (locale: Locale): string => content.peerView.stem[locale]
export const levelInWords = (level: Level, locale: Locale): string => content.scale.find(({ value }) => value === level)!.label[locale]
export const viewInWords = (view: View, locale: Locale): string =>
  content.peerView.options.find(({ value }) => value === view)!.label[locale]

/** How somebody saw themselves on one day; a competency they left out is not in it. */
export interface SelfView {
  /** YYYY-MM-DD. */
  day: string
  levels: Record<string, Level>
}

/** How one competency was seen, each time it looked different from the time before, and the last time; the oldest first. */
export function courseOf(competency: string, selfViews: readonly SelfView[]): { day: string; level: Level }[] {
  const seen = selfViews
    .flatMap(({ day, levels: given }) => (given[competency] ? [{ day, level: given[competency] }] : []))
    .sort((a, b) => (a.day < b.day ? -1 : 1))
  return seen.filter(({ level }, index) => level !== seen[index - 1]?.level || index === seen.length - 1)
}
