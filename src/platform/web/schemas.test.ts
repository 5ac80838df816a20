import * as v from 'valibot'
import { expect, test } from 'vitest'
import { checkTyped } from './read-form.ts'
import { choice, choices, day, requiredText, text, texts, wholeNumber } from './schemas.ts'

const problemOf = (schema: v.GenericSchema, given: string | string[]) => {
  const read = checkTyped({ field: given }, v.object({ field: schema }))
  return read.ok ? read.value : read.problems.field
}

test('a text that is too long says how much fits', () => {
  expect(problemOf(text(5), 'sechs!')).toEqual({ code: 'too_long', limit: 5 })
  expect(problemOf(text(5), 'fünf!')).toEqual({ field: 'fünf!' })
  expect(problemOf(texts(2, 5), ['fünf!', 'sechs!'])).toEqual({ code: 'too_long', limit: 5 })
})

test('characters count as people count them', () => {
  expect(problemOf(text(2), '👩‍👩‍👧‍👦👍🏽')).toEqual({ field: '👩‍👩‍👧‍👦👍🏽' })
})

test('a required text that is missing says so', () => {
  expect(problemOf(requiredText(5), '')).toMatchObject({ code: 'required' })
})

test('a day has to exist', () => {
  expect(problemOf(day, '2026-02-30')).toEqual({ code: 'not_a_date' })
  expect(problemOf(day, '2028-02-29')).toEqual({ field: '2028-02-29' })
  expect(problemOf(day, '')).toEqual({ field: null })
})

test('numbers keep to their range', () => {
  expect(problemOf(wholeNumber(0, 10), '11')).toEqual({ code: 'out_of_range' })
  expect(problemOf(wholeNumber(0, 10), 'elf')).toEqual({ code: 'not_a_number' })
  expect(problemOf(wholeNumber(0, 10), '10')).toEqual({ field: 10 })
})

test('only what was offered can be chosen', () => {
  expect(problemOf(choice(['a', 'b']), 'c')).toEqual({ code: 'not_a_choice' })
  expect(problemOf(choices(['a', 'b']), ['b', 'a', 'a'])).toEqual({ field: ['a', 'b'] })
})
