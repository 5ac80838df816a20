import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJob, asPersonOf, asVisitor } from '#platform/db/bound.ts'
import { expected, people } from './expected.ts'
import { rightsOn, type Tries } from './rights.ts'
import { type World, world } from './world.ts'

let all: World
beforeAll(async () => {
  all = await world()
})
afterAll(() => all.cast.close())

test('everybody may do with every row what the table of rights says, and nothing else', async () => {
  const found = new Map(all.planted.map((row) => [row.name, [] as string[]]))
  for (const name of people) {
    await as(name, async (who) => {
      for (const row of all.planted) found.get(row.name)?.push((await rightsOn(row, who)).replaceAll('-', '') || '.')
    })
  }
  expect(readable([...found].map(([name, letters]) => [name, ...letters]))).toEqual(readable(cells(expected)))
}, 240_000)

test('every table has a row in the table of rights', async () => {
  const { rows } = await all.cast.owner.query(`select tablename as name from pg_tables where schemaname = 'public'`)
  const planted = new Set(all.planted.map((row) => row.table))
  expect(rows.map((row) => row.name).filter((name) => !planted.has(name))).toEqual([])
})

const cells = (text: string) =>
  text
    .trim()
    .split('\n')
    .slice(1)
    .map((line) => line.split('|').map((cell) => cell.trim()))

/** One line for each row, with the people who may do anything: a difference reads as a sentence. */
const readable = (rows: string[][]) =>
  rows.map(
    ([name, ...letters]) =>
      `${name}: ${
        people
          .map((who, index) => `${who} ${letters[index]}`)
          .filter((said) => !said.endsWith(' .'))
          .join(', ') || 'nobody'
      }`,
  )

async function as(name: (typeof people)[number], work: (who: Tries) => Promise<void>): Promise<void> {
  const { cast, rahel, milan, paul } = all
  const persons = {
    Amara: cast.amara,
    Lena: cast.lena,
    Rahel: rahel,
    Milan: milan,
    Paul: paul,
    Jonas: cast.jonas,
    Ines: cast.ines,
    Nour: cast.nour,
  }
  if (name === 'visitor')
    return asVisitor(cast.database, cast.amara.organisationId, (db) => work({ db, role: 'lotse_visitor', personId: null }))
  if (name === 'job') return asJob(cast.database, (db) => work({ db, role: 'lotse_job', personId: null }))
  const person = name === 'nobody' ? { organisationId: '', personId: '' } : persons[name]
  return asPersonOf(cast.database, person, (db) => work({ db, role: 'lotse_person', personId: person.personId || null }))
}
