import { diffWordsWithSpace } from 'diff'
import { type Locale, languageOf } from '#platform/words/words.ts'

const segmenters = new Map<string, Intl.Segmenter>()
function segmenter(locale: Locale): Intl.Segmenter {
  const language = languageOf(locale)
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, known)
  return known
}

/** A text with what changed in it, word by word: what went is struck through, what came is underlined. */
export const TextChange = ({ before, after, locale }: { before: string; after: string; locale: Locale }) => (
  <div class="words" dir="auto">
    {diffWordsWithSpace(before, after, { intlSegmenter: segmenter(locale) }).map(({ added, removed, value }) =>
      added ? <ins>{value}</ins> : removed ? <del>{value}</del> : value,
    )}
  </div>
)
