import { expect, test } from 'vitest'
import { afterWords, type HelpAct, helpRequestStates, helpTurn, possibleActs, waitsForMe } from './help-request.ts'

test('whoever is asked is on with an open question, the learner once it is answered, and nobody at its end', () => {
  const turns = helpRequestStates.map((state) => helpTurn({ state, givenBack: false }))
  expect(turns).toEqual(['addressee_answers', 'learner_reads_answer', 'nobody', 'nobody'])
})

test('an answer answers, and a word back asks again', () => {
  expect([afterWords('addressee'), afterWords('learner')]).toEqual(['answered', 'open'])
})

test('whoever cannot just now gives the question back, and the learner has a way on', () => {
  const back = { state: 'open', givenBack: true } as const
  expect(helpTurn(back)).toBe('learner_asks_somebody_else')
  expect(possibleActs(back, 'addressee')).toEqual([])
  expect(possibleActs(back, 'learner')).toContain('ask_somebody_else')
})

test('only the learner ends a question, and can take it back at any time, also once it is resolved', () => {
  const ends: HelpAct[] = ['resolve', 'withdraw']
  for (const state of helpRequestStates) {
    const request = { state, givenBack: false }
    expect(possibleActs(request, 'addressee').filter((act) => ends.includes(act))).toEqual([])
    expect(possibleActs(request, 'learner').includes('withdraw')).toBe(state !== 'withdrawn')
  }
})

test('whoever has answered does not give it back any more, and whoever was shown it only reads', () => {
  expect(possibleActs({ state: 'answered', givenBack: false }, 'addressee')).toEqual(['write'])
  for (const state of helpRequestStates) expect(possibleActs({ state, givenBack: false }, 'reader')).toEqual([])
})

test('an open question waits for the one asked, an answer or one that came back for its learner', () => {
  const waits = (state: 'open' | 'answered', givenBack: boolean) => [true, false].map((mine) => waitsForMe({ state, givenBack, mine }))
  expect([waits('open', false), waits('answered', false), waits('open', true)]).toEqual([
    [false, true],
    [true, false],
    [true, false],
  ])
})
