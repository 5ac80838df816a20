import { impulsesInBrief } from '#library/library.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import type { PageData } from '../elements/lotse-quickscan.tsx'
import { de } from '../messages/de.ts'
import { type QuickscanWord, words } from '../messages/index.ts'
import { type Constants, type Form, instrument } from '../quickscan.ts'
import { type Brought, saidIn } from '../rules/said.ts'

/** What a result needs besides the answers, in one language. */
export const broughtIn = (locale: Locale, constants: Constants): Brought => ({
  said: saidIn(instrument, locale),
  impulses: impulsesInBrief(locale),
  constants,
  language: languageOf(locale),
})

const inBrowser = /^(take|result|after|donate)\./
/** Places that the browser fills in; here each stands for itself. */
const places = ['n', 'total', 'dimension', 'values', 'value', 'low', 'high', 'date']
const blanks = Object.fromEntries(places.map((name) => [name, `{${name}}`]))

/** Who the page is drawn for, as far as it makes a difference to the self-test. */
type Visit = Pick<PageData, 'locale' | 'signedIn' | 'mayRegister' | 'constants'>

/** All that the self-test in the browser needs, so that it asks the server for nothing. */
export function pageData(form: Form, { locale, signedIn, mayRegister, constants }: Visit): PageData {
  const t = words(locale)
  const keys = (Object.keys(de) as QuickscanWord[]).filter((key) => inBrowser.test(key))
  return {
    ...broughtIn(locale, constants),
    form,
    locale,
    signedIn,
    mayRegister,
    words: Object.fromEntries(keys.map((key) => [key, t(key, blanks)])),
  }
}
