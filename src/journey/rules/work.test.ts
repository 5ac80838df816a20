import { describe, expect, test } from 'vitest'
import {
  amara,
  convincing,
  described,
  go,
  goingOn,
  inOpenCycle,
  places,
  planned,
  reading,
  reviewed,
  trial,
  tried,
  write,
} from '../../../tests/journeys.ts'
import { apply } from '../journey.ts'

describe('start', () => {
  test('a described challenge starts the first cycle, with or without anybody who accompanies', () => {
    const answer = apply(described(places.draft), { name: 'start' }, amara)
    expect(answer).toMatchObject({
      ok: true,
      journey: { status: 'active', phase: 'plan', facilitatorIds: [], cycles: [{ number: 1, state: 'open', challengeVersion: 1 }] },
      effects: [{ name: 'noteStart' }, { name: 'openCycle', cycle: 1, challengeVersion: 1 }],
    })
  })

  test('an empty challenge is told field by field', () => {
    const fields = ['title', 'situation', 'kind', 'learningQuestion', 'successSigns', 'learnable', 'riskFlags']
    const missing = { ok: false, reason: 'missing_fields', fields: fields.map((field) => `challenge.${field}`) }
    expect(apply(places.draft, { name: 'start' }, amara)).toEqual(missing)
  })

  test('blank words are no words', () => {
    const journey = described(places.draft)
    const blank = { ...journey, challenge: { ...journey.challenge, title: '  ' } }
    expect(apply(blank, { name: 'start' }, amara)).toMatchObject({ fields: ['challenge.title'] })
  })

  test('what cannot be learned may be started all the same', () => {
    const journey = described(places.draft)
    expect(apply({ ...journey, challenge: { ...journey.challenge, learnable: 'no' } }, { name: 'start' }, amara).ok).toBe(true)
  })
})

describe('reframe', () => {
  const reframe = { name: 'reframe', reason: 'It is about the handover.' } as const

  test('writes a new version and keeps the open cycle with its steps', () => {
    const answer = apply(places.try, reframe, amara)
    expect(answer).toMatchObject({
      ok: true,
      journey: { phase: 'identify', challenge: { version: 2 }, cycles: [{ number: 1, state: 'open', challengeVersion: 1 }] },
      effects: [{ name: 'newChallengeVersion', version: 2, reason: reframe.reason }],
    })
    expect(answer.ok && answer.journey.cycles[0]?.steps).toEqual(places.try.cycles[0]?.steps)
  })

  test('after a complete review closes the cycle as reviewed and opens the next one in identify', () => {
    expect(apply(reviewed(places.evaluate, goingOn), reframe, amara)).toMatchObject({
      ok: true,
      journey: { phase: 'identify', cycles: [{ state: 'reviewed' }, { number: 2, state: 'open', challengeVersion: 2 }] },
      effects: [
        { name: 'closeCycle', cycle: 1, as: 'reviewed' },
        { name: 'newChallengeVersion', version: 2 },
        { name: 'openCycle', cycle: 2, challengeVersion: 2 },
      ],
    })
  })

  test('asks for a reason of at most 300 characters', () => {
    expect(apply(places.plan, { name: 'reframe', reason: ' ' }, amara)).toMatchObject({ fields: ['reframe.reason'] })
    expect(apply(places.plan, { name: 'reframe', reason: 'a'.repeat(301) }, amara)).toEqual({ ok: false, reason: 'too_long', max: 300 })
    expect(apply(places.plan, { name: 'reframe', reason: 'a'.repeat(300) }, amara).ok).toBe(true)
  })
})

test('confirming a reframed challenge links the open cycle to its new version, whose fields are required again', () => {
  expect(apply(places.identify, { name: 'confirmChallenge' }, amara)).toMatchObject({
    ok: true,
    journey: { phase: 'plan', cycles: [{ number: 1, challengeVersion: 2 }] },
    effects: [{ name: 'linkChallenge', cycle: 1, version: 2 }],
  })
  const unsure = write(places.identify, 'challenge', { challenge: { ...places.identify.challenge, learningQuestion: null } })
  expect(apply(unsure, { name: 'confirmChallenge' }, amara)).toMatchObject({ fields: ['challenge.learningQuestion'] })
})

describe('begin trying', () => {
  test('asks for a focus, a day for the review and at least one step', () => {
    expect(apply(places.plan, { name: 'beginTrying' }, amara)).toMatchObject({ fields: ['cycle.focus', 'cycle.plannedReviewOn'] })
    expect(apply(planned(places.plan, []), { name: 'beginTrying' }, amara)).toEqual({ ok: false, reason: 'no_step' })
  })

  test('asks of every step what, of which kind and by when, naming each field once', () => {
    const vague = [
      { ...trial, what: null, kind: null },
      { ...reading, what: '', byWhen: null },
    ]
    expect(apply(planned(places.plan, vague), { name: 'beginTrying' }, amara)).toEqual({
      ok: false,
      reason: 'missing_fields',
      fields: ['step.what', 'step.kind', 'step.byWhen'],
    })
  })

  test('a plan of seven steps can be tried, one of eight cannot', () => {
    const steps = Array.from({ length: 8 }, (_, index) => ({ ...trial, id: `step ${index}` }))
    expect(apply(planned(places.plan, steps.slice(1)), { name: 'beginTrying' }, amara).ok).toBe(true)
    expect(apply(planned(places.plan, steps), { name: 'beginTrying' }, amara)).toEqual({ ok: false, reason: 'too_many_steps' })
  })

  test('the first time is noted, later ones are not', () => {
    expect(apply(planned(places.plan), { name: 'beginTrying' }, amara)).toMatchObject({ effects: [{ name: 'noteTryStart', cycle: 1 }] })
    expect(apply(go(places.try, 'replan'), { name: 'beginTrying' }, amara)).toMatchObject({ ok: true, effects: [] })
  })
})

