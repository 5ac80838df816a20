import { expect } from 'vitest'
import { type Program, password } from './program.ts'

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}|(?<=^\/practice\/profile\/)c-[a-z-]+/g
/** Pages of one kind are looked at once; journeys, of which each stands in another phase, one by one. */
const kindOf = (path: string) =>
  path.replace(/^(\/journeys\/[0-9a-f-]{36})?(.*)$/, (_all, journey = '', rest: string) => `${journey}${rest.replace(ids, ':id')}`)
const isPage = (path: string) => !/\/export\.|\/attachments\/|\/file$|\.(xml|json|txt|ics|md|zip)$/.test(path)

/** Reads one page and gives the paths that it links to. */
export type Look = (path: string) => Promise<string[]>

/** Goes wherever links lead from where somebody begins, with as many eyes at once as there are looks. The answer is all that was read. */
export async function readEverywhere({ from, except }: { from: string[]; except?: RegExp }, ...looks: Look[]): Promise<string[]> {
  const seen = new Set<string>()
  const isNew = (path: string) => isPage(path) && !except?.test(path) && !seen.has(kindOf(path)) && seen.add(kindOf(path))
  const read: string[] = []
  for (let next = from.filter(isNew); next.length > 0; ) {
    read.push(...next)
    const links: string[][] = []
    const rest = next.entries()
    await Promise.all(
      looks.map(async (look) => {
        for (const [at, path] of rest) links[at] = await look(path)
      }),
    )
    next = links.flat().filter(isNew)
  }
  return read
}

/** Comes in as somebody of the demo world, through the door, without a browser. What it gives opens a page: its HTML as the server sends it. */
export async function opener({ origin }: Program, name: 'amara' | 'lena' | 'ines'): Promise<(path: string) => Promise<string>> {
  const form = new URLSearchParams({ email: `${name}@example.org`, password })
  const came = await fetch(`${origin}/sign-in`, { method: 'POST', body: form, headers: { origin }, redirect: 'manual' })
  expect(came.headers.get('location')).toBe('/today')
  const cookie = came.headers
    .getSetCookie()
    .map((one) => one.split(';')[0])
    .join('; ')
  return async (path) => (await fetch(origin + path, { headers: { cookie } })).text()
}
