import { describe, expect, test } from 'vitest'
import { amara, clockwork, go, lena, type Place, places, soundEvent, tried } from '../../tests/journeys.ts'
import { apply, create, type EventName, erase, eventNames, missingFor, possibleEvents, proposableEvents } from './journey.ts'

const working: Place[] = ['identify', 'plan', 'try', 'evaluate', 'close']
const resting: Place[] = ['pausedIdentify', 'pausedPlan', 'pausedTry', 'pausedEvaluate', 'pausedClose']
const ended: Place[] = ['transfer', 'solvedDone', 'setAside', 'passedOn']

/** From where each event leads on, and for whom: the process in one table. */
const process: Record<EventName, { from: Place[]; who: 'learner' | 'system' }> = {
  start: { from: ['draft'], who: 'learner' },
  reframe: { from: ['plan', 'try', 'evaluate'], who: 'learner' },
  confirmChallenge: { from: ['identify'], who: 'learner' },
  beginTrying: { from: ['plan'], who: 'learner' },
  replan: { from: ['try'], who: 'learner' },
  evaluate: { from: ['try'], who: 'learner' },
  nextCycle: { from: ['evaluate'], who: 'learner' },
  declareSolved: { from: ['evaluate'], who: 'learner' },
  backToWork: { from: ['close'], who: 'learner' },
  closeSolved: { from: ['close'], who: 'learner' },
  setAside: { from: [...working, ...resting], who: 'learner' },
  passOn: { from: working, who: 'learner' },
  pause: { from: working, who: 'learner' },
  resume: { from: resting, who: 'learner' },
  reopen: { from: ended, who: 'learner' },
  answerTransfer: { from: ['transfer'], who: 'learner' },
  declineTransfer: { from: ['transfer'], who: 'learner' },
  autoPause: { from: working, who: 'system' },
}

describe('who moves a journey, and from where', () => {
  test('a journey begins as a draft of its learner, without any cycle', () => {
    expect(create('amara')).toMatchObject({ status: 'draft', phase: 'identify', outcome: null, learnerIds: ['amara'], cycles: [] })
  })

  test.each(eventNames)('%s leads on from its own places and from no other', (name) => {
    const { from, who } = process[name]
    for (const place of Object.keys(places) as Place[]) {
      const listed = possibleEvents(places[place], who).includes(name)
      expect(listed, place).toBe(from.includes(place))
      const answer = apply(places[place], soundEvent(name), who === 'learner' ? amara : clockwork)
      expect(answer.ok === false && answer.reason === 'wrong_phase', place).toBe(!listed)
    }
  })

  test.each(eventNames)('%s is never triggered by a facilitator, wherever the journey is', (name) => {
    for (const journey of Object.values(places)) expect(apply(journey, soundEvent(name), lena)).toMatchObject({ ok: false })
  })

  test('no event at all is possible for a facilitator', () => {
    for (const journey of Object.values(places)) expect(possibleEvents(journey, 'facilitator')).toEqual([])
  })

  test('the system can let a journey rest and nothing else', () => {
    for (const journey of Object.values(places)) {
      const done = eventNames.filter((name) => apply(journey, soundEvent(name), clockwork).ok)
      expect(done).toEqual(journey.status === 'active' ? ['autoPause'] : [])
    }
    expect(apply(places.try, soundEvent('autoPause'), amara)).toEqual({ ok: false, reason: 'not_the_system' })
  })

  test('a facilitator can propose the large moves, and only where they lead on', () => {
    expect(proposableEvents(places.draft)).toEqual(['start'])
    expect(proposableEvents(places.evaluate)).toEqual(['reframe', 'nextCycle', 'declareSolved', 'setAside', 'passOn', 'pause'])
    expect(proposableEvents(places.try)).toEqual(['reframe', 'evaluate', 'setAside', 'passOn', 'pause'])
    expect(proposableEvents(places.transfer)).toEqual(['reopen'])
  })

  test('only the learner erases, and only after confirming it', () => {
    expect(erase('learner', true)).toEqual({ ok: true })
    expect(erase('learner', false)).toEqual({ ok: false, reason: 'not_confirmed' })
    expect(erase('facilitator', true)).toEqual({ ok: false, reason: 'not_the_learner' })
  })
})

test('a page can name the required fields that an event still waits for', () => {
  expect(missingFor(places.draft, 'start')).toHaveLength(7)
  expect(missingFor(places.plan, 'beginTrying')).toEqual(['cycle.focus', 'cycle.plannedReviewOn'])
  expect(missingFor(places.close, 'closeSolved')).toContain('closing.whatMadeTheDifference')
  expect(missingFor(go(tried(places.try), 'evaluate'), 'nextCycle')).toContain('review.insight')
  expect(missingFor(places.try, 'pause')).toEqual([])
})
