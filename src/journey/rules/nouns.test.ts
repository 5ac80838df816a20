import { describe, expect, test } from 'vitest'
import { described, go, goingOn, places, planned, reading, reviewed, today, trial, tried } from '../../../tests/journeys.ts'
import { facilitatorTurn, type JourneyState, nextTurn, takesWriting } from '../journey.ts'
import { needsProtectedTrial, riskFlagsAgree, suggestsPassingOn } from './challenge.ts'
import { stepsMayBeRemoved } from './cycle.ts'
import { broughtToReview, startOfHappened } from './review.ts'
import { reviewedCycles, solvedIndependence } from './solved.ts'
import { isUnfinished, sizeOfPlan } from './step.ts'
import { transferSuccess } from './transfer.ts'

describe('challenge', () => {
  test('a real risk asks for a protected setting', () => {
    expect(needsProtectedTrial({ riskFlags: ['customer_data'] })).toBe(true)
    expect(needsProtectedTrial({ riskFlags: ['none'] })).toBe(false)
    expect(needsProtectedTrial({ riskFlags: [] })).toBe(false)
  })

  test('"none" stands alone, and no risk is named twice', () => {
    expect(riskFlagsAgree(['safety', 'legal'])).toBe(true)
    expect(riskFlagsAgree(['none'])).toBe(true)
    expect(riskFlagsAgree(['none', 'legal'])).toBe(false)
    expect(riskFlagsAgree(['legal', 'legal'])).toBe(false)
  })

  test('passing on is suggested only where nothing can be learned', () => {
    expect(suggestsPassingOn({ learnable: 'no' })).toBe(true)
    expect(suggestsPassingOn({ learnable: 'partly' })).toBe(false)
  })
})

describe('steps', () => {
  test('a plan asks from the fourth step on whether fewer would do, and is full with seven', () => {
    const sizes = [0, 1, 3, 4, 6, 7, 8].map((count) => sizeOfPlan(Array<typeof trial>(count).fill(trial)))
    expect(sizes).toEqual(['empty', 'fine', 'fine', 'many', 'many', 'full', 'too_many'])
  })

  test('a changed step no longer takes a place in the plan', () => {
    expect(sizeOfPlan([...Array<typeof trial>(3).fill(trial), { status: 'changed' }])).toBe('fine')
  })

  test('what was done in part is still unfinished; what was dropped is not', () => {
    const unfinished = (['planned', 'doing', 'done', 'partly_done', 'changed', 'dropped'] as const).filter((status) =>
      isUnfinished({ status }),
    )
    expect(unfinished).toEqual(['planned', 'doing', 'partly_done'])
  })

  test('a step can be removed until trying has begun', () => {
    expect(stepsMayBeRemoved(planned(places.plan).cycles[0]!)).toBe(true)
    expect(stepsMayBeRemoved(go(places.try, 'replan').cycles[0]!)).toBe(false)
  })
})

describe('review', () => {
  test('begins with the notes that others may read, and never with a private one', () => {
    const notes = [
      { text: 'Called at nine.', visibility: 'journey' },
      { text: 'I was afraid.', visibility: 'private' },
      { text: 'They listened.', visibility: 'journey' },
    ] as const
    expect(startOfHappened(notes)).toBe('Called at nine.\n\nThey listened.')
  })

  test('takes whole notes only, as many as fit', () => {
    const long = { text: 'a'.repeat(990), visibility: 'journey' } as const
    expect(startOfHappened([long, { text: 'does not fit', visibility: 'journey' }, { text: 'fits', visibility: 'journey' }])).toBe(
      `${long.text}\n\nfits`,
    )
  })

  test('a note is brought to the end of what is there, unless both are too long together', () => {
    expect(broughtToReview('', ' They listened. ')).toBe('They listened.')
    expect(broughtToReview('Called.\n', 'They listened.')).toBe('Called.\n\nThey listened.')
    expect(broughtToReview('a'.repeat(1000), 'b')).toBeNull()
  })
})

describe('solved', () => {
  test('with whose help is a fact that follows from the progress', () => {
    expect([null, 0, 2, 3, 4].map((progress) => solvedIndependence(progress as 0 | null))).toEqual([
      null,
      null,
      null,
      'with_help',
      'on_my_own',
    ])
  })

  test('only reviewed cycles count, and the one under review once its review is complete', () => {
    const counted = ({ challenge, cycles }: JourneyState) => reviewedCycles(challenge, cycles).map((cycle) => cycle.number)
    expect(counted(places.evaluate)).toEqual([])
    expect(counted(reviewed(places.evaluate, goingOn))).toEqual([1])
    expect(counted(places.setAside)).toEqual([])
    expect(counted(go(reviewed(places.evaluate, goingOn), 'nextCycle'))).toEqual([1])
  })
})

