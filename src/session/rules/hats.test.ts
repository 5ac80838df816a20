import { expect, test } from 'vitest'
import type { HatSegment, Session } from '../session.ts'
import { askedNow, hatNow, mayAnswer, mayAsk, wearableHats } from './hats.ts'

const at = new Date('2026-11-23T10:00:00Z')
const segment = (more: Partial<HatSegment> = {}): HatSegment => ({
  id: 'h1',
  personId: 'lena',
  name: 'Lena',
  hat: 'coaching',
  purpose: '',
  minutes: 30,
  answeredAt: null,
  startedAt: null,
  endedAt: null,
  ...more,
})
const asked = segment()
const worn = segment({ answeredAt: at, startedAt: at })
type Given = Pick<Session, 'state' | 'hats' | 'journeyId' | 'journey' | 'allowedHats'>
const session = (more: Partial<Given> = {}): Given => ({
  state: 'running',
  hats: [],
  journeyId: 'j1',
  journey: { learnerId: 'amara', learnerName: 'Amara', title: null },
  allowedHats: null,
  ...more,
})

test('without another, the hat is facilitation; a declined and a former one change nothing', () => {
  expect(hatNow([])).toBe('facilitation')
  expect(hatNow([segment({ answeredAt: at }), segment({ answeredAt: at, startedAt: at, endedAt: at })])).toBe('facilitation')
  expect(hatNow([worn])).toBe('coaching')
  expect(askedNow([worn])).toBeUndefined()
})

test('who accompanies asks while the session runs, and once at a time; the learner of the journey wears no hat', () => {
  expect(mayAsk(session(), 'lena')).toBeUndefined()
  expect(mayAsk(session(), 'amara')).toBe('own_journey')
  expect(mayAsk(session({ state: 'planned' }), 'lena')).toBe('not_running')
  expect(mayAsk(session({ hats: [asked] }), 'lena')).toBe('asked_already')
  expect(mayAsk(session({ journey: null }), 'amara')).toBeUndefined()
})

test('only hats of the agreement can be asked for; where there is none, all', () => {
  expect(wearableHats(['facilitation', 'training'])).toEqual(['training'])
  expect(wearableHats(null)).toEqual(['coaching', 'training'])
  expect(mayAsk(session({ allowedHats: ['facilitation'] }), 'lena')).toBe('not_agreed')
})

test('the learner answers; without a journey anybody but who asked', () => {
  expect(mayAnswer(session({ hats: [asked] }), 'amara', 'h1')).toBe(true)
  expect(mayAnswer(session({ hats: [asked] }), 'rahel', 'h1')).toBe(false)
  expect(mayAnswer(session({ hats: [asked] }), 'lena', 'h1')).toBe(false)
  expect(mayAnswer(session({ hats: [asked], journey: null }), 'coach from outside', 'h1')).toBe(false)
  expect(mayAnswer(session({ hats: [asked], journeyId: null, journey: null }), 'jonas', 'h1')).toBe(true)
  expect(mayAnswer(session({ hats: [worn] }), 'amara', 'h1')).toBe(false)
})
