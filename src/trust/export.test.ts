import { Ajv2020 } from 'ajv/dist/2020.js'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { handoverStates, trialAnswers } from '#facilitation/rules/handover.ts'
import { hats } from '#facilitation/rules/hats.ts'
import { overridePhases, supportLevels } from '#facilitation/rules/support-level.ts'
import * as choices from '#journey/rules/choices.ts'
import { expected, people } from '../../tests/access/expected.ts'
import { type World, world } from '../../tests/access/world.ts'
import { type Ask, ask, origin } from '../../tests/app.ts'
import type { Person } from '../../tests/cast.ts'
import schema from './content/journey-1.schema.json' with { type: 'json' }

let all: World
let app: Ask
let journeyId: string
let readers: Record<'Amara' | 'Lena' | 'Rahel', Person>
beforeAll(async () => {
  all = await world()
  app = ask(all.cast)
  journeyId = all.planted.find((row) => row.name === 'the journey')!.stored.id!
  readers = { Amara: all.cast.amara, Lena: all.cast.lena, Rahel: all.rahel }
})
afterAll(() => all.cast.close())

const exported = (ending: 'md' | 'json', who?: Person) => app.get(`/journeys/${journeyId}/export.${ending}`, who)
const document = async (who: Person) => (await exported('json', who)).json()

describe.each(['Amara', 'Lena', 'Rahel'] as const)('the copy of %s', (name) => {
  test.each(['json', 'md'] as const)('holds every word that the table of rights lets them read, and no other (%s)', async (ending) => {
    const copy = await (await exported(ending, readers[name])).text()
    const texts = all.planted.filter((row) => row.table === 'passage' && row.stored.context_id === journeyId).map((row) => row.name)
    expect(texts.filter((text) => copy.includes(text))).toEqual(texts.filter((text) => mayRead(name, text)))
    expect(texts.length).toBeGreaterThan(5)
  })

  test('fits the published schema', async () => {
    const validate = new Ajv2020({ allowUnionTypes: true, strictTypes: false }).compile(schema)
    validate(await document(readers[name]))
    expect(validate.errors).toBeNull()
  })
})

test('numbers and choices that are never shared are in the copy of the learner alone', async () => {
  const hers = await document(all.cast.amara)
  expect([hers.challenges[0].importance, hers.cycles[0].review.mood, hers.transferChecks[0].helped]).toEqual([8, 'good', ['time']])
  expect([hers.cycles[1].review.savedAt, hers.closings.length, hers.cycles[1].observations.length]).toEqual([null, 2, 2])
  const lenas = await document(all.cast.lena)
  expect([lenas.challenges[0].importance, lenas.cycles[0].review.mood, lenas.transferChecks[0].helped]).toEqual([null, null, null])
  expect([lenas.cycles[1].review, lenas.closings.length, lenas.cycles[1].observations.length, lenas.removed]).toEqual([null, 1, 1, []])
})

test('how closely a journey is accompanied is in the copies of the two who agreed on it, and in no other', async () => {
  const said = /"(guided|regular|on_call|independent)"/
  for (const name of ['Amara', 'Lena'] as const) {
    const copy = await document(readers[name])
    expect(copy.handovers.at(-1), name).toMatchObject({ fromLevel: 'regular', toLevel: 'on_call' })
    expect(copy.hatChanges, name).toHaveLength(1)
  }
  const rahels = await (await exported('json', readers.Rahel)).text()
  expect(rahels).not.toMatch(said)
  expect(JSON.parse(rahels)).toMatchObject({ handovers: [], hatChanges: [] })
})

test('who led is said once for each of them, with the phases', async () => {
  await all.cast.owner.query(
    `update review set lead = '{"plan": "shared", "try": "learner", "evaluate": "learner"}' where journey_id = $1`,
    [journeyId],
  )
  const copy = await (await exported('md', all.cast.lena)).text()
  expect(copy).toMatch(/gemeinsam: Planen; Amara[^:]*: Ausprobieren, Auswerten/)
})

test('whoever may not read a journey finds no copy of it, as if it did not exist', async () => {
  for (const person of [all.milan, all.paul, all.cast.jonas, all.cast.ines]) {
    for (const ending of ['md', 'json'] as const) expect((await exported(ending, person)).status, person.name).toBe(404)
  }
  expect((await app.get('/journeys/not-an-id/export.md', all.cast.amara)).status).toBe(404)
  for (const nobodyHere of [undefined, all.cast.nour])
    expect((await exported('json', nobodyHere)).headers.get('location')).toMatch(/^\/sign-in/)
})

test('what lies in the bin is in the copy of the learner', async () => {
  const step = all.planted.find((row) => row.name === 'a step')!.stored.id
  await all.cast.owner.query('update step set removed_at = now() where id = $1', [step])
  const copy = await document(all.cast.amara)
  await all.cast.owner.query('update step set removed_at = null where id = $1', [step])
  expect(copy.removed).toMatchObject([{ kind: 'step', id: step }])
  expect(copy.cycles[1].steps).toEqual([])
})

test('the same journey gives the same copy', async () => {
  const [once, again] = [await document(all.cast.amara), await document(all.cast.amara)]
  expect({ ...again, exported: null }).toEqual({ ...once, exported: null })
})

test('both copies are downloads that are named after the journey and kept in no cache', async () => {
  for (const ending of ['md', 'json'] as const) {
    const { headers } = await exported(ending, all.cast.amara)
    expect(headers.get('content-disposition')).toBe(
      `attachment; filename="a-text-of-the-journey.${ending}"; filename*=UTF-8''a-text-of-the-journey.${ending}`,
    )
    expect(headers.get('cache-control')).toBe('no-store')
  }
})

test('the schema is published for everybody, at the address that every copy names', async () => {
  const { $schema } = await document(all.cast.amara)
  const answer = await app.get($schema.replace(origin, ''))
  expect(answer.headers.get('content-type')).toBe('application/schema+json')
  expect(await answer.json()).toEqual({ $id: $schema, ...schema })
})

test('the schema knows the same values as the rules', () => {
  const known = new Set(
    [...Object.values(choices), supportLevels, overridePhases, handoverStates, trialAnswers, hats].map((values) => keyOf(values)),
  )
  const others = [
    'coaching training',
    'facilitator learner',
    'author journey pair',
    'author item journey pair',
    'answered open resolved withdrawn',
    'not_available question there',
    'coach peer trainer',
    'accepted asked declined ended',
    'accepted declined waiting',
    'attachment need observation step success_sign',
    'accepted declined waiting withdrawn',
    'answered cancelled declined open',
    'next_move question step',
  ]
  const unknown = enumsIn(schema)
    .map(keyOf)
    .filter((key) => !known.has(key) && !others.includes(key))
  expect(unknown).toEqual([])
})

const keyOf = (values: readonly unknown[]) =>
  values
    .filter((value) => value !== null)
    .map(String)
    .sort()
    .join(' ')

function enumsIn(node: unknown): unknown[][] {
  if (typeof node !== 'object' || node === null) return []
  const own = 'enum' in node && Array.isArray(node.enum) ? [node.enum as unknown[]] : []
  return [...own, ...Object.values(node).flatMap(enumsIn)]
}

function mayRead(name: (typeof people)[number], row: string): boolean {
  const cells = expected.split('\n').map((line) => line.split('|').map((cell) => cell.trim()))
  return cells.find(([title]) => title === row)![people.indexOf(name) + 1]!.includes('s')
}
