import { expect, test } from 'vitest'
import { lookBack } from './look-back.ts'

const today = '2026-11-23'
const found = (...days: string[]) => {
  const back = lookBack(
    days.map((day) => ({ day })),
    today,
  )
  return back && `${back.ago} ${back.entry.day}`
}

test('a month ago is thirty days, or some days more where nothing was written on that day', () => {
  expect(found('2026-10-24')).toBe('month 2026-10-24')
  expect(found('2026-10-18')).toBe('month 2026-10-18')
  expect(found('2026-10-25')).toBeUndefined()
  expect(found('2026-10-17')).toBeUndefined()
})

test('of several the one comes that lies closest to a month ago', () => {
  expect(found('2026-10-19', '2026-10-23', '2026-10-21')).toBe('month 2026-10-23')
})

test('a year ago is rarer, so it goes first', () => {
  expect(found('2026-10-24', '2025-11-23')).toBe('year 2025-11-23')
  expect(found('2025-11-20')).toBe('year 2025-11-20')
  expect(found('2025-11-19')).toBeUndefined()
})

test('where nothing was written then, nothing is shown', () => {
  expect(found('2026-11-22', '2026-08-01')).toBeUndefined()
})
