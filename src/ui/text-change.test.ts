import { expect, test } from 'vitest'
import { stretchesBetween } from './text-change.tsx'

test('one changed word is one change, and the rest is kept', () => {
  expect(stretchesBetween('Am Morgen fehlt etwas.', 'Am Abend fehlt etwas.', 'de')).toEqual([
    { kept: 'Am ' },
    { went: 'Morgen', came: 'Abend' },
    { kept: ' fehlt etwas.' },
  ])
})

test('a new sentence replaces the old one as a whole', () => {
  expect(stretchesBetween('Es fehlt Zeit', 'Niemand fragt nach', 'de')).toEqual([{ went: 'Es fehlt Zeit', came: 'Niemand fragt nach' }])
})

test('both texts can be read out of what is shown', () => {
  const [before, after] = ['Zwei Zeilen,\nund ein „Zitat“.', 'Drei Zeilen, und\nein Zitat mehr.']
  const stretches = stretchesBetween(before, after, 'de')
  expect(stretches.map((stretch) => ('kept' in stretch ? stretch.kept : stretch.went)).join('')).toBe(before)
  expect(stretches.map((stretch) => ('kept' in stretch ? stretch.kept : stretch.came)).join('')).toBe(after)
})

test('where nothing changed nothing is marked', () => {
  expect(stretchesBetween('Wie frage ich nach?', 'Wie frage ich nach?', 'de')).toEqual([{ kept: 'Wie frage ich nach?' }])
})
