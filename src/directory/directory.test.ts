import { expect, test } from 'vitest'
import { alternatives, fieldsShown, fits, type Introduction, isOpen, type Sought, stateOfRequest } from './directory.ts'

const lena: Introduction = {
  personId: 'lena',
  name: 'Lena Brandt',
  topics: ['Übergaben', 'Gespräche'],
  languages: ['de', 'en'],
  hats: ['facilitation', 'coaching'],
  howIWork: 'Ich frage viel.',
  places: 3,
  replyDays: 3,
  paused: false,
  portrait: null,
  free: 1,
}
const person = (given: Partial<Introduction>): Introduction => ({ ...lena, ...given })
const anything: Sought = { text: '', language: null, hat: null, onlyFree: false }

test('a search finds every word, wherever it stands, with or without its dots', () => {
  expect(fits(lena, { ...anything, text: 'ubergaben FRAGE' })).toBe(true)
  expect(fits(lena, { ...anything, text: 'Übergaben Brandt' })).toBe(true)
  expect(fits(lena, { ...anything, text: 'Übergaben Schweißen' })).toBe(false)
})

test('language, hat and free places each narrow the search', () => {
  expect(fits(lena, { ...anything, language: 'en' })).toBe(true)
  expect(fits(lena, { ...anything, language: 'pl' })).toBe(false)
  expect(fits(lena, { ...anything, hat: 'training' })).toBe(false)
  expect(fits(person({ free: 0 }), { ...anything, onlyFree: true })).toBe(false)
  expect(fits(person({ free: 0 }), anything)).toBe(true)
})

test('one can ask whoever has a place and is not pausing', () => {
  expect([isOpen(lena), isOpen(person({ paused: true })), isOpen(person({ free: 0 }))]).toEqual([true, false, false])
})

test('a request shows of the challenge what its learner chose, and no more', () => {
  expect(fieldsShown('nothing')).toEqual([])
  expect(fieldsShown('title')).toEqual(['title'])
  expect(fieldsShown('question')).toEqual(['title', 'learningQuestion'])
  expect(fieldsShown('situation')).toEqual(['title', 'learningQuestion', 'situation'])
})

test('what nobody answered in time is back with the learner; what was answered stays answered', () => {
  const by = new Date('2026-03-05T12:00:00Z')
  expect(stateOfRequest('waiting', by, new Date('2026-03-05T11:59:59Z'))).toBe('waiting')
  expect(stateOfRequest('waiting', by, by)).toBe('returned')
  expect(stateOfRequest('declined', by, new Date('2026-04-01T00:00:00Z'))).toBe('declined')
})

test('instead of somebody one is offered others who are open, those with most in common first, never oneself', () => {
  const milan = person({ personId: 'milan', name: 'Milan', topics: ['Excel'] })
  const rahel = person({ personId: 'rahel', name: 'Rahel', topics: ['Übergaben'] })
  const full = person({ personId: 'full', free: 0 })
  const amara = person({ personId: 'amara' })
  const offered = alternatives([milan, rahel, full, amara, lena], lena, 'amara')
  expect(offered.map(({ personId }) => personId)).toEqual(['rahel', 'milan'])
  expect(alternatives([milan, rahel], lena, 'amara', 1)).toHaveLength(1)
})
