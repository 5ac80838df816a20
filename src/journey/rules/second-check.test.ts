import { expect, test } from 'vitest'
import { type CheckInTurn, lastChecks, secondCheckOn, secondCheckStands } from './second-check.ts'

const first = (state: CheckInTurn['state'], id = 'first'): CheckInTurn => ({ id, follows_id: null, state })
const second = (state: CheckInTurn['state'], follows_id = 'first'): CheckInTurn => ({ id: `after-${follows_id}`, follows_id, state })

test('a second look is offered once the first check was answered, and only then', () => {
  expect(secondCheckStands([])).toBe('not_offered')
  for (const state of ['open', 'declined', 'cancelled'] as const) expect(secondCheckStands([first(state)])).toBe('not_offered')
  expect(secondCheckStands([first('answered')])).toBe('offered')
  for (const state of ['open', 'answered', 'declined'] as const) expect(secondCheckStands([first('answered'), second(state)])).toBe(state)
})

test('a journey that was opened again and solved anew is asked anew, also for a second look', () => {
  const before = [first('answered'), second('cancelled')]
  expect(secondCheckStands([...before, first('open', 'next')])).toBe('not_offered')
  expect(secondCheckStands([...before, first('answered', 'next')])).toBe('offered')
  expect(lastChecks([...before, first('answered', 'next'), second('open', 'next')])).toMatchObject({
    first: { id: 'next' },
    second: { id: 'after-next' },
  })
})

test('it comes half a year after closing, and not within twelve weeks of the answer to the first', () => {
  expect(secondCheckOn('2026-01-01', '2026-02-12')).toBe('2026-07-02')
  expect(secondCheckOn('2026-01-01', '2026-04-09')).toBe('2026-07-02')
  expect(secondCheckOn('2026-01-01', '2026-04-10')).toBe('2026-07-03')
})
