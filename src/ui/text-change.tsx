import { type Change, diffWordsWithSpace } from 'diff'
import { type Locale, languageOf } from '#platform/words/words.ts'

const segmenters = new Map<string, Intl.Segmenter>()
function segmenter(locale: Locale): Intl.Segmenter {
  const language = languageOf(locale)
  const known = segmenters.get(language) ?? new Intl.Segmenter(language, { granularity: 'word' })
  segmenters.set(language, known)
  return known
}

/** One stretch of a text: kept on both sides, or what went and what came in its place. */
type Stretch = { kept: string } | { went: string; came: string }

/** Word by word; what stands between two changes without a letter of its own belongs to them, so that sentences are not cut to pieces. */
export function stretchesBetween(before: string, after: string, locale: Locale): Stretch[] {
  const parts = diffWordsWithSpace(before, after, { intlSegmenter: segmenter(locale) })
  const stretches: Stretch[] = []
  parts.forEach((part, index) => {
    const last = stretches.at(-1)
    const bridges = last && 'went' in last && index < parts.length - 1 && !/[\p{L}\p{N}]/u.test(part.value)
    if (isKept(part) && !bridges) stretches.push({ kept: part.value })
    else {
      const change = last && 'went' in last ? last : { went: '', came: '' }
      if (change !== last) stretches.push(change)
      if (!part.added) change.went += part.value
      if (!part.removed) change.came += part.value
    }
  })
  return stretches
}

const isKept = ({ added, removed }: Change) => !added && !removed

interface TextChangeProps {
  before: string
  after: string
  locale: Locale
  /** Inside a sentence; without it the text stands as a block of its own. */
  inline?: boolean
}

/** A text with what changed in it: what went is struck through, what came is underlined. */
export const TextChange = ({ before, after, locale, inline }: TextChangeProps) => {
  const changed = stretchesBetween(before, after, locale).map((stretch) =>
    'kept' in stretch ? (
      stretch.kept
    ) : (
      <>
        {stretch.went && <del>{stretch.went}</del>}
        {stretch.went && stretch.came && ' '}
        {stretch.came && <ins>{stretch.came}</ins>}
      </>
    ),
  )
  return inline ? (
    <span class="words-inline" dir="auto">
      {changed}
    </span>
  ) : (
    <div class="words" dir="auto">
      {changed}
    </div>
  )
}
