const wordsIn = (text: string) => text.match(/[\p{L}\p{M}]+/gu) ?? []

/** The words of a text that could be names, in lower case, each once; of "Amaras" also "amara". At most a thousand. */
export function possibleNames(text: string): string[] {
  const capital = wordsIn(text).filter((word) => /^\p{Lu}/u.test(word) && word.length > 2)
  return [...new Set(capital.flatMap((word) => [word, word.replace(/s$/, '')].map((one) => one.toLowerCase())))].slice(0, 1000)
}

/**
 * Names of people of which a part stands in the text, as the names are written; in German a name may carry an s.
 * A hint and no proof: "Lang" may be a name or a word, and whom the list does not know is not found.
 */
export function namesIn(text: string, names: readonly string[]): string[] {
  const words = new Set(wordsIn(text))
  const stands = (part: string) => part.length > 2 && (words.has(part) || words.has(`${part}s`))
  return [...new Set(names)].filter((name) => wordsIn(name).some(stands))
}
