import { expect, test } from 'vitest'
import { defineWords } from './words.ts'

const words = defineWords({
  de: {
    plain: 'Guten Tag',
    named: '{name} liest mit',
    counted: '{count, plural, one {Ein Schritt} other {# Schritte}}',
    quoted: "Sag '{'nichts'}' und {name}",
    polite: 'Du schreibst',
  },
  'de-formal': { polite: 'Sie schreiben' },
  en: {
    plain: 'Hello',
    named: '{name} reads along',
    counted: '{count, plural, one {One step} other {# steps}}',
    quoted: 'Say nothing, {name}',
    polite: 'You write',
  },
})

test('a name is put where it belongs, whatever it holds', () => {
  expect(words('de')('named', { name: '{name} <b>' })).toBe('{name} <b> liest mit')
  expect(words('de')('named', { name: '' })).toBe(' liest mit')
})

test('numbers choose their form and are written as the language does', () => {
  expect(words('de')('counted', { count: 1 })).toBe('Ein Schritt')
  expect(words('de')('counted', { count: 1200 })).toBe('1.200 Schritte')
  expect(words('en')('counted', { count: 1200 })).toBe('1,200 steps')
})

test('quoted braces are braces', () => {
  expect(words('de')('quoted', { name: 'Lena' })).toBe('Sag {nichts} und Lena')
})

test('a value that a message needs and nobody gave is a bug, not a gap in a sentence', () => {
  expect(() => words('de')('named', {})).toThrow()
})

test('formal German differs where it has to and is German everywhere else', () => {
  expect(words('de-formal')('polite')).toBe('Sie schreiben')
  expect(words('de-formal')('plain')).toBe('Guten Tag')
})
