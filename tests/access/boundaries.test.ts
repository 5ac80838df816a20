import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { attempt, insert, type Tries } from './rights.ts'
import { type Planted, plantAlso, plantJourney, type World, world } from './world.ts'

let all: World
let hers: Planted[]
const amaras = new Map<string, Planted>()
let journeyId: string
let lenasJourneyId: string

beforeAll(async () => {
  all = await world()
  for (const row of all.planted) amaras.set(row.name, row)
  journeyId = amaras.get('the journey')!.stored.id!
  lenasJourneyId = newId()
  const { amara, lena, jonas, owner } = all.cast
  await owner.query(`insert into journey (organisation_id, id, learner_id) values ($1, $2, $3)`, [
    lena.organisationId,
    lenasJourneyId,
    lena.personId,
  ])
  await owner.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from) values ($1, $2, $3, $4, 'learner', now())`,
    [lena.organisationId, newId(), lenasJourneyId, lena.personId],
  )
  hers = []
  const inIt = { organisation_id: lena.organisationId, journey_id: lenasJourneyId }
  await plantJourney(owner, plantAlso(owner, hers), inIt, { amara: lena, lena: amara, milan: all.milan, jonas })
})
afterAll(() => all.cast.close())

const asLena = <T>(work: (who: Tries) => Promise<T>) =>
  all.cast.as(all.cast.lena, (db) => work({ db, role: 'lotse_person', personId: all.cast.lena.personId }))

/** Columns that only name something and open nothing: whoever follows one passes the policies of what it names. */
const names = ['created_by', 'from_passage_id', 'carried_from_id', 'subject_id']

test('nothing in a journey of her own lets a facilitator reach, or take a place in, the one she accompanies', async () => {
  const letIn: string[] = []
  await asLena(async (who) => {
    for (const row of hers) {
      const theirs = amaras.get(row.name)!
      for (const [column, value] of Object.entries(theirs.stored)) {
        if (column === 'id' || names.includes(column) || !isId(value) || value === row.stored[column] || value === who.personId) continue
        if ((await insert(row.table, { ...row.stored, ...row.asNew, id: newId(), [column]: value }, who)) === 'added')
          letIn.push(`add ${row.name}: ${column}`)
        const moved = await attempt(who, `update ${row.table} set ${column} = $1 where ${keyOf(row)}`, [value])
        if (typeof moved === 'number' && moved > 0) letIn.push(`move ${row.name}: ${column}`)
      }
    }
  })
  // Her own acts in the journey she accompanies belong to its course.
  expect(letIn).toEqual(['add what happened: journey_id'])
})

test('nobody adds a row in the name of somebody else', async () => {
  const forged: string[] = []
  const { cast, rahel } = all
  for (const person of [cast.amara, cast.lena, rahel, cast.jonas, cast.ines]) {
    await cast.as(person, async (db) => {
      for (const row of all.planted) {
        if (!row.actor || row.stored[row.actor] === person.personId) continue
        const answer = await insert(
          row.table,
          { ...row.stored, ...row.asNew, id: newId() },
          { db, role: 'lotse_person', personId: person.personId },
        )
        if (answer !== 'refused') forged.push(`${person.name}: ${row.name}`)
      }
    })
  }
  expect(forged).toEqual([])
})

test('no row moves to another organisation', async () => {
  const moved: string[] = []
  const { cast } = all
  for (const person of [cast.amara, cast.lena, cast.ines]) {
    await cast.as(person, async (db) => {
      for (const row of all.planted) {
        if (!('organisation_id' in row.stored)) continue
        const who = { db, role: 'lotse_person', personId: person.personId }
        const answer = await attempt(who, `update ${row.table} set organisation_id = $1 where ${keyOf(row)}`, [cast.nour.organisationId])
        if (typeof answer === 'number' && answer > 0) moved.push(`${person.name}: ${row.name}`)
      }
    })
  }
  expect(moved).toEqual([])
})

test('whoever accompanies cannot keep words about a learner out of their sight', async () => {
  const response = amaras.get("Lena's response")!
  const words = { ...response.stored, subject_id: newId() }
  await asLena(async (who) => {
    expect(await insert('passage', { ...words, id: newId() }, who)).toBe('added')
    expect(await insert('passage', { ...words, id: newId(), audience_id: null }, who)).toBe('refused')
    expect(await insert('passage', { ...words, id: newId(), audience_id: lenasJourneyId }, who)).toBe('refused')
    const becomes = (audience: string | null) =>
      attempt(who, 'update passage set audience_id = $1 where id = $2', [audience, response.stored.id])
    expect(await becomes(journeyId)).toBe(1)
    expect(await becomes(null)).toBe('42501')
    expect(await becomes(lenasJourneyId)).toBe('42501')
  })
})

test('whoever accompanies writes in no field of the learner', async () => {
  const title = amaras.get('a text of the journey')!
  await asLena(async (who) => {
    expect(await insert('passage', { ...title.stored, id: newId(), author_id: who.personId }, who)).toBe('refused')
  })
})

const isId = (value: string | null | undefined) => /^[0-9a-f]{8}-[0-9a-f-]{27}$/.test(value ?? '')

/** The columns that name one row of its table. */
function keyOf({ stored }: Planted): string {
  const key = stored.id ? ['id'] : Object.keys(stored).filter((column) => column.endsWith('_id') && column !== 'organisation_id')
  return key.map((column) => `${column} = '${stored[column]}'`).join(' and ') || 'false'
}
