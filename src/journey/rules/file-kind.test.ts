import { expect, test } from 'vitest'
import { fileKind, tidyName } from './file-kind.ts'

const bytes = (...parts: (string | number[])[]) =>
  Uint8Array.from(parts.flatMap((part) => (typeof part === 'string' ? [...part].map((letter) => letter.charCodeAt(0)) : part)))

test.each([
  ['image/png', bytes([0x89], 'PNG\r\n', [0x1a], '\n rest')],
  ['image/jpeg', bytes([0xff, 0xd8, 0xff, 0xe0])],
  ['image/gif', bytes('GIF89a rest')],
  ['image/webp', bytes('RIFF', [1, 2, 3, 4], 'WEBPVP8 ')],
  ['application/pdf', bytes('%PDF-1.7')],
  ['audio/mpeg', bytes('ID3', [4, 0])],
  ['audio/mpeg', bytes([0xff, 0xfb, 0x90])],
  ['audio/mp4', bytes([0, 0, 0, 32], 'ftypM4A ')],
  ['audio/ogg', bytes('OggS', [0])],
  ['text/plain', new TextEncoder().encode('Grüße\n\taus der Nacht')],
])('%s is known by its first bytes', (kind, content) => {
  expect(fileKind(content)).toBe(kind)
})

test.each([
  ['a program', bytes([0x7f], 'ELF', [2, 1, 1, 0])],
  ['a zip archive', bytes('PK', [3, 4, 0, 0])],
  ['a picture that can carry a script, cut in the middle of a letter', bytes('<svg>', [0xc3])],
  ['a film', bytes([0, 0, 0, 32], 'ftypqt  ')],
  ['nothing at all', bytes()],
])('%s is not taken', (_, content) => {
  expect(fileKind(content)).toBeNull()
})

test('a page of HTML is only ever text', () => {
  expect(fileKind(new TextEncoder().encode('<!doctype html><script>alert(1)</script>'))).toBe('text/plain')
})

test('a name keeps its letters and loses its path and what would turn it around', () => {
  expect(tidyName('C:\\Fotos\\Tafel Übergabe.png')).toBe('Tafel Übergabe.png')
  expect(tidyName('../../etc/passwd')).toBe('passwd')
  expect(tidyName('rechnung\u202Egnp.exe\u0007')).toBe('rechnunggnp.exe')
  expect([...tidyName('🌊'.repeat(300))]).toHaveLength(200)
})
