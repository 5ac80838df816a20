import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import * as choices from './choices.ts'
import * as limits from './limits.ts'

let database: TestDatabase
beforeAll(async () => {
  database = await testDatabase()
})
afterAll(() => database.drop())

/** The conditions that the database sets on `column` alone, as PostgreSQL writes them. */
async function conditionsOn(table: string, column: string): Promise<string> {
  const { rows } = await database.ownerPool.query<{ condition: string }>(
    `select pg_get_constraintdef(c.oid) as condition from pg_constraint c
      join pg_attribute a on a.attrelid = c.conrelid and c.conkey = array[a.attnum]
      where c.contype = 'c' and c.conrelid = $1::regclass and a.attname = $2`,
    [table, column],
  )
  return rows.map((row) => row.condition).join(' ')
}

const lists: [table: string, column: string, allowed: readonly string[]][] = [
  ['journey', 'status', choices.statuses],
  ['journey', 'phase', choices.phases],
  ['journey', 'outcome', choices.outcomes],
  ['journey', 'solved_independence', choices.independences],
  ['challenge', 'kind', choices.challengeKinds],
  ['challenge', 'learnable', choices.learnables],
  ['challenge', 'risk_flags', choices.riskFlags],
  ['success_sign', 'kind', choices.signKinds],
  ['cycle', 'state', choices.cycleStates],
  ['step', 'kind', choices.stepKinds],
  ['step', 'status', choices.stepStatuses],
  ['need', 'state', choices.needStates],
  ['observation_private', 'mood', choices.moods],
  ['review', 'obstacle_tags', choices.obstacleTags],
  ['review', 'next_move', choices.nextMoves],
  ['review_private', 'mood', choices.moods],
  ['review_sign', 'state', choices.signStates],
  ['closing', 'outcome', choices.outcomes],
  ['closing', 'story_choice', choices.storyChoices],
  ['closing', 'reason', choices.setAsideReasons],
  ['closing', 'receiver', choices.receivers],
  ['transfer_check', 'met_new_challenge', choices.metNewChallenges],
  ['transfer_check', 'support_used', choices.supportsUsed],
  ['transfer_check', 'reused', choices.dimensions],
]

test.each(lists)('the database takes for %s.%s exactly what the rules offer', async (table, column, allowed) => {
  const taken = [...(await conditionsOn(table, column)).matchAll(/'([^']+)'/g)].map((match) => match[1])
  expect(taken.sort()).toEqual([...allowed].sort())
})

const bounds: [table: string, column: string, field: { min: number; max: number }][] = [
  ['challenge', 'confidence_start', limits.challengeFields.confidenceStart],
  ['challenge', 'expected_weeks', limits.challengeFields.expectedWeeks],
  ['challenge_private', 'importance', limits.challengeFields.importance],
  ['step', 'minutes_planned', limits.stepFields.minutesPlanned],
  ['step', 'confidence', limits.stepFields.confidence],
  ['review', 'progress', limits.reviewFields.progress],
  ['review', 'confidence_now', limits.reviewFields.confidenceNow],
  ['transfer_check', 'progress', limits.transferFields.progress],
  ['transfer_check', 'confidence', limits.transferFields.confidence],
  ['transfer_check', 'postponed', { min: 0, max: limits.transferCheckDays.laterAtMost }],
]

test.each(bounds)('the database keeps %s.%s within the bounds of the rules', async (table, column, { min, max }) => {
  const numbers = [...(await conditionsOn(table, column)).matchAll(/\d+/g)].map((match) => Number(match[0]))
  expect(numbers).toEqual([min, max])
})

describe('what counts as filled', () => {
  test.each([['words'], [0], [true], [['one']], [{ calm: 'met' }]])('%j does', (value) => expect(limits.isFilled(value)).toBe(true))
  test.each([[''], [' \n'], [false], [[]], [{}], [null], [undefined]])('%j does not', (value) => expect(limits.isFilled(value)).toBe(false))
})
