import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from './database.ts'

let mine: TestDatabase
let other: TestDatabase
beforeAll(async () => {
  ;[mine, other] = await Promise.all([testDatabase(), testDatabase()])
})
afterAll(() => Promise.all([mine.drop(), other.drop()]))

test('what one test file writes does not appear in the database of another', async () => {
  await mine.ownerPool.query('create table note (body text)')
  const { rows } = await other.ownerPool.query(`select to_regclass('note') as found`)
  expect(rows).toEqual([{ found: null }])
})

test('names are ordered as Germans expect', async () => {
  const { rows } = await mine.ownerPool.query(`select name from unnest(array['Zug', 'Äpfel', 'apfel', 'öl']) as name order by name`)
  expect(rows.map((row) => row.name)).toEqual(['apfel', 'Äpfel', 'öl', 'Zug'])
})
