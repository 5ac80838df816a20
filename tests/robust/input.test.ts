import fc from 'fast-check'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type World, world } from '../access/world.ts'
import { anySign } from '../any-sign.ts'
import { ask } from '../app.ts'
import { type Addressed, addressed } from './addresses.ts'

let all: World
let to: Addressed
const said: string[] = []
/** The same for everybody and every run of the suite; other ones are asked for by hand, for hours where somebody wants to. */
const seed = Number(process.env.FUZZ_SEED ?? 1)
const runs = Number(process.env.FUZZ_RUNS ?? 4)
/** Stands in everything that is sent; wherever it comes up again outside the database and the answer, words have leaked. */
const planted = 'Geheimwort'

beforeAll(async () => {
  all = await world()
  to = addressed(all)
  const heard = (...parts: unknown[]) => {
    said.push(parts.map(String).join(' '))
    return true
  }
  for (const name of ['log', 'info', 'warn', 'error', 'debug'] as const) vi.spyOn(console, name).mockImplementation(heard)
  for (const stream of [process.stdout, process.stderr]) vi.spyOn(stream, 'write').mockImplementation(heard)
})
afterAll(async () => {
  vi.restoreAllMocks()
  await all.cast.close()
})

const value = fc.oneof(
  fc.constantFrom(
    '',
    ' ',
    '0',
    '-1',
    '11',
    '1e999',
    'NaN',
    'null',
    'on',
    'true',
    '2026-02-30',
    '0000-00-00',
    '9999-12-31',
    '../..',
    '\0',
    '%00',
  ),
  fc.constantFrom(
    'problem',
    'yes',
    'training',
    'done',
    'next_cycle',
    'declare_solved',
    'reframe',
    'no_time',
    'specialist',
    'accepted',
    'de',
    'journey',
  ),
  fc.constantFrom(
    `<script>${planted}</script>`,
    `${planted}'; drop table passage; --`,
    planted.repeat(3_000),
    `${planted}\r\nset-cookie: a=b`,
  ),
  fc.uuid(),
  fc.string({ unit: anySign, maxLength: 40 }).map((text) => planted + text),
)

/** The names of everything that a form of the program has, so that what is sent reaches beyond the first check. */
async function namesOfInputs(): Promise<string[]> {
  const app = ask(all.cast)
  const names = new Set(['id', 'version.title', '__proto__', 'constructor', 'then', 'opens'])
  for (const address of app.addresses('GET').filter((path) => !path.includes('*') && path !== '/events')) {
    for (const [, who] of to.people) {
      const html = await (await app.get(to.filled(address), who)).text()
      for (const [, name] of html.matchAll(/\sname="([^"]+)"/g)) names.add(name!)
    }
  }
  return [...names]
}

const bodyOf = (names: string[]) => {
  const entries = fc.array(fc.tuple(fc.constantFrom(...names), value), { maxLength: 25 })
  const form = entries.map((pairs) => ({
    body: new URLSearchParams(pairs.map(([name, text]) => [name, text.toWellFormed()])),
    headers: {},
  }))
  const raw = fc
    .tuple(
      fc.constantFrom(
        'application/x-www-form-urlencoded',
        'multipart/form-data; boundary=x',
        'multipart/form-data',
        'application/json',
        'text/plain',
        'image/png',
      ),
      fc.constantFrom(
        '',
        '%',
        '%ff%fe=%ed%a0%80',
        `{"title":"${planted}"`,
        '--x\r\ncontent-disposition: form-data; name="title"\r\n\r\nohne Ende',
        '&&=&=',
      ),
    )
    .map(([type, body]) => ({ body, headers: { 'content-type': type } }))
  const known = fc.constantFrom<Record<string, string>>({}, { 'x-lotse-autosave': '1' }, { 'hx-request': 'true' })
  return fc
    .tuple(fc.oneof({ weight: 3, arbitrary: form }, raw), known)
    .map(([sent, more]) => ({ ...sent, headers: { ...sent.headers, ...more } }))
}

test(
  'whatever is sent to whichever form, by whomever: nothing breaks, and nothing of it is logged',
  async () => {
    const sent = bodyOf(await namesOfInputs())
    const broken: string[] = []
    const addresses = ask(all.cast).addresses('POST')
    for (const address of addresses) {
      // Signed in anew each time: one of the forms signs out.
      const app = ask(all.cast)
      for (const [name, who] of to.people) {
        const path = to.filled(address)
        const property = fc.asyncProperty(sent, async (request) => {
          const { status } = await app.send('POST', path, request, who)
          return status < 500
        })
        const result = await fc.check(property, { seed, numRuns: runs, endOnFailure: true })
        if (result.failed) broken.push(`${address} by ${name}: ${said.at(-1)} after ${inShort(result.counterexample?.[0])}`)
      }
    }
    expect(broken).toEqual([])
    expect(addresses.length).toBeGreaterThan(30)
    expect(said.filter((line) => line.includes(planted))).toEqual([])
  },
  60_000 * runs,
)

test('a bug is told with its place and the number the page shows, without a word of what was typed', async () => {
  const app = ask(all.cast)
  // A condition that the program does not know: PostgreSQL quotes the whole row when it is broken.
  await all.cast.owner.query('alter table passage add constraint unknown_to_the_program check (field <> $$whyItMatters$$) not valid')
  const journeyId = newId()
  await app.post('/journeys', { id: journeyId, situation: `${planted} eins` }, all.cast.amara)
  said.length = 0
  const path = `/journeys/${journeyId}/challenge`
  const answer = await app.post(path, { whyItMatters: `${planted} zwei`, 'version.whyItMatters': '0' }, all.cast.amara)
  expect(answer.status).toBe(500)
  const page = await answer.text()
  const [line] = said.filter((text) => text.includes('requestId'))
  expect(line).toContain('23514')
  expect(page).toContain(JSON.parse(line!).requestId)
  expect(said.filter((text) => text.includes(planted))).toEqual([])
  expect(page).not.toContain(planted)
})

const inShort = (request: unknown) => {
  const { body, headers } = (request ?? {}) as { body?: unknown; headers?: unknown }
  return `${String(body).slice(0, 300)} ${JSON.stringify(headers)}`
}
