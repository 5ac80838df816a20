import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type World, world } from '../access/world.ts'
import { type Ask, ask } from '../app.ts'
import type { Person } from '../cast.ts'
import { type Addressed, addressed } from './addresses.ts'

let all: World
let app: Ask
let to: Addressed
beforeAll(async () => {
  all = await world()
  app = ask(all.cast)
  to = addressed(all)
})
afterAll(() => all.cast.close())

/** Open to whoever holds the address, or about nobody: a token that nobody was given says so in a page of its own. */
const open = [':token', '/erasures/', ':occasion', ':event', ':answer', ':competency', ':day', '*']
const named = (method: 'GET' | 'POST') =>
  app.addresses(method).filter((address) => address.includes(':') && !open.some((part) => address.includes(part)))
const nextDoor = { host: 'sued.localhost', origin: 'http://sued.localhost' }

/** What a page says to one who may not see it, without what differs from request to request. */
const said = async (answer: Response) => (await answer.text()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')

/** Where the answer tells a thing of this organisation from one that never was; pages are 404 besides. */
async function differing(method: 'GET' | 'POST', who: Person, headers: Record<string, string>): Promise<string[]> {
  const ask = async (path: string) => {
    const answer = method === 'GET' ? await app.get(path, who, headers) : await app.post(path, {}, who, headers)
    const leads = answer.headers.get('location')?.replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, '')
    return { status: answer.status, leads, said: await said(answer) }
  }
  const found: string[] = []
  for (const address of named(method)) {
    const [theirs, nothing] = [await ask(to.filled(address)), await ask(address.replace(/:\w+/g, () => newId()))]
    if (theirs.status !== nothing.status || theirs.leads !== nothing.leads || theirs.said !== nothing.said)
      found.push(`${address}: ${theirs.status} instead of ${nothing.status}`)
    // One address sends everybody on to a place on the page of the journey, which is asked as well.
    if (method === 'GET' && theirs.status !== 404 && address !== '/journeys/:id/challenge') found.push(`${address}: ${theirs.status}`)
  }
  return found
}

test('in another organisation every address of things here leads to the page for what does not exist, and not a byte more', async () => {
  expect(named('GET').length).toBeGreaterThan(30)
  for (const method of ['GET', 'POST'] as const) expect(await differing(method, all.cast.nour, nextDoor)).toEqual([])
})

test('to a colleague who takes part in nothing it is the same, but for how people introduce themselves', async () => {
  const { organisationId } = all.cast.amara
  const newcomer = { organisationId, personId: newId(), name: 'Kim Sommer' }
  await all.cast.owner.query('insert into person (organisation_id, id, name) values ($1, $2, $3)', [
    organisationId,
    newcomer.personId,
    newcomer.name,
  ])
  for (const method of ['GET', 'POST'] as const)
    expect((await differing(method, newcomer, {})).filter((found) => !found.startsWith('/facilitators/:id'))).toEqual([])
})

test('an address with an id that is none is one of what does not exist', async () => {
  const found: string[] = []
  for (const id of ['1', 'constructor', '%00', '..%2f', `${'a'.repeat(9_000)}`, "'; select 1"])
    for (const address of named('GET')) {
      const { status } = await app.get(address.replace(/:\w+(\{[^}]*\})?/g, encodeURI(id)), all.cast.amara)
      if (status !== 404) found.push(`${address} with ${id.slice(0, 20)}: ${status}`)
    }
  expect(found).toEqual([])
})
