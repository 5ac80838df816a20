import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { generate, type Measured } from '../../bin/bench/generate.ts'
import { type Ask, ask } from '../app.ts'
import { type Cast, cast, type Person } from '../cast.ts'
import { fillAround, idOf } from './many.ts'

let all: Cast
let app: Ask
let measured: Measured
/** Somebody in the middle, and whoever accompanies them. */
let learner: Person
let facilitator: Person
const host = 'measured.localhost'
const here = `/journeys/${idOf('journey', 10)}`
const everybodys = [
  ...[
    '/today',
    '/journeys',
    '/sessions',
    '/sessions/new',
    '/questions',
    '/questions/new',
    '/practice',
    '/practice/cases',
    '/practice/cases/new',
  ],
  ...['/practice/journal', '/practice/profile', '/practice/export.json', '/reflections', '/reflections/shared', '/reflections/removed'],
  ...[
    '/facilitators',
    '/facilitators/mine',
    '/facilitators?q=frage',
    '/help-requests',
    '/needs',
    '/over-time',
    '/settings/mail',
    '/my-data',
  ],
  ...['/accompanying', '/accompanying/absence', '/quickscan/mine', here, `${here}/facilitation`],
]
const learners = [
  ...[`${here}/removed`, `${here}/challenge/versions`, `${here}/export.json`, `${here}/help`, `${here}/ending`],
  ...[`/sessions/${idOf('session', 10, 1)}`, `/sessions/${idOf('session', 10, 9)}`, `/sessions/${idOf('session', 10, 1)}/people`],
  ...[`/sessions/new?journey=${idOf('journey', 10)}`, `/facilitators/${idOf('person', 9)}?journey=${idOf('journey', 10)}`],
  ...[`/facilitators/requests/${idOf('request', 10, 1)}`, `/help-requests/${idOf('help', 10, 1)}`, `/needs/${idOf('need', 10, 1)}`],
  ...[`/reflections/${idOf('entry', 10, 1)}`, `/reflections/${idOf('entry', 10, 1)}/sharing`, `/questions/${idOf('question', 10, 1)}`],
  ...[`/practice/cases/${idOf('case', 10, 1)}`, `/practice/journal/${idOf('note', 10, 1)}`],
  ...['/organisation', '/organisation/mail', '/my-data/journal.json'],
]
const facilitators = [
  ...[`/facilitators/requests/${idOf('request', 10, 1)}`, `/help-requests/${idOf('help', 10, 1)}`, `/steps/${idOf('step', 10, 14)}`],
  ...[`/practice/cases/${idOf('case', 10, 1)}`, `/sessions/${idOf('session', 10, 1)}`],
]
const people = 300
/** From so many rows on, reading a table whole is a mistake; below, it is the quickest way. */
const small = 100
/** Pages that list all of an organisation read all of it: its people, who introduces themselves, and the cases that are open to colleagues. */
const shownWhole = ['person', 'introduction', 'intervision_case']

beforeAll(async () => {
  all = await cast()
  const client = await all.owner.connect()
  // As on a solid-state disk: else tables of a few pages are read whole for good reason. And with the plans that PostgreSQL changes to after a
  // while, which serve every value.
  await client.query(`do $$ begin
    execute format('alter database %I set random_page_cost = 1', current_database());
    execute format('alter database %I set plan_cache_mode = force_generic_plan', current_database());
  end $$`)
  measured = await generate(client, people)
  await fillAround(client, measured.organisationId, people)
  client.release()
  app = ask(all)
  const person = (i: number) => ({ organisationId: measured.organisationId, personId: idOf('person', i), name: `Person ${i}` })
  learner = person(10)
  facilitator = person(9)
}, 400_000)
afterAll(() => all.close())

test('no page and no form reads a large table whole, however full the database is', async () => {
  await all.owner.query(`update organisation set host = 'measured.localhost' where id = $1`, [measured.organisationId])
  await all.owner.query(`insert into permission (organisation_id, id, person_id, kind) values ($1, gen_random_uuid(), $2, 'admin')`, [
    measured.organisationId,
    learner.personId,
  ])
  const before = await reads()
  for (const [who, paths] of [
    [learner, [...everybodys, ...learners]],
    [facilitator, [...everybodys, ...facilitators]],
  ] as const)
    for (const path of paths) expect((await app.get(path, who, { host })).status, path).toBe(200)
  const noted = await app.post(`${here}/observations`, { noteId: newId(), text: 'Notiz' }, learner, { host, origin: `http://${host}` })
  expect(noted.status).toBe(303)
  expect(await readWholeSince(before)).toEqual([])
}, 400_000)

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
  return [...(await reads()).values()]
    .filter(({ name, whole }) => whole > (before.get(name)?.whole ?? 0) && !shownWhole.includes(name))
    .map(({ name }) => name)
}
