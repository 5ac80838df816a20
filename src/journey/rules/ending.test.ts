import { describe, expect, test } from 'vitest'
import {
  amara,
  closingWords,
  closingWritten,
  convincing,
  go,
  goingOn,
  inOpenCycle,
  places,
  reading,
  reviewed,
  tried,
} from '../../../tests/journeys.ts'
import { apply, type JourneyState, type Review } from '../journey.ts'

const declare = (review: Review, journey: JourneyState = places.evaluate) =>
  apply(reviewed(journey, review), { name: 'declareSolved' }, amara)

describe('declare solved', () => {
  test('closes the cycle under review, opens none and asks for the closing words', () => {
    expect(declare(convincing)).toMatchObject({
      ok: true,
      journey: { status: 'active', outcome: null, phase: 'close', cycles: [{ state: 'reviewed' }] },
      effects: [
        { name: 'closeCycle', cycle: 1, as: 'reviewed' },
        { name: 'openClosing', afterCycle: 1 },
      ],
    })
  })

  test('whoever has solved it need not name something to improve; whoever goes on does', () => {
    expect(declare({ ...convincing, nextMove: 'next_cycle' })).toMatchObject({ fields: ['review.toImprove'] })
  })

  test('every sign is met or has lost its point, and one at least is met', () => {
    const signs = (calm: 'partly' | 'met_otherwise' | 'no_longer_relevant') => ({ calm, heard: 'no_longer_relevant' }) as const
    expect(declare({ ...convincing, signs: signs('partly') })).toEqual({ ok: false, reason: 'not_solved_yet', unmet: ['signs_not_met'] })
    expect(declare({ ...convincing, signs: signs('no_longer_relevant') })).toMatchObject({ unmet: ['signs_not_met'] })
    expect(declare({ ...convincing, signs: signs('met_otherwise') }).ok).toBe(true)
  })

  test('it was solved at work, not on paper', () => {
    const read = inOpenCycle(places.try, { steps: [{ ...reading, status: 'done' }] })
    const onPaper = go({ ...places.try, ...read }, 'evaluate')
    expect(declare(convincing, onPaper)).toMatchObject({ unmet: ['no_trial_at_work'] })
    expect(declare(convincing, go(tried(places.try, 'dropped'), 'evaluate'))).toMatchObject({ unmet: ['no_trial_at_work'] })
    expect(declare(convincing, go(tried(places.try, 'partly_done'), 'evaluate')).ok).toBe(true)
  })

  test('it works at least with help', () => {
    expect(declare({ ...convincing, progress: 2 })).toMatchObject({ unmet: ['progress_too_low'] })
  })

  test('all that is still unmet is named at once', () => {
    const review: Review = { ...convincing, signs: { calm: 'not_yet', heard: 'not_yet' }, progress: 0 }
    expect(declare(review, go(tried(places.try, 'dropped'), 'evaluate'))).toMatchObject({
      unmet: ['signs_not_met', 'no_trial_at_work', 'progress_too_low'],
    })
  })

  test('a trial in an earlier reviewed cycle counts', () => {
    const second = go(reviewed(places.evaluate, goingOn), 'nextCycle')
    const steps = [{ ...reading, status: 'planned' as const }]
    const inTry = go({ ...second, ...inOpenCycle(second, { focus: true, plannedReviewOn: '2026-12-18', steps }) }, 'beginTrying')
    const read = { ...inTry, ...inOpenCycle(inTry, { steps: [{ ...reading, status: 'done' }] }) }
    expect(declare(convincing, go(read, 'evaluate')).ok).toBe(true)
  })
})

describe('close as solved', () => {
  const close = { name: 'closeSolved' } as const

  test('keeps with how much help it works and looks again after six weeks', () => {
    expect(apply(closingWritten(places.close), close, amara)).toMatchObject({
      ok: true,
      journey: { status: 'closed', outcome: 'solved', phase: 'transfer', transferCheck: { on: '2027-01-04', postponed: 0 } },
      effects: [
        { name: 'noteSolved', independence: 'with_help' },
        { name: 'noteClosing' },
        { name: 'scheduleTransferCheck', on: '2027-01-04', postponed: 0 },
      ],
    })
    const alone = go(reviewed(places.evaluate, { ...convincing, progress: 4 }), 'declareSolved')
    expect(apply(closingWritten(alone), close, amara)).toMatchObject({ effects: [{ independence: 'on_my_own' }, {}, {}] })
  })

  test('asks for the solution, for what made the difference and about a story', () => {
    const fields = ['closing.solutionSummary', 'closing.whatMadeTheDifference', 'closing.storyChoice']
    expect(apply(places.close, close, amara)).toEqual({ ok: false, reason: 'missing_fields', fields })
  })

  test('the evidence must still hold', () => {
    const [cycle] = places.close.cycles
    const doubted = { ...places.close, cycles: [{ ...cycle!, review: { ...convincing, progress: 1 as const } }] }
    expect(apply(closingWritten(doubted), close, amara)).toEqual({ ok: false, reason: 'not_solved_yet', unmet: ['progress_too_low'] })
  })

  test.each([
    ['2026-12-13', false],
    ['2026-12-14', true],
    ['2027-02-15', true],
    ['2027-02-16', false],
  ])('a transfer check on %s, chosen on 23 November: %s', (transferCheckOn, ok) => {
    const answer = apply(closingWritten(places.close, { ...closingWords, transferCheckOn }), close, amara)
    if (ok) expect(answer).toMatchObject({ journey: { transferCheck: { on: transferCheckOn } } })
    else expect(answer).toEqual({ ok: false, reason: 'date_out_of_range', first: '2026-12-14', last: '2027-02-15' })
  })
})

