import { expect, test } from 'vitest'
import { amara, clockwork, go, places } from '../../../tests/journeys.ts'
import { apply } from '../journey.ts'

test('a journey at rest keeps its place and reminds nobody', () => {
  expect(apply(places.try, { name: 'pause', resumeOn: '2027-01-07' }, amara)).toEqual({
    ok: true,
    journey: { ...places.try, status: 'paused' },
    effects: [{ name: 'stopReminders', until: '2027-01-07' }],
  })
})

test('it goes on where it stopped, with a card to find back in', () => {
  expect(go(places.pausedEvaluate, 'resume')).toEqual(places.evaluate)
  expect(apply(places.pausedEvaluate, { name: 'resume' }, amara)).toMatchObject({ effects: [{ name: 'showReentry' }] })
})

test('after 180 days without a word it comes to rest by itself, with one notice', () => {
  expect(apply(places.plan, { name: 'autoPause', lastWriteOn: '2026-05-28' }, clockwork)).toEqual({ ok: false, reason: 'written_lately' })
  expect(apply(places.plan, { name: 'autoPause', lastWriteOn: '2026-05-27' }, clockwork)).toMatchObject({
    journey: { status: 'paused', phase: 'plan' },
    effects: [{ name: 'stopReminders' }, { name: 'giveNotice' }],
  })
})
