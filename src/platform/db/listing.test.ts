import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Cast, cast } from '../../../tests/cast.ts'
import { type Instant, type Listing, list, momentOf, together } from './listing.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const moments: Listing<{ at: Instant | null }, Date | null> = {
  rows: sql`select at from (values (timestamptz '2026-11-23 08:00:00.123Z'), (timestamptz '2026-01-01 00:00Z'), (null)) v (at) order by at desc nulls last`,
  shape: ({ at }) => momentOf(at),
}
const colleagues: Listing<{ name: string }, string> = {
  rows: sql`select name from person where organisation_id = my_organisation() order by name desc`,
  shape: ({ name }) => name,
}
const nothing: Listing<{ name: string }, string> = { ...colleagues, rows: sql`select name from person where false` }

test('lists read together are what each is alone, in its own order, under the policies of the same person', async () => {
  await all.as(all.nour, async (db) => {
    expect(await together(db, { moments, colleagues, nothing })).toEqual({
      moments: await list(db, moments),
      colleagues: ['Nour Haddad'],
      nothing: [],
    })
    expect(await list(db, moments)).toEqual([new Date('2026-11-23T08:00:00.123Z'), new Date('2026-01-01'), null])
  })
})
