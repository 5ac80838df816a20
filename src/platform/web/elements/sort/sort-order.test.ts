import { expect, test } from 'vitest'
import { sortOrder } from './sort-order.ts'

const order = ['a', 'b', 'c']

test('a button moves one place up or down', () => {
  expect(sortOrder({ order, move: 'up:c' })).toEqual(['a', 'c', 'b'])
  expect(sortOrder({ order, move: 'down:a' })).toEqual(['b', 'a', 'c'])
})

test('what was dragged arrives as it was put', () => {
  expect(sortOrder({ order: ['c', 'a', 'b'] })).toEqual(['c', 'a', 'b'])
})

test('past either end, and for somebody unknown, nothing moves', () => {
  for (const move of ['up:a', 'down:c', 'up:x', 'nonsense']) expect(sortOrder({ order, move })).toEqual(order)
})
