import type { JourneyWords } from '#journey/messages/index.ts'
import type { Texts, WholeJourney } from '#journey/queries/whole.ts'
import type { Locale } from '#platform/words/words.ts'
import type { TrustWords } from '../messages/index.ts'
import type { Block } from './markdown.ts'

/** What every part of the document needs. */
export interface Writing {
  whole: WholeJourney
  locale: Locale
  /** The document's own words, and those of the journey for its choices. */
  t: TrustWords
  j: JourneyWords
  day(value: string): string
  /** The day on which an instant falls for this reader, and the instant with its clock. */
  dayOf(value: string): string
  moment(value: string): string
  nameOf(personId: string): string
  list(names: readonly string[]): string
  /** A field of the learner with its label, which says where only some read it. Nothing where nothing was written. */
  field(about: string, texts: Texts, field: string): Block
  /** The same in one line, for a list. */
  fact(about: string, texts: Texts, field: string): string
}
