import { expect, test } from 'vitest'
import { type Ground, mostSuggested, moved, suggestedAgenda } from './agenda.ts'

const calm: Ground = { phase: null, proposalsWaiting: 0, reviewShared: false, agreementDue: false, openPoints: [] }
const said = (ground: Partial<Ground>) =>
  suggestedAgenda({ ...calm, ...ground }).map((point) => ('suggestion' in point ? point.suggestion : point.carriedFrom))

test('a session about nothing in particular begins with arriving, and with nothing else', () => {
  expect(said({})).toEqual(['arrive'])
})

test.each([
  ['identify', 'challenge'],
  ['plan', 'plan'],
  ['try', 'trying'],
  ['evaluate', 'review'],
  ['close', 'closing'],
  ['transfer', 'transfer'],
] as const)('in the phase %s it is about: %s', (phase, suggestion) => {
  expect(said({ phase })).toEqual(['arrive', suggestion])
})

test('a journey that is done asks for nothing', () => {
  expect(said({ phase: 'done' })).toEqual(['arrive'])
})

test('a review shared since the last time is talked about, and in the phase of evaluating not twice', () => {
  expect(said({ phase: 'plan', reviewShared: true })).toEqual(['arrive', 'plan', 'review'])
  expect(said({ phase: 'evaluate', reviewShared: true })).toEqual(['arrive', 'review'])
})

test('suggestions that wait and an agreement that is due come last', () => {
  expect(said({ phase: 'try', proposalsWaiting: 2, agreementDue: true })).toEqual(['arrive', 'trying', 'proposals', 'agreement'])
})

test('what was left open comes right after arriving, in its order', () => {
  expect(said({ phase: 'plan', openPoints: ['b', 'a'] })).toEqual(['arrive', 'b', 'a', 'plan'])
})

test('there are never more points than fit into an hour, and what the phase asks for stays', () => {
  const points = said({ phase: 'try', proposalsWaiting: 1, agreementDue: true, reviewShared: true, openPoints: ['a', 'b', 'c', 'd', 'e'] })
  expect(points).toHaveLength(mostSuggested)
  expect(points).toEqual(['arrive', 'a', 'b', 'trying', 'review', 'proposals', 'agreement'])
})

test('a point moves by one place, and not out of the list', () => {
  expect(moved(['a', 'b', 'c'], 'c', -1)).toEqual(['a', 'c', 'b'])
  expect(moved(['a', 'b', 'c'], 'a', 1)).toEqual(['b', 'a', 'c'])
  expect(moved(['a', 'b', 'c'], 'a', -1)).toEqual(['a', 'b', 'c'])
  expect(moved(['a', 'b', 'c'], 'x', 1)).toEqual(['a', 'b', 'c'])
})
