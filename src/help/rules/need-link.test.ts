import { expect, test } from 'vitest'
import { missingInAnswer, type NeedLink, standingOfNeed } from './need-link.ts'

const now = new Date('2026-11-23T08:00:00Z')
const yesterday = new Date('2026-11-22T08:00:00Z')
const link = (more: Partial<NeedLink> = {}): NeedLink => ({
  madeAt: new Date('2026-11-20T08:00:00Z'),
  expiresAt: new Date('2026-12-20T08:00:00Z'),
  revokedAt: null,
  answers: [],
  ...more,
})

test('a need that was sent waits, until somebody answers', () => {
  expect(standingOfNeed(null, false, now)).toBe('not_sent')
  expect(standingOfNeed(link(), false, now)).toBe('sent')
  expect(standingOfNeed(link({ answers: [{ kind: 'there', at: yesterday, reply: null }] }), true, now)).toBe('answered')
})

test('a question waits for the learner until there is a word back', () => {
  expect(standingOfNeed(link({ answers: [{ kind: 'question', at: yesterday, reply: null }] }), false, now)).toBe('question')
  expect(standingOfNeed(link({ answers: [{ kind: 'question', at: yesterday, reply: 'Bis Freitag' }] }), false, now)).toBe('sent')
})

test('a link that was renewed is a new one: no question of whoever had it before waits any more', () => {
  const asked = [{ kind: 'question', at: yesterday, reply: null }] as const
  expect(standingOfNeed(link({ answers: asked, madeAt: yesterday }), false, now)).toBe('question')
  expect(standingOfNeed(link({ answers: asked, madeAt: now }), false, now)).toBe('sent')
})

test('a link is over after its day, and at once when it is taken back', () => {
  expect(standingOfNeed(link({ expiresAt: now }), false, now)).toBe('expired')
  expect(standingOfNeed(link({ revokedAt: now }), false, now)).toBe('revoked')
})

test('an answer that the learner set aside again waits anew', () => {
  expect(standingOfNeed(link({ answers: [{ kind: 'there', at: yesterday, reply: null }] }), false, now)).toBe('sent')
})

test('only a question has to have words', () => {
  expect(missingInAnswer({ kind: 'question', body: ' ' })).toBe('body')
  expect(missingInAnswer({ kind: 'not_available', body: '' })).toBeNull()
})
