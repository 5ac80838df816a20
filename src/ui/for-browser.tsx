import { de } from '#platform/words/browser/de.ts'
import { blanks, type ElementWord, words } from '#platform/words/browser/index.ts'
import type { Locale } from '#platform/words/words.ts'

/** In the head of every page of somebody signed in: whose drafts these are, and the words that the browser says by itself. */
export const ForBrowser = ({ personId, locale }: { personId: string; locale: Locale }) => {
  return (
    <>
      <meta name="lotse-person" content={personId} />
      <meta name="lotse-words" content={allIn(locale)} />
    </>
  )
}

const kept = new Map<Locale, string>()

/** All of them as JSON; the same for everybody who reads a language, so they are put together once. */
function allIn(locale: Locale): string {
  const t = words(locale)
  const all = kept.get(locale) ?? JSON.stringify(Object.fromEntries(Object.keys(de).map((key) => [key, t(key as ElementWord, blanks)])))
  kept.set(locale, all)
  return all
}
