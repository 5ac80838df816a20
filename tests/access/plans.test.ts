import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { generate, type Measured } from '../../bin/bench/generate.ts'
import { ask } from '../app.ts'
import { type Cast, cast } from '../cast.ts'

let all: Cast
let measured: Measured
const people = 300
/** From so many rows on, reading a table whole is a mistake; below, it is the quickest way. */
const small = 100

beforeAll(async () => {
  all = await cast()
  const client = await all.owner.connect()
  // As on a solid-state disk: else tables of a few pages are read whole for good reason.
  await client.query(`do $$ begin execute format('alter database %I set random_page_cost = 1', current_database()); end $$`)
  measured = await generate(client, people)
  client.release()
}, 120_000)
afterAll(() => all.close())

test('no page and no form reads a large table whole, however full the database is', async () => {
  const app = ask(all)
  const person = { organisationId: measured.organisationId, personId: measured.personId, name: 'Person 1' }
  const here = `/journeys/${measured.journeyId}`
  await all.owner.query(`update organisation set host = 'measured.localhost' where id = $1`, [measured.organisationId])
  const before = await reads()
  // Several times: after the fifth, PostgreSQL may change to a plan that serves every value.
  for (let round = 0; round < 6; round++) {
    for (const path of [
      '/today',
      '/journeys',
      '/accompanying',
      '/facilitators',
      '/needs',
      '/questions',
      '/practice',
      '/over-time',
      '/sessions',
      '/reflections',
      '/help-requests',
      here,
      `${here}/facilitation`,
      `${here}/removed`,
      `${here}/challenge/versions`,
      `${here}/export.json`,
    ]) {
      expect((await app.get(path, person, { host: 'measured.localhost' })).status, path).toBe(200)
    }
    const noted = await app.post(`${here}/observations`, { noteId: newId(), text: `Notiz ${round}` }, person, {
      host: 'measured.localhost',
      origin: 'http://measured.localhost',
    })
    expect(noted.status).toBe(303)
  }
  expect(await readWholeSince(before)).toEqual([])
}, 60_000)

interface Reads {
  name: string
  whole: number
  byIndex: number
}

async function reads(): Promise<Map<string, Reads>> {
  const { rows } = await all.owner.query<Reads>(
    `select s.relname as name, s.seq_scan as whole, s.idx_scan as "byIndex" from pg_stat_user_tables s join pg_class c on c.oid = s.relid
     where s.schemaname = 'public' and c.reltuples > $1`,
    [small],
  )
  return new Map(rows.map((row) => [row.name, row]))
}

/** A connection hands in what it counted when it ends. */
async function readWholeSince(before: Map<string, Reads>): Promise<string[]> {
  expect(before.size).toBeGreaterThan(10)
  await all.owner.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where datname = current_database() and usename = 'lotse_serving'`,
  )
  const byIndex = async () => (await reads()).get('passage')!.byIndex
  await expect.poll(byIndex).toBeGreaterThan(before.get('passage')!.byIndex)
  return [...(await reads()).values()].filter(({ name, whole }) => whole > (before.get(name)?.whole ?? 0)).map(({ name }) => name)
}