describe('replan', () => {
  test('stays in the cycle and keeps every changed step', () => {
    expect(apply(places.try, { name: 'replan', changedStepIds: ['reading'] }, amara)).toMatchObject({
      ok: true,
      journey: {
        phase: 'plan',
        cycles: [
          {
            state: 'open',
            steps: [
              { id: 'reading', status: 'changed' },
              { id: 'trial', status: 'planned' },
            ],
          },
        ],
      },
      effects: [{ name: 'markStepsChanged', stepIds: ['reading'] }],
    })
  })

  test('leaves alone what was done and what is not there', () => {
    const replan = { name: 'replan', changedStepIds: ['trial', 'stranger', 'reading'] } as const
    const refusal = { ok: false, reason: 'steps_not_changeable', stepIds: ['trial', 'stranger'] }
    expect(apply(tried(places.try), replan, amara)).toEqual(refusal)
  })

  test('asks nothing more of a step that was changed', () => {
    const replanned = planned(go(places.try, 'replan'), [{ ...reading, what: null, status: 'changed' }, trial])
    expect(apply(replanned, { name: 'beginTrying' }, amara).ok).toBe(true)
  })

  test('a plan of nothing but changed steps is no plan', () => {
    const answer = apply(places.try, { name: 'replan', changedStepIds: ['reading', 'trial'] }, amara)
    expect(answer.ok && apply(answer.journey, { name: 'beginTrying' }, amara)).toEqual({ ok: false, reason: 'no_step' })
  })
})

describe('evaluate', () => {
  test.each(['done', 'partly_done', 'dropped'] as const)('opens the review once a step is %s', (status) => {
    expect(apply(tried(places.try, status), { name: 'evaluate' }, amara)).toMatchObject({
      journey: { phase: 'evaluate' },
      effects: [{ name: 'openReview', cycle: 1 }],
    })
  })

  test.each(['planned', 'doing', 'changed'] as const)('has nothing to look at while every step is %s', (status) => {
    expect(apply(tried(places.try, status), { name: 'evaluate' }, amara)).toEqual({ ok: false, reason: 'nothing_tried' })
  })

  test('finds again the review that was begun before a reframe', () => {
    const begun = { ...goingOn, insight: null }
    const back = go(reviewed(places.evaluate, begun), 'reframe', 'confirmChallenge', 'beginTrying', 'evaluate')
    expect(back.cycles[0]?.review).toEqual(begun)
  })
})

describe('next cycle', () => {
  test('closes this cycle, opens the next and offers what is unfinished', () => {
    expect(apply(reviewed(places.evaluate, goingOn), { name: 'nextCycle' }, amara)).toMatchObject({
      ok: true,
      journey: { phase: 'plan', cycles: [{ state: 'reviewed' }, { number: 2, state: 'open', steps: [] }] },
      effects: [
        { name: 'closeCycle', cycle: 1, as: 'reviewed' },
        { name: 'openCycle', cycle: 2 },
        { name: 'proposeCarryOver', fromCycle: 1, stepIds: ['reading'] },
      ],
    })
  })

  test('offers nothing where nothing is unfinished', () => {
    const journey = reviewed(places.evaluate, goingOn)
    const finished = { ...journey, ...inOpenCycle(journey, { steps: [{ ...trial, status: 'done' as const }] }) }
    const answer = apply(finished, { name: 'nextCycle' }, amara)
    expect(answer.ok && answer.effects.map((effect) => effect.name)).toEqual(['closeCycle', 'openCycle'])
  })

  test('waits for a complete review that asks for it', () => {
    const empty = reviewed(places.evaluate, { ...goingOn, happened: '', wentWell: [' '], toImprove: [''], progress: null })
    const fields = ['review.happened', 'review.wentWell', 'review.toImprove', 'review.progress']
    expect(apply(empty, { name: 'nextCycle' }, amara)).toEqual({ ok: false, reason: 'missing_fields', fields })
    const unsigned = reviewed(places.evaluate, { ...goingOn, signs: { calm: 'met' } })
    expect(apply(unsigned, { name: 'nextCycle' }, amara)).toMatchObject({ fields: ['review.signs'] })
    expect(apply(reviewed(places.evaluate, convincing), { name: 'nextCycle' }, amara)).toEqual({ ok: false, reason: 'another_next_move' })
  })
})

test('back to work opens a further cycle', () => {
  expect(apply(places.close, { name: 'backToWork' }, amara)).toMatchObject({
    journey: { phase: 'plan', outcome: null, cycles: [{ state: 'reviewed' }, { number: 2, state: 'open' }] },
    effects: [{ name: 'openCycle', cycle: 2 }],
  })
})
