import { expect, test } from 'vitest'
import type { Appointment } from '#scheduling/scheduling.ts'
import type { Session } from '../session.ts'
import { type Listed, sorted } from './listing.ts'

const day = (number: number) => new Date(Date.UTC(2026, 10, number))
const listed = (id: string, state: Session['state'], startsAt: Date | null, beganAt: Date | null = null): Listed => ({
  session: { id, state, beganAt, madeAt: day(1) } as Session,
  appointment: { startsAt, recurrence: null } as Appointment,
})
const ids = (list: Listed[]) => list.map(({ session }) => session.id)

test('what is arranged comes soonest first, what was held latest first, and what waits for a time stands by itself', () => {
  const { upcoming, open, past } = sorted(
    [
      listed('later', 'planned', day(20)),
      listed('waits', 'planned', null),
      listed('soon', 'planned', day(10)),
      listed('now', 'running', null, day(5)),
      listed('long ago', 'held', day(2)),
      listed('lately', 'held', null, day(4)),
      listed('off', 'cancelled', day(3)),
    ],
    day(6),
  )
  expect([ids(upcoming), ids(open), ids(past)]).toEqual([['now', 'soon', 'later'], ['waits'], ['lately', 'off', 'long ago']])
})
