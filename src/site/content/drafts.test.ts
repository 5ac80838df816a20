import { expect, test } from 'vitest'
import { locales } from '#platform/words/words.ts'
import { textKinds } from '../site.ts'
import { draftOf } from './drafts.ts'

test('every draft names the organisation or leads to it, and marks what only the organisation knows', () => {
  for (const locale of locales)
    for (const kind of textKinds) {
      const draft = draftOf(kind, locale, 'Nord*werk')
      expect(draft).not.toContain('{')
      expect(draft).toMatch(/\[[^\]]{4,}\](?!\()/)
      if (kind !== 'accessibility') expect(draft).toContain('Nord\\*werk')
    }
})

test('the formal drafts address nobody informally', () => {
  for (const kind of textKinds) expect(draftOf(kind, 'de-formal', 'Nordwerk')).not.toMatch(/\b(du|dich|dir|dein\w*|schreib)\b/i)
})
