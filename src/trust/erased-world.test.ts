import pg from 'pg'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPersonOf } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { fillDemo } from '../../bin/demo/fill.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { beginDeparture, eraseMeNow } from './commands/departure.ts'

let fresh: TestDatabase
let database: Database
beforeAll(async () => {
  fresh = await testDatabase()
  database = openDatabase({ url: fresh.servingUrl, max: 2 })
  const client = new pg.Client(fresh.ownerUrl)
  await client.connect()
  await fillDemo(client, 'no hash')
  await client.end()
})
afterAll(async () => {
  await database.close()
  await fresh.drop()
})

/** All of the database that could hold somebody's words, as text. */
async function everything(): Promise<Map<string, string>> {
  const { rows } = await fresh.ownerPool.query(
    `select n.nspname || '.' || c.relname as name, format('%I.%I', n.nspname, c.relname) as from from pg_class c join pg_namespace n on n.oid = c.relnamespace
     where c.relkind in ('r', 'm') and n.nspname not in ('pg_catalog', 'information_schema')`,
  )
  const texts = new Map<string, string>()
  for (const { name, from } of rows) {
    const found = await fresh.ownerPool.query(`select coalesce(string_agg(t::text, e'\\n'), '') as text from ${from} t`)
    texts.set(name, found.rows[0].text)
  }
  return texts
}

const written = async (personId: string): Promise<string[]> => {
  const { rows } = await fresh.ownerPool.query('select body from passage where author_id = $1 and char_length(body) > 12', [personId])
  return rows.map(({ body }) => body)
}

/** A text as it stands inside a row that was made text: quotes and backslashes doubled there. */
const inRow = (body: string) =>
  body
    .split(/["\\\n]/)
    .sort((a, b) => b.length - a.length)[0]!
    .trim()

for (const email of ['amara@example.org', 'lena@example.org', 'jonas@example.org']) {
  test(`in the whole world of the demo, nothing of ${email} is left after erasure: no word, no name, no address`, async () => {
    const { rows } = await fresh.ownerPool.query(
      'select p.organisation_id, p.id, p.name from person p join account a on a.organisation_id = p.organisation_id and a.person_id = p.id where a.email = $1',
      [email],
    )
    const [{ organisation_id: organisationId, id: personId, name }] = rows
    const words = await written(personId)
    expect(words.length).toBeGreaterThan(3)
    await asPersonOf(database, { organisationId, personId }, async (db) => {
      expect(await beginDeparture(db, personId)).toEqual({ ok: true })
      expect(await eraseMeNow(db)).toBeDefined()
    })
    const left = await everything()
    const found = [...left].flatMap(([table, text]) =>
      [name, email, ...words.map(inRow)].filter((word) => text.includes(word)).map((word) => `${table}: ${word}`),
    )
    expect(found).toEqual([])
  })
}
