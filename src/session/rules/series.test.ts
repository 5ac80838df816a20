import { expect, test } from 'vitest'
import type { Exception } from '#scheduling/scheduling.ts'
import { type SessionAhead, soonAhead } from '../queries/ahead.ts'
import { comingTime, presentTimes, timesAhead } from './series.ts'

const at = (day: number, hour = 9) => new Date(Date.UTC(2027, 0, day, hour))
const weekly = (exceptions: Exception[] = []) => ({
  timeZone: 'Europe/Berlin',
  startsAt: at(4),
  minutes: 60,
  recurrence: { weeks: 1 },
  exceptions,
})
const off = (day: number): Exception => ({ recursAt: at(day), startsAt: null, minutes: 60, sequence: 1, changedAt: at(1) })
const before = { madeAt: at(1) }

test('a session of a series is about the next date that takes place, while that goes on too', () => {
  expect(comingTime(before, weekly(), at(4, 9))?.startsAt).toEqual(at(4))
  expect(comingTime(before, weekly(), at(4, 10))?.startsAt).toEqual(at(11))
  expect(comingTime(before, weekly([off(4), off(11)]), at(2))?.startsAt).toEqual(at(18))
})

test('the one that follows a held session is not about the same date again', () => {
  const during = new Date(at(4).getTime() + 50 * 60_000)
  expect(comingTime({ madeAt: during }, weekly(), during)?.startsAt).toEqual(at(11))
  expect(timesAhead({ madeAt: during }, weekly([off(11)]), during, 2).map(({ startsAt }) => startsAt)).toEqual([at(11), at(18)])
})

test('what happens once has the one time that it has, before and after', () => {
  expect(comingTime(before, { ...weekly(), recurrence: null }, at(9))?.startsAt).toEqual(at(4))
})

test('whoever changes all dates starts from the next one of the rule, not from one that was moved', () => {
  const moved = { ...off(11), startsAt: at(12, 14), minutes: 30 }
  expect(presentTimes(before, weekly([moved]), at(5))).toMatchObject({ minutes: 60, recurrence: { weeks: 1 } })
  expect(presentTimes(before, weekly([moved]), at(5)).startsAt).toEqual(at(11))
})

test('the day shows what goes on, what waits for an answer and what comes within eight days, soonest first, five at most', () => {
  const one = (id: string, state: 'planned' | 'running', startsAt: Date | null, hasTime = true): SessionAhead => {
    return { id, title: id, state, startsAt, minutes: 60, hasTime }
  }
  const all = [
    one('later', 'planned', at(20)),
    one('week', 'planned', at(8)),
    one('over', 'planned', null),
    one('waits', 'planned', null, false),
    one('now', 'running', at(4)),
  ]
  expect(soonAhead(all, at(5)).map(({ id }) => id)).toEqual(['waits', 'now', 'week'])
  expect(
    soonAhead(
      Array.from({ length: 9 }, (_, day) => one(`${day}`, 'planned', at(6))),
      at(5),
    ),
  ).toHaveLength(5)
})
