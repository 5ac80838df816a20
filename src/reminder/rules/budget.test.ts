import { expect, test } from 'vitest'
import type { DueLine, ReminderKind } from '#person/rules/due-line.ts'
import { ignoredInRow, intervalOf, isSilent, reminderBudget, settle, type Told } from './budget.ts'

const start = Date.UTC(2026, 10, 2, 8)
const after = (hours: number) => new Date(start + hours * 3_600_000)
const line = (more: Partial<DueLine> = {}): DueLine => ({
  kind: 'step',
  subjectId: 's1',
  journeyId: 'j1',
  day: '2026-11-02',
  path: '/',
  ...more,
})
const told = (hours: number, more: Partial<Told> = {}): Told => ({
  kind: 'step',
  subjectId: 's1',
  journeyId: 'j1',
  at: after(hours),
  onlyReminders: true,
  outcome: 'later',
  ...more,
})
const ask = (due: DueLine[], before: Told[], hours: number, onlyReminders = true) =>
  reminderBudget({ due, told: before, choices: {}, now: after(hours), onlyReminders }).map(({ subjectId }) => subjectId)

test('one journey is reminded of once in 72 hours, whatever of it is due', () => {
  const due = [line(), line({ kind: 'review', subjectId: 'r1' })]
  expect(ask(due, [], 0)).toHaveLength(1)
  expect(ask(due, [told(0)], 71.9)).toEqual([])
  expect(ask(due, [told(0)], 72)).toEqual(['r1'])
})

test('a person is reminded twice in seven days over all journeys, of what was agreed earliest', () => {
  const due = ['c', 'b', 'a'].map((id, index) => line({ subjectId: id, journeyId: id, day: `2026-11-0${index + 1}` }))
  expect(ask(due, [], 0)).toEqual(['c', 'b'])
  const before = [told(0, { journeyId: 'x' }), told(100, { journeyId: 'y' })]
  expect(ask(due, before, 167.9)).toEqual([])
  expect(ask(due, before, 168)).toEqual(['c'])
})

test('beside news, reminders are lines of a summary that comes anyway: they keep to their journey, and cost nothing of the two', () => {
  const before = [told(0, { journeyId: 'x' }), told(1, { journeyId: 'y' })]
  expect(ask([line({ journeyId: 'x' }), line({ journeyId: 'z', subjectId: 'z' })], before, 10, false)).toEqual(['z'])
  const rode = before.map((one) => ({ ...one, onlyReminders: false }))
  expect(ask([line({ journeyId: 'z', subjectId: 'z' })], rode, 10)).toEqual(['z'])
})

test('after two in a row that stayed unanswered the interval doubles once, and an answer makes it the usual one again', () => {
  const ignored = (count: number) => Array.from({ length: count }, (_, index) => told(index, { outcome: 'ignored' }))
  expect([0, 1, 2, 3].map((count) => intervalOf('step', ignored(count), {}))).toEqual([72, 72, 144, 144])
  expect(intervalOf('step', [...ignored(3), told(9, { outcome: 'acted' })], {})).toBe(72)
  expect(intervalOf('review', ignored(3), {})).toBe(72)
  expect(intervalOf('step', [], { step: { often: 'less', chosenAt: after(0) } })).toBe(144)
})

test('whoever answered one line of a summary did not ignore that summary, in whatever order its lines stood', () => {
  const [answered, left] = [told(0, { outcome: 'acted' }), told(0, { subjectId: 's2', outcome: 'ignored' })]
  const next = told(200, { subjectId: 's2', outcome: 'ignored' })
  expect(ignoredInRow('step', [answered, left, next], {})).toBe(1)
  expect(ignoredInRow('step', [next, left, answered], {})).toBe(1)
})

test('after four in a row reminders of that kind stop until the person turns them on again', () => {
  const four = [0, 1, 2, 3].map((hours) => told(hours, { outcome: 'ignored' }))
  expect(isSilent('step', four.slice(1), {})).toBe(false)
  expect(isSilent('step', four, {})).toBe(true)
  expect(isSilent('review', four, {})).toBe(false)
  const on = { step: { often: 'usual', chosenAt: after(5) } } as const
  expect(isSilent('step', four, on)).toBe(false)
  expect(ignoredInRow('step', four, on)).toBe(0)
})

test('off is off, for the kind that was named and no other', () => {
  const off = { step: { often: 'off', chosenAt: after(0) } } as const
  const due = [line(), line({ kind: 'review', subjectId: 'r1', journeyId: 'j2' })]
  const allowed = reminderBudget({ due, told: [], choices: off, now: after(1), onlyReminders: true })
  expect(allowed.map(({ kind }) => kind)).toEqual(['review'])
})

test('a reminder is answered by doing the thing, and ignored only after its interval', () => {
  const open = [told(0, { outcome: null })]
  const became = (due: DueLine[], hours: number) => settle(open, due, {}, after(hours))[0]!.outcome
  expect(became([], 24)).toBe('acted')
  expect(became([line()], 71)).toBe(null)
  expect(became([line()], 72)).toBe('ignored')
})

test('the look back at a week is asked for once a week', () => {
  const week = line({ kind: 'reflection' as ReminderKind, subjectId: 'amara', journeyId: null })
  const before = [told(0, { kind: 'reflection', subjectId: 'amara', journeyId: null })]
  expect(ask([week], before, 72)).toEqual([])
  expect(ask([week], before, 167)).toEqual(['amara'])
})
