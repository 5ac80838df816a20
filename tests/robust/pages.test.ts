import { afterAll, beforeAll, expect, test } from 'vitest'
import { type World, world } from '../access/world.ts'
import { type Ask, ask } from '../app.ts'
import { type Addressed, addressed } from './addresses.ts'

let all: World
let app: Ask
let to: Addressed
let pages: Page[]
beforeAll(async () => {
  all = await world()
  app = ask(all.cast)
  to = addressed(all)
  const { organisationId, personId } = all.paul
  await all.cast.owner.query('insert into account (organisation_id, person_id, email, email_confirmed_at) values ($1, $2, $3, now())', [
    organisationId,
    personId,
    'paul@example.org',
  ])
  pages = await everyPage()
}, 120_000)
afterAll(() => all.cast.close())

interface Page {
  of: string
  who: string
  answer: Response
  html: string
}

/** Every address there is, as everybody. */
async function everyPage(): Promise<Page[]> {
  const found: Page[] = []
  for (const address of app.addresses('GET').filter((path) => !path.includes('*'))) {
    for (const [name, who] of [...to.people, ['Paul', all.paul] as const]) {
      const answer = await app.get(to.filled(address), who)
      const isPage = answer.headers.get('content-type')?.startsWith('text/html')
      found.push({ of: `${address} for ${name}`, who: name, answer, html: isPage ? await answer.text() : '' })
      if (!isPage) await answer.body?.cancel()
    }
  }
  return found
}

/** What a strict policy forbids, and what would ask somebody else's machine. */
const forbidden: Record<string, RegExp> = {
  'a style in the markup': /\sstyle\s*=|<style[\s>]/i,
  'a script in the markup': /<script(?![^>]*\ssrc=)|\son[a-z]+\s*=\s*["']|javascript:/i,
  'something from another machine':
    /<(?:script|img|link(?![^>]*(?:rel="(?:canonical|alternate)"|itemprop="))|iframe|audio|video|source|form)\b[^>]*\b(?:src|href|action)="(?:https?:)?\/\//i,
}

test('no address breaks, no name stands twice on a page, and every answer carries the headers that protect it', async () => {
  expect(pages.filter(({ answer }) => answer.status >= 500).map(({ of }) => of)).toEqual([])
  expect(pages.filter(({ html }) => html !== '').length).toBeGreaterThan(40)
  const found: string[] = []
  for (const { of, answer, html } of pages) {
    const policy = answer.headers.get('content-security-policy') ?? ''
    if (!policy.includes("default-src 'none'") || /unsafe|https?:|\*/.test(policy)) found.push(`${of}: ${policy}`)
    if (answer.headers.get('x-content-type-options') !== 'nosniff') found.push(`${of}: may be taken for something else`)
    if (answer.headers.get('x-frame-options') !== 'DENY') found.push(`${of}: may be framed`)
    if (answer.headers.get('referrer-policy') !== 'same-origin') found.push(`${of}: tells others where one comes from`)
    const ids = [...html.matchAll(/<[^>]*\sid="([^"]+)"/g)].map(([, id]) => id)
    for (const twice of new Set(ids.filter((id, at) => ids.indexOf(id) < at))) found.push(`${of}: ${twice} names two places`)
    for (const [what, pattern] of Object.entries(forbidden)) if (pattern.test(html)) found.push(`${of}: ${what}`)
  }
  expect(found).toEqual([])
})

test('whoever accepted an invitation finds no word of the journey anywhere before both have confirmed', () => {
  const journey = all.planted.find((row) => row.name === 'the journey')!.stored.id
  const words = all.planted.filter(({ table, stored }) => table === 'passage' && stored.context_id === journey).map(({ name }) => name)
  const readBy = (asked: string) =>
    pages.flatMap(({ of, who, html }) => (who === asked ? words.filter((text) => html.includes(text)).map((text) => `${of}: ${text}`) : []))
  expect(readBy('Paul')).toEqual([])
  expect(readBy('Lena').length).toBeGreaterThan(5)
})

test('what would be forbidden is found where it stands', () => {
  const bad = ['<p style="color: red">', '<script>1</script>', '<a onclick="go()">', '<img src="https://elsewhere.example/a.png">']
  for (const html of bad)
    expect(
      Object.values(forbidden).some((pattern) => pattern.test(html)),
      html,
    ).toBe(true)
  const good = ['<script type="module" src="/browser.js"></script>', '<a href="https://elsewhere.example">', '<p class="style">on time</p>']
  for (const html of good)
    expect(
      Object.values(forbidden).some((pattern) => pattern.test(html)),
      html,
    ).toBe(false)
})
