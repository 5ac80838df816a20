import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { readersOfStep, wholeJourney } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { readersOf } from '#sharing/queries.ts'
import type { Person } from '../cast.ts'
import { type World, world } from './world.ts'

let all: World
let everybody: Person[]
beforeAll(async () => {
  all = await world()
  const { rows } = await all.cast.owner.query<Person>('select organisation_id as "organisationId", id as "personId", name from person')
  everybody = rows
})
afterAll(() => all.cast.close())

interface Text {
  id: string
  author_id: string
  audience_id: string | null
  subject_id: string
  field: string
}

test('whoever is named beside a text can read it, and nobody else can', async () => {
  const { rows: texts } = await all.cast.owner.query<Text>('select id, author_id, audience_id, subject_id, field from passage')
  for (const text of texts) expect(await canRead(text), text.field).toEqual(await namedBeside(text))
  expect(texts.length).toBeGreaterThan(6)
})

test('somebody outside an audience is told no names', async () => {
  const journeyId = all.planted.find((row) => row.name === 'the journey')!.stored.id!
  for (const person of [all.cast.jonas, all.milan, all.paul, all.cast.nour]) {
    expect(await all.cast.as(person, (db) => readersOf(db, journeyId))).toEqual([])
  }
  const named = await all.cast.as(all.cast.amara, (db) => readersOf(db, journeyId))
  expect(named.map((reader) => reader.name).sort()).toEqual(['Amara Okafor', 'Lena Brandt', 'Rahel Stern'])
})

test('nobody sees any row of any table without being somebody', async () => {
  const { rows } = await all.cast.owner.query(
    `select relname as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r'
       and has_any_column_privilege('lotse_person', oid, 'select')`,
  )
  const seen = await all.cast.as({ organisationId: '', personId: '', name: 'nobody' }, async (db) => {
    const counted: string[] = []
    for (const { name } of rows) {
      const found = await sql`select from ${sql.table(name)} limit 1`.execute(db)
      if (found.rows.length > 0) counted.push(name)
    }
    return counted
  })
  expect(seen).toEqual([])
  expect(rows.length).toBeGreaterThan(25)
})

async function canRead(text: Text): Promise<string[]> {
  const able: string[] = []
  for (const person of everybody) {
    const { rows } = await all.cast.as(person, (db) => sql`select from passage where id = ${text.id}::uuid`.execute(db))
    if (rows.length > 0) able.push(person.name)
  }
  return able.sort()
}

/** The names a page shows: those of the audience, or the author's own, and of everybody to whom this one text was opened. */
async function namedBeside(text: Text): Promise<string[]> {
  const nameOf = (id: string) => everybody.find((person) => person.personId === id)!.name
  return all.cast.as(all.cast.amara, async (db) => {
    const audience = text.audience_id ? await namesIn(db, text.audience_id, text.subject_id) : [nameOf(text.author_id)]
    const { rows } = await sql<{ reader_id: string }>`select reader_id from share where passage_id = ${text.id}::uuid
      and since <= now() and (until is null or until > now())`.execute(db)
    const { rows: kept } = await sql<{ person_id: string }>`select w.person_id from passage p, withheld_in(p.context_id) w
      where p.id = ${text.id}::uuid and w.subject_id in (p.id, p.subject_id)`.execute(db)
    const from = new Set(kept.map((row) => nameOf(row.person_id)))
    return [...new Set([...audience.filter((name) => !from.has(name)), ...rows.map((row) => nameOf(row.reader_id))])].sort()
  })
}

/** Those of the audience; at a step also those of its journey, and about a step also whoever helps with it. */
async function namesIn(db: PersonDb, audienceId: string, subjectId: string): Promise<string[]> {
  const readers = await readersOf(db, audienceId)
  const atStep = await sql<{ name: string }>`select name from readers_of_step(${audienceId}::uuid)`.execute(db)
  const whole = await wholeJourney(db, audienceId)
  const step = whole?.cycles
    .flatMap((cycle) => cycle.steps)
    .find(({ id, needs }) => id === subjectId || needs.some((need) => need.id === subjectId))
  const named = step ? readersOfStep(readers, step) : readers
  return [...named, ...atStep.rows].map(({ name }) => name)
}