describe('transfer', () => {
  test('succeeds where something new worked without the people who accompany; asking a peer is independent', () => {
    const success = (supportUsed: 'none' | 'looked_things_up' | 'peer' | 'facilitator' | 'trainer_or_coach', progress: 2 | 3 = 3) =>
      transferSuccess({ metNewChallenge: 'yes', progress, supportUsed })
    expect([success('none'), success('looked_things_up'), success('peer')]).toEqual([true, true, true])
    expect([success('facilitator'), success('trainer_or_coach'), success('none', 2)]).toEqual([false, false, false])
  })

  test('says nothing where nothing new was met', () => {
    expect(transferSuccess({ metNewChallenge: 'not_yet', progress: null, supportUsed: null })).toBeNull()
    expect(transferSuccess({ metNewChallenge: 'unsure', progress: 4, supportUsed: 'none' })).toBeNull()
  })
})

describe('whose turn it is', () => {
  const untitled = { ...places.identify, challenge: { ...places.identify.challenge, title: null } }
  test.each([
    ['learner_describes_challenge', places.draft],
    ['learner_starts', described(places.draft)],
    ['learner_reframes_challenge', untitled],
    ['learner_confirms_challenge', places.identify],
    ['learner_plans', places.plan],
    ['learner_plans', planned(places.plan, [])],
    ['learner_plans', planned(places.plan, [{ ...reading, byWhen: null }])],
    ['learner_begins_trying', planned(places.plan)],
    ['learner_tries', places.try],
    ['learner_tries_or_evaluates', tried(places.try)],
    ['learner_writes_review', places.evaluate],
    ['learner_chooses_next_move', reviewed(places.evaluate, goingOn)],
    ['learner_closes', places.close],
    ['learner_rests', places.pausedTry],
    ['time_passes_until_transfer', places.transfer],
    ['nobody', places.solvedDone],
    ['nobody', places.setAside],
    ['nobody', places.passedOn],
  ] as const)('%s', (turn, journey) => {
    expect(nextTurn(journey, today)).toBe(turn)
  })

  test('the transfer check is answered from its day on', () => {
    expect(nextTurn(places.transfer, '2027-01-03')).toBe('time_passes_until_transfer')
    expect(nextTurn(places.transfer, '2027-01-04')).toBe('learner_answers_transfer')
  })

  test('a facilitator can answer a closed review once, and is never asked for anything else', () => {
    const accompanied: JourneyState = { ...go(reviewed(places.evaluate, goingOn), 'nextCycle'), facilitatorIds: ['lena'] }
    expect(facilitatorTurn(accompanied)).toBe('respond_to_review')
    expect(facilitatorTurn({ ...accompanied, facilitatorIds: [] })).toBe('none')
    const answered = accompanied.cycles.map((cycle) => ({
      ...cycle,
      review: cycle.review && { ...cycle.review, facilitatorResponse: true },
    }))
    expect(facilitatorTurn({ ...accompanied, cycles: answered })).toBe('none')
    expect(facilitatorTurn({ ...reviewed(places.evaluate, goingOn), facilitatorIds: ['lena'] })).toBe('none')
  })
})

test('each part of a journey is written at its own time', () => {
  const parts = ['challenge', 'plan', 'stepStatus', 'observation', 'review', 'closing'] as const
  const written = (journey: JourneyState) => parts.filter((part) => takesWriting(journey, part))
  expect(written(places.draft)).toEqual(['challenge'])
  expect(written(places.identify)).toEqual(['challenge', 'observation'])
  expect(written(places.plan)).toEqual(['plan', 'stepStatus', 'observation'])
  expect(written(places.try)).toEqual(['stepStatus', 'observation'])
  expect(written(places.evaluate)).toEqual(['stepStatus', 'observation', 'review'])
  expect(written(places.close)).toEqual(['closing'])
  expect(written(places.pausedTry)).toEqual(['observation'])
  expect(written(places.pausedIdentify)).toEqual(['observation'])
  for (const ended of [places.transfer, places.solvedDone, places.setAside, places.passedOn]) expect(written(ended)).toEqual([])
})
