import { expect, test } from 'vitest'
import type { RunningAgreement } from '#facilitation/queries/running.ts'
import { helpLines, linesInOrder } from './accompanying.ts'

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
const kinds = (running: RunningAgreement[]) => helpLines({ helpful: [], running }, today).agreed.map(({ kind }) => kind)

test('what is agreed for a later day is not here before that day', () => {
  const every = { rhythm: 'weeks', weeks: 2, lastContactOn: null, cycle: null, isActive: true } as const
  expect(kinds([agreement({ contact: { ...every, since: '2026-11-10' } })])).toEqual([])
  expect(kinds([agreement({ contact: { ...every, since: '2026-11-09' } })])).toEqual(['contact'])
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

test('a word that is wanted comes before what was shared and decided', () => {
  const shared = { journeyId: 'j', learnerName: 'Amara', title: null, at: new Date(0) }
  const lines = helpLines(
    {
      helpful: [
        { ...shared, what: 'declined' },
        { ...shared, what: 'review' },
      ],
      running: [agreement({ waits: 'my_word' }), agreement({ waits: 'my_confirmation' })],
    },
    today,
  )
  expect(linesInOrder(lines).map(({ kind }) => kind)).toEqual(['confirm', 'word', 'review', 'declined'])
})
