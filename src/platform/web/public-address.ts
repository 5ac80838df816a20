import { type Locale, languageOf } from '#platform/words/words.ts'
import type { Ask } from './env.ts'

/** Where a public page lies, and whether search engines are to list it. */
export interface PublicAddress {
  origin: string
  path: string
  /** The language that the address asks for; without one the page follows whoever reads it. */
  language: 'de' | 'en' | undefined
  /** One address has one German: the other form of address is for reading, not for listing. */
  listed: boolean
}

/** The address that was asked for, with its language and without anything else that follows the question mark. */
export function publicAddress(c: Ask, locale: Locale): PublicAddress {
  const { origin, organisation } = c.var
  return {
    origin,
    path: c.req.path,
    language: c.req.query('lang') === undefined ? undefined : languageOf(locale),
    listed: locale !== 'de-formal' || organisation?.locale === 'de-formal',
  }
}
