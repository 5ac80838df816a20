import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { answerHat, askForHat, asksToReturn, bareHeaded, hatAt, hatMinutes, hats, hatsToChoose, notesUnder, returnedEarly } from './hats.ts'

const allowed = ['facilitation', 'training', 'coaching']
const minute = 60_000
const training = { hat: 'training', purpose: 'Wie man die Liste liest' } as const
const asked = () => {
  const answer = askForHat(bareHeaded, training, allowed)
  if (!answer.ok) throw new Error(answer.reason)
  return answer.wearing
}
const worn = (at: number) => {
  const answer = answerHat(asked(), true, at)
  if (!answer.ok || answer.wearing.state !== 'worn') throw new Error('not worn')
  return answer.wearing
}

describe('naming another hat, and asking', () => {
  test('says which, what for and for how long: twenty minutes of training, thirty of coaching', () => {
    expect(asked()).toEqual({ state: 'asked', ...training, minutes: 20 })
    expect(askForHat(bareHeaded, { hat: 'coaching', purpose: 'Entscheiden' }, allowed)).toMatchObject({ wearing: { minutes: 30 } })
    expect(askForHat(bareHeaded, { ...training, minutes: 5 }, allowed)).toMatchObject({ wearing: { minutes: 5 } })
    expect(hatMinutes).toEqual({ training: 20, coaching: 30 })
  })

  test('only hats that were agreed, and the default one needs no asking', () => {
    expect(askForHat(bareHeaded, training, ['coaching'])).toEqual({ ok: false, reason: 'not_agreed' })
    expect(askForHat(bareHeaded, { ...training, hat: 'facilitation' }, allowed)).toEqual({ ok: false, reason: 'already_worn' })
  })

  test('a purpose belongs to it, of 120 characters at most', () => {
    expect(askForHat(bareHeaded, { ...training, purpose: '  ' }, allowed)).toEqual({ ok: false, reason: 'purpose_missing' })
    expect(askForHat(bareHeaded, { ...training, purpose: 'x'.repeat(120) }, allowed).ok).toBe(true)
    expect(askForHat(bareHeaded, { ...training, purpose: 'x'.repeat(121) }, allowed)).toEqual({ ok: false, reason: 'purpose_too_long' })
  })

  test('one hat at a time: first back, then another', () => {
    expect(askForHat(worn(0), { ...training, hat: 'coaching' }, allowed)).toEqual({ ok: false, reason: 'one_at_a_time' })
    expect(askForHat(asked(), { ...training, hat: 'coaching' }, allowed)).toEqual({ ok: false, reason: 'one_at_a_time' })
  })
})

describe('the answer', () => {
  test('accepted, it is marked with its beginning', () => {
    expect(answerHat(asked(), true, 500)).toEqual({
      ok: true,
      wearing: { state: 'worn', segment: { ...training, startedAt: 500, minutes: 20 } },
    })
  })

  test('declined, nothing of it is left', () => expect(answerHat(asked(), false, 500)).toEqual({ ok: true, wearing: bareHeaded }))

  test('where nothing was asked there is nothing to answer', () => {
    expect(answerHat(bareHeaded, true, 0)).toEqual({ ok: false, reason: 'nothing_asked' })
    expect(answerHat(worn(0), true, 0)).toEqual({ ok: false, reason: 'nothing_asked' })
  })
})

describe('the way back', () => {
  test('is asked for when the time is over, and happens by itself', () => {
    const { segment } = worn(0)
    expect([19, 20].map((minutes) => asksToReturn(segment, minutes * minute))).toEqual([false, true])
    expect([0, 19, 20].map((minutes) => hatAt([segment], minutes * minute))).toEqual(['training', 'training', 'facilitation'])
  })

  test('may come earlier, and what is kept says how long it was', () => {
    const { segment } = worn(0)
    expect(returnedEarly(segment, 7.5 * minute).minutes).toBe(8)
    expect(returnedEarly(segment, 0).minutes).toBe(1)
    expect(returnedEarly(segment, 99 * minute).minutes).toBe(20)
  })

  test('whatever was worn, it does not outlast its time', () => {
    const segment = fc.record({
      hat: fc.constantFrom(...hats),
      startedAt: fc.nat({ max: 1000 * minute }),
      minutes: fc.integer({ min: 1, max: 60 }),
      purpose: fc.constant(''),
    })
    fc.assert(
      fc.property(fc.array(segment), fc.nat({ max: 2000 * minute }), (segments, at) => {
        const isInSegment = segments.some(({ startedAt, minutes }) => startedAt <= at && at < startedAt + minutes * minute)
        if (!isInSegment) expect(hatAt(segments, at)).toBe('facilitation')
      }),
    )
  })
})

test('the default hat can always be chosen, others when they were agreed', () => {
  expect(hatsToChoose([])).toEqual(['facilitation'])
  expect(hatsToChoose(['training'])).toEqual(['facilitation', 'training'])
})

test('notes under a hat are read by the journey, by two, or by those of the step', () => {
  expect(notesUnder).toEqual({ facilitation: 'journey', coaching: 'pair', training: 'item' })
})
