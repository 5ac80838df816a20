import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, cast } from '../../../tests/cast.ts'
import { journeyInTry } from '../../../tests/under-way.ts'
import { journeyOutlines } from './outlines.ts'
import { wholeJourneys } from './whole.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

test('PostgreSQL keeps its plan of the long statements instead of planning them anew for every page', async () => {
  const [one, other] = [await journeyInTry(all, all.amara), await journeyInTry(all, all.amara)]
  const plans = await all.as(all.amara, async (db) => {
    for (let times = 0; times < 8; times++) {
      expect(await wholeJourneys(db, [one.id, other.id])).toHaveLength(2)
      await journeyOutlines(db)
    }
    const { rows } = await sql<{ kept: number }>`select generic_plans::int as kept from pg_prepared_statements
      where statement like '%json_build_object%' and statement like '%challenges%' and statement not like '%pg_prepared_statements%'`.execute(
      db,
    )
    return rows.map(({ kept }) => kept)
  })
  expect(plans).toHaveLength(2)
  // The first five times it looks whether a plan for just these ids would be better.
  for (const kept of plans) expect(kept).toBeGreaterThanOrEqual(3)
})
