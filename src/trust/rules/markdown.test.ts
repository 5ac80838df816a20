import fc from 'fast-check'
import MarkdownIt from 'markdown-it'
import { expect, test } from 'vitest'
import { blocks, facts, heading, indented, paragraphs, quote, told } from './markdown.ts'

const reader = new MarkdownIt('commonmark')
const plain = (html: string) =>
  html
    .replace(/<[^>]+>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&')
const tokens = (markdown: string) => new Set(reader.parse(markdown, {}).map((token) => token.type))
const words = (text: string) => text.split(/\s+/).filter(Boolean)
const typed = fc.string({
  unit: fc.constantFrom(
    'a',
    'ß',
    '#',
    '*',
    '_',
    '`',
    '>',
    '<',
    '&',
    '[',
    ']',
    '(',
    ')',
    '!',
    '\\',
    '-',
    '+',
    '=',
    '1',
    '.',
    '|',
    '~',
    ' ',
    '\n',
    ':',
    '"',
    '/',
  ),
  maxLength: 60,
})

test('whatever somebody typed is read as it was typed', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(words(plain(reader.render(paragraphs(text))))).toEqual(words(text))
    }),
    { numRuns: 2000 },
  )
})

test('nothing that somebody typed turns into anything but a paragraph', () => {
  const harmless = new Set(['paragraph_open', 'inline', 'paragraph_close'])
  fc.assert(
    fc.property(typed, (text) => {
      expect([...tokens(paragraphs(text))].filter((type) => !harmless.has(type))).toEqual([])
    }),
    { numRuns: 2000 },
  )
})

test('words inside a line cannot leave it', () => {
  fc.assert(
    fc.property(typed, (text) => {
      expect(reader.render(heading(2, `x${text}`)).match(/<h2>/g)).toHaveLength(1)
      expect(reader.render(facts([['Stand', `x${text}`]])).match(/<li>/g)).toHaveLength(1)
    }),
    { numRuns: 500 },
  )
})

test('lines, paragraphs and quotations stay what they are', () => {
  expect(paragraphs('eins\nzwei\n\ndrei')).toBe('eins\\\nzwei\n\ndrei')
  expect(reader.render(quote(paragraphs('eins\n\nzwei')))).toBe('<blockquote>\n<p>eins</p>\n<p>zwei</p>\n</blockquote>\n')
  expect(indented('1. ', 'eins\n\n- zwei')).toBe('1. eins\n\n   - zwei')
})

test('what was left empty leaves nothing behind', () => {
  expect(blocks(told('Lernfrage', ' '), facts([['Stand', null]]), heading(2, 'Plan'))).toBe('## Plan')
})

test('a fact keeps no full stop before its colon', () => {
  expect(facts([['Ich warte, bis die Frage fertig ist.', 'gelingt mir meistens']])).toBe(
    '* Ich warte, bis die Frage fertig ist: gelingt mir meistens',
  )
})
