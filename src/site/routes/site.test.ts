import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask, origin } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { publicPaths } from '../rules/found.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const readable = publicPaths.filter((path) => path !== '/quickscan')
const page = async (path: string, headers?: Record<string, string>) => (await browser.get(path, undefined, headers)).text()

test('the address answers everybody, and leads whoever is signed in to their day', async () => {
  const answer = await browser.get('/')
  expect([answer.status, answer.headers.get('vary')]).toEqual([200, expect.stringContaining('Accept-Language')])
  expect((await browser.get('/', all.amara)).headers.get('location')).toBe('/today')
})

test('a public page runs no script and loads nothing from elsewhere', async () => {
  for (const path of readable) {
    const text = await page(path)
    expect(text).not.toContain('<script')
    expect(text.match(/(?:src|href)="(https?:)?\/\/(?!localhost)[^"]*/g)?.filter((link) => !link.includes('gnu.org')) ?? []).toEqual([])
  }
})

test('a language in the address is spoken, remembered, and named for search engines', async () => {
  const answer = await browser.get('/how-it-works?lang=en', undefined, { 'accept-language': 'de' })
  const text = await answer.text()
  expect(text).toContain('<html lang="en">')
  expect(text).toContain(`<link rel="canonical" href="${origin}/how-it-works?lang=en"`)
  for (const [language, href] of [
    ['de', '?lang=de'],
    ['en', '?lang=en'],
    ['x-default', ''],
  ])
    expect(text).toContain(`hreflang="${language}" href="${origin}/how-it-works${href}"`)
  expect(await page('/how-it-works')).toContain(`<link rel="canonical" href="${origin}/how-it-works"`)
  const cookie = answer.headers.getSetCookie().find((one) => one.startsWith('locale='))!
  expect(cookie).toContain('locale=en')
  expect(await page('/', { cookie: cookie.split(';')[0]!, 'accept-language': 'de' })).toContain('<html lang="en">')
})

test('the form of address that the organisation did not choose is not listed', async () => {
  expect(await page('/?lang=de')).not.toContain('noindex')
  expect(await page('/', { cookie: 'locale=de-formal' })).toContain('<meta name="robots" content="noindex"')
  expect(await page('/', { cookie: 'locale=de-formal' })).toContain('Sie haben bei der Arbeit')
})

test('search engines find every public page in both languages, and no private one', async () => {
  const map = await page('/sitemap.xml')
  for (const path of publicPaths) for (const language of ['de', 'en']) expect(map).toContain(`<loc>${origin}${path}?lang=${language}</loc>`)
  const robots = await page('/robots.txt')
  for (const path of ['/today', '/journeys', '/organisation', '/settings']) expect(robots).toContain(`Disallow: ${path}\n`)
  expect(publicPaths.filter((path) => robots.includes(`Disallow: ${path}\n`))).toEqual([])
})

test('pictures for tabs, home screens and shared links are drawn here', async () => {
  for (const [path, width] of [
    ['/picture.png', 1200],
    ['/icon-192.png', 192],
    ['/favicon.ico', 32],
  ] as const) {
    const bytes = Buffer.from(await (await browser.get(path)).arrayBuffer())
    expect([path, bytes.toString('latin1', 1, 4), bytes.readUInt32BE(16)]).toEqual([path, 'PNG', width])
  }
  const manifest = (await (await browser.get('/lotse.webmanifest')).json()) as { icons: { src: string }[] }
  for (const { src } of manifest.icons) expect((await browser.get(src)).status).toBe(200)
})