describe('set aside and passed on', () => {
  test('ask for a reason, or for whom and what', () => {
    expect(apply(places.plan, { name: 'setAside', reason: null }, amara)).toMatchObject({ fields: ['setAside.reason'] })
    expect(apply(places.plan, { name: 'passOn', to: null, what: '' }, amara)).toMatchObject({ fields: ['passOn.to', 'passOn.what'] })
  })

  test.each(['setAside', 'passOn'] as const)('%s ends the journey and closes its cycle as what it was', (name) => {
    const outcome = name === 'setAside' ? 'set_aside' : 'passed_on'
    const end = { status: 'closed', outcome, phase: 'done' }
    expect(go(places.evaluate, name)).toMatchObject({ ...end, cycles: [{ state: 'unreviewed' }] })
    expect(go(reviewed(places.evaluate, goingOn), name)).toMatchObject({ ...end, cycles: [{ state: 'reviewed' }] })
    expect(go(places.close, name)).toMatchObject({ ...end, cycles: [{ state: 'reviewed' }] })
  })

  test('a journey at rest can be set aside', () => {
    expect(go(places.pausedTry, 'setAside')).toMatchObject({ status: 'closed', cycles: [{ state: 'unreviewed' }] })
  })
})

describe('reopen', () => {
  test('keeps what was and opens a further cycle', () => {
    const reopened = go(places.setAside, 'reopen')
    expect(reopened).toMatchObject({ status: 'active', outcome: null, phase: 'plan' })
    expect(reopened.cycles).toEqual([...places.setAside.cycles, expect.objectContaining({ number: 2, state: 'open' })])
  })

  test('cancels a transfer check that still waits, a second one as well', () => {
    expect(apply(places.transfer, { name: 'reopen' }, amara)).toMatchObject({
      journey: { transferCheck: null },
      effects: [{ name: 'cancelTransferCheck' }, { name: 'openCycle', cycle: 2 }],
    })
    expect(apply(places.solvedDone, { name: 'reopen' }, amara)).toMatchObject({
      effects: [{ name: 'cancelTransferCheck' }, { name: 'openCycle' }],
    })
    expect(apply(places.setAside, { name: 'reopen' }, amara)).toMatchObject({ effects: [{ name: 'openCycle' }] })
  })
})

describe('transfer', () => {
  const notYet = { name: 'answerTransfer', answer: { metNewChallenge: 'not_yet', progress: null, supportUsed: null } } as const

  test('an answer ends the journey, and so does declining, unasked why', () => {
    expect(go(places.transfer, 'answerTransfer')).toMatchObject({ phase: 'done', outcome: 'solved', transferCheck: null })
    expect(apply(places.transfer, { name: 'declineTransfer' }, amara)).toMatchObject({
      journey: { phase: 'done', outcome: 'solved', transferCheck: null },
      effects: [{ name: 'noteTransferDeclined' }],
    })
  })

  test('who met something new says how far and with whose support', () => {
    const answer = { metNewChallenge: 'yes', progress: null, supportUsed: null } as const
    expect(apply(places.transfer, { name: 'answerTransfer', answer }, amara)).toMatchObject({
      fields: ['transfer.progress', 'transfer.supportUsed'],
    })
    const empty = { ...answer, metNewChallenge: null }
    expect(apply(places.transfer, { name: 'answerTransfer', answer: empty }, amara)).toMatchObject({ fields: ['transfer.metNewChallenge'] })
  })

  test('nothing new yet moves the check by four weeks, twice, then the journey is done', () => {
    const days: unknown[] = []
    let journey: JourneyState = places.transfer
    while (journey.transferCheck) {
      days.push(journey.transferCheck.on)
      const answer = apply(journey, notYet, { who: 'learner', today: journey.transferCheck.on })
      if (!answer.ok) throw new Error(answer.reason)
      journey = answer.journey
    }
    expect(days).toEqual(['2027-01-04', '2027-02-01', '2027-03-01'])
    expect(journey.phase).toBe('done')
  })

  test('a late answer counts the four weeks from its own day', () => {
    const late = apply(places.transfer, notYet, { who: 'learner', today: '2027-01-20' })
    expect(late).toMatchObject({ effects: [{ name: 'scheduleTransferCheck', on: '2027-02-17', postponed: 1 }] })
  })
})
