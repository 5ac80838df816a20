import { expect, test } from 'vitest'
import { type AgreedContact, contactDueOn, isContactDue, isLookDue } from './due.ts'

const weekly: AgreedContact = { rhythm: 'weeks', weeks: 2, since: '2026-03-02', lastContactOn: null, cycle: null, isActive: true }
const inCycle = (cycle: Partial<NonNullable<AgreedContact['cycle']>>, more: Partial<AgreedContact> = {}): AgreedContact => ({
  ...weekly,
  rhythm: 'cycle',
  weeks: null,
  cycle: { openedOn: '2026-03-10', reviewOn: '2026-03-24', isInReview: false, ...cycle },
  ...more,
})

test('contact every two weeks is due two weeks after the agreement began to hold, and not a day earlier', () => {
  expect(contactDueOn(weekly, '2026-03-05')).toBe('2026-03-16')
  expect([isContactDue(weekly, '2026-03-15'), isContactDue(weekly, '2026-03-16')]).toEqual([false, true])
})

test('whenever the two were in touch it begins anew, across the change to summer time as well', () => {
  expect(contactDueOn({ ...weekly, lastContactOn: '2026-03-20' }, '2026-03-21')).toBe('2026-04-03')
})

test('contact from before the agreement in force does not count for it', () => {
  expect(contactDueOn({ ...weekly, lastContactOn: '2026-02-20' }, '2026-03-05')).toBe('2026-03-16')
})

test('on call nothing is ever due: the learner asks', () => {
  expect(contactDueOn({ ...weekly, rhythm: 'on_call', weeks: null }, '2030-01-01')).toBeNull()
})

test('once a cycle means on the day planned for looking back, or as soon as that begins', () => {
  expect(contactDueOn(inCycle({}), '2026-03-12')).toBe('2026-03-24')
  expect(contactDueOn(inCycle({ isInReview: true }), '2026-03-12')).toBe('2026-03-12')
  expect(contactDueOn(inCycle({ reviewOn: null }), '2026-03-12')).toBeNull()
  expect(contactDueOn(inCycle({ reviewOn: null, isInReview: true }), '2026-03-12')).toBe('2026-03-12')
})

test('who was in touch in this cycle owes it nothing more; a new cycle begins anew', () => {
  expect(contactDueOn(inCycle({}, { lastContactOn: '2026-03-11' }), '2026-03-30')).toBeNull()
  expect(contactDueOn(inCycle({}, { lastContactOn: '2026-03-09' }), '2026-03-30')).toBe('2026-03-24')
})

test('in a journey that rests or is over nothing is due', () => {
  expect(isContactDue({ ...weekly, isActive: false }, '2030-01-01')).toBe(false)
})

test('the two look at their agreement after the cycle they named, and every second one after they looked', () => {
  const look = { reviewAfterCycle: 2, cyclesClosedAt: [1, 5], lookedAt: null }
  expect(isLookDue({ ...look, cyclesClosedAt: [1] })).toBe(false)
  expect(isLookDue(look)).toBe(true)
  expect(isLookDue({ ...look, lookedAt: 6 })).toBe(false)
  expect(isLookDue({ ...look, lookedAt: 6, cyclesClosedAt: [1, 5, 8] })).toBe(false)
  expect(isLookDue({ ...look, lookedAt: 6, cyclesClosedAt: [1, 5, 8, 9] })).toBe(true)
})
