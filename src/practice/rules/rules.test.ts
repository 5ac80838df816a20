import { expect, test } from 'vitest'
import { locales } from '#platform/words/words.ts'
import { competencies, competencyIds, courseOf, levelInWords, levels, type SelfView, viewInWords, views } from './competency.ts'
import { type CaseFacts, standingOf } from './intervision.ts'
import { namesIn, possibleNames } from './names.ts'

test('nine competencies, each with what others see of it, a sentence and something to try, in every language', () => {
  for (const locale of locales) {
    expect(competencies(locale).map(({ id }) => id)).toEqual(competencyIds)
    expect(competencyIds).toHaveLength(9)
    for (const { behaviours, ...texts } of competencies(locale)) {
      expect(behaviours).toHaveLength(3)
      for (const text of [...Object.values(texts), ...behaviours.map((behaviour) => behaviour.text)]) expect(text).toMatch(/\S/)
    }
    for (const said of [...levels.map((level) => levelInWords(level, locale)), ...views.map((view) => viewInWords(view, locale))])
      expect(said).toMatch(/\S/)
  }
})

test('then and now: a competency shows the days on which it was seen differently, and the last one, the oldest first', () => {
  const days: SelfView[] = [
    { day: '2026-11-01', levels: { 'c-trust': 3 } },
    { day: '2026-03-01', levels: { 'c-trust': 2, 'c-agile': 1 } },
    { day: '2026-06-01', levels: { 'c-trust': 2 } },
    { day: '2026-08-01', levels: { 'c-agile': 4 } },
  ]
  expect(courseOf('c-trust', days)).toEqual([
    { day: '2026-03-01', level: 2 },
    { day: '2026-11-01', level: 3 },
  ])
  expect(courseOf('c-trust', days.slice(1)).map(({ day }) => day)).toEqual(['2026-03-01', '2026-06-01'])
  expect(courseOf('c-groups', days)).toEqual([])
})

const names = ['Amara Okafor', 'Jan-Ole Petersen', 'Ute Lang', 'Li Wu']

test.each([
  ['Mit Amara war es heute leicht.', ['Amara Okafor']],
  ['Amaras Frage hat mich überrascht.', ['Amara Okafor']],
  ['Frau Okafor, und später Ole.', ['Amara Okafor', 'Jan-Ole Petersen']],
  ['Es war ein langes Gespräch, und lang genug.', []],
  ['Ich habe zu früh geantwortet. Der Mut fehlte mir.', []],
  ['amara', []],
])('a name is found where it is written as a name: %s', (text, found) => {
  expect(namesIn(text, names)).toEqual(found)
})

test('what could be a name is every word with a capital, with and without its s', () => {
  expect(possibleNames('Gestern kam Amaras Chef, er lachte.')).toEqual(['gestern', 'amaras', 'amara', 'chef'])
  expect(possibleNames(Array.from({ length: 3000 }, (_, index) => `Wort${'a'.repeat(index % 1500)}`).join(' '))).toHaveLength(1000)
})

const facts: CaseFacts = { withdrawn: false, published: false, consent: { answer: null, wordsHash: null }, wordsHash: 'aa' }

test.each([
  ['about nobody and declared', { published: true, consent: null }, 'published'],
  ['about nobody and changed', { consent: null }, 'undeclared'],
  ['not answered yet', {}, 'waiting'],
  ['agreed to', { published: true, consent: { answer: 'yes', wordsHash: 'aa' } }, 'published'],
  ['agreed to in other words', { consent: { answer: 'yes', wordsHash: 'bb' } }, 'waiting'],
  ['not agreed to', { consent: { answer: 'no', wordsHash: 'aa' } }, 'declined'],
  ['not agreed to in other words', { consent: { answer: 'no', wordsHash: 'bb' } }, 'waiting'],
  ['withdrawn', { withdrawn: true, consent: null }, 'withdrawn'],
] as const)('a case %s stands as it should', (_, more, standing) => {
  expect(standingOf({ ...facts, ...more })).toBe(standing)
})
