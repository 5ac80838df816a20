import { expect, test } from 'vitest'
import type { RunningAgreement } from '#facilitation/queries/running.ts'
import type { HelpfulNow } from '#journey/queries/accompanied.ts'
import { helpedNow } from './accompanying.ts'

const today = '2026-11-23'
const agreement = (changes: Partial<RunningAgreement>): RunningAgreement => ({
  id: 'a',
  journeyId: 'j',
  isLearner: false,
  otherName: 'Amara',
  title: 'Übergabe',
  waits: null,
  contact: null,
  look: null,
  isOnTrial: false,
  since: new Date(0),
  ...changes,
})
const shared = (changes: Partial<HelpfulNow>): HelpfulNow => ({
  journeyId: 'j',
  learnerName: 'Amara',
  title: null,
  at: new Date(0),
  what: 'review',
  ...changes,
})
const due = { rhythm: 'weeks', weeks: 2, since: '2026-11-09', lastContactOn: null, cycle: null, isActive: true } as const
const helped = (running: RunningAgreement[], helpful: HelpfulNow[] = [], toMeetAbout: string[] = []) =>
  helpedNow({ helpful, running, toMeetAbout }, today)
const kinds = (running: RunningAgreement[], helpful: HelpfulNow[] = []) =>
  helped(running, helpful).flatMap(({ lines }) => lines.map(({ kind }) => kind))

test('what is agreed for a later day is not here before that day', () => {
  expect(kinds([agreement({ contact: { ...due, since: '2026-11-10' } })])).toEqual([])
  expect(kinds([agreement({ contact: due })])).toEqual(['contact'])
})

test('where the two are going to meet, the agreed contact is on its way and nothing is to be done', () => {
  const running = [agreement({ contact: due }), agreement({ journeyId: 'k', contact: due })]
  expect(helped(running, [], ['j']).map(({ journeyId }) => journeyId)).toEqual(['k'])
})

test('an agreement is looked at again after the cycle that the two named, unless another version of it lies there', () => {
  const look = { reviewAfterCycle: 1, cyclesClosedAt: [1], lookedAt: null }
  expect(kinds([agreement({ look: { ...look, cyclesClosedAt: [] } })])).toEqual([])
  expect(kinds([agreement({ look })])).toEqual(['look'])
  expect(kinds([agreement({ look, waits: 'my_confirmation' })])).toEqual(['confirm'])
})

test('nothing of a journey of one’s own is here', () => {
  expect(kinds([agreement({ isLearner: true, waits: 'my_confirmation', isOnTrial: true })])).toEqual([])
})

test('all that would help in one journey stands together, what wants a word before what is only to be known', () => {
  const running = [agreement({ waits: 'my_word', contact: due })]
  expect(kinds(running, [shared({ what: 'declined' }), shared({ what: 'review' })])).toEqual(['word', 'review', 'contact', 'declined'])
  expect(helped(running, [shared({})])).toHaveLength(1)
})

test('journeys that want a word come first, then the names decide, never who did something when', () => {
  const order = helped(
    [agreement({ journeyId: 'c', otherName: 'Carla', waits: 'my_confirmation' })],
    [
      shared({ journeyId: 'b', learnerName: 'Bassam', at: new Date(9) }),
      shared({ at: new Date(1) }),
      shared({ journeyId: 'd', what: 'accepted' }),
    ],
  )
  expect(order.map(({ journeyId }) => journeyId)).toEqual(['c', 'j', 'b', 'd'])
})
