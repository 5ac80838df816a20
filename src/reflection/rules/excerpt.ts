const segmenters = { de: new Intl.Segmenter('de', { granularity: 'sentence' }), en: new Intl.Segmenter('en', { granularity: 'sentence' }) }

/** The sentences of a text, as they stand in it, without the space around them. Their order is their number. */
export const sentencesOf = (text: string, language: 'de' | 'en'): string[] =>
  [...segmenters[language].segment(text)].map(({ segment }) => segment.trim()).filter(Boolean)

/**
 * The words of an excerpt: the chosen sentences in their order, with "…" where something was left out between them.
 * Undefined where none is chosen, or one that the text does not have.
 */
export function excerptOf(sentences: readonly string[], chosen: readonly number[]): string | undefined {
  const kept = [...new Set(chosen)].sort((a, b) => a - b)
  if (kept.length === 0 || kept.some((index) => sentences[index] === undefined)) return undefined
  return kept.map((index, n) => (n > 0 && kept[n - 1] !== index - 1 ? `… ${sentences[index]}` : sentences[index])).join(' ')
}
