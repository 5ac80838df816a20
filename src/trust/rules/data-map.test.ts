import { afterAll, beforeAll, expect, test } from 'vitest'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { dataMap, impersonal } from './data-map.ts'

let fresh: TestDatabase
beforeAll(async () => {
  fresh = await testDatabase()
})
afterAll(() => fresh.drop())

const listed = async (sql: string) => (await fresh.ownerPool.query({ text: sql, rowMode: 'array' })).rows.flat() as string[]
const inPublic = `c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`

test('every table is in the map, or said to hold nothing about anybody', async () => {
  const tables = await listed(`select relname from pg_class c where ${inPublic} order by relname`)
  expect([...Object.keys(dataMap), ...Object.keys(impersonal)].sort()).toEqual(tables.sort())
})

test('the map names every column that points at a person', async () => {
  const columns = await listed(
    `select c.relname || '.' || a.attname from pg_class c join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where ${inPublic} and a.atttypid = 'uuid'::regtype and (a.attname ~ '_by$' or a.attname in ('person_id', 'learner_id', 'author_id', 'actor_id', 'reader_id', 'other_id')
       or exists (select from pg_constraint k where k.conrelid = c.oid and k.contype = 'f' and k.confrelid = 'person'::regclass and a.attnum = any (k.conkey)
         and a.attname <> 'organisation_id'))`,
  )
  const mapped = Object.entries(dataMap).flatMap(([table, { people }]) => people.map((column) => `${table}.${column}`))
  expect(mapped.filter((column) => column !== 'person.id').sort()).toEqual(columns.sort())
})

test('what is erased with its person falls with the row of that person', async () => {
  const erased = Object.entries(dataMap)
    .filter(([table, entry]) => entry.onErasure === 'erase' && table !== 'person')
    .map(([table]) => table)
  const reached = await listed(
    `with recursive falls (id) as (
       select 'person'::regclass::oid
       union
       select k.conrelid from pg_constraint k join falls f on k.confrelid = f.id where k.contype = 'f' and k.confdeltype = 'c'
     ) select c.relname from falls join pg_class c on c.oid = falls.id`,
  )
  expect(erased.filter((table) => !reached.includes(table))).toEqual([])
})
