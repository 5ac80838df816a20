import { de } from '#platform/words/browser/de.ts'
import { blanks, type ElementWord, words } from '#platform/words/browser/index.ts'
import type { Locale } from '#platform/words/words.ts'

/** In the head of every page of somebody signed in: whose drafts these are, and the words that the browser says by itself. */
export const ForBrowser = ({ personId, locale }: { personId: string; locale: Locale }) => {
  const t = words(locale)
  const all = Object.fromEntries(Object.keys(de).map((key) => [key, t(key as ElementWord, blanks)]))
  return (
    <>
      <meta name="lotse-person" content={personId} />
      <meta name="lotse-words" content={JSON.stringify(all)} />
    </>
  )
}
