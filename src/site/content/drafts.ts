import type { Locale } from '#platform/words/words.ts'
import type { TextKind } from '../site.ts'
import { drafts as de } from './drafts-de.ts'
import { drafts as formal } from './drafts-de-formal.ts'
import { drafts as en } from './drafts-en.ts'

/** What stands on a public page until the organisation has written it itself, in Markdown. Square brackets say what only the organisation knows. */
export function draftOf(kind: TextKind, locale: Locale, organisation: string): string {
  const own = locale === 'en' ? en : locale === 'de-formal' ? { ...de, ...formal } : de
  // The name stands inside Markdown: signs in it stay signs.
  return own[kind].replaceAll('{organisation}', organisation.replace(/[\\`*_[\]<>#|]/g, '\\$&')).trim()
}
