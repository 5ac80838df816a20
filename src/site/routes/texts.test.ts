import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { textKinds } from '../site.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const page = async (path: string, headers?: Record<string, string>) => (await browser.get(path, undefined, headers)).text()
const here = '/organisation/texts/imprint/de'

test('until the organisation writes them, the pages stand there as drafts that say so', async () => {
  for (const kind of textKinds) {
    expect((await browser.get(`/${kind}`)).status).toBe(200)
    expect(await page(`/${kind}?lang=de`)).toContain('Das ist ein Entwurf')
    expect(await page(`/${kind}?lang=en`)).toContain('This is a draft')
  }
  expect(await page('/imprint?lang=de')).toContain('Nordwerk')
})

test('what an administrator publishes stands there for everybody, and says when it was written', async () => {
  const answer = await browser.post(here, { body: '## Anbieter\n\nNordwerk GmbH\nHamburg', version: '0' }, all.ines)
  expect(answer.headers.get('location')).toBe('/organisation/texts?done=published')
  const shown = await page('/imprint?lang=de')
  expect(shown).toMatch(/Nordwerk GmbH<br ?\/?>\s*Hamburg/)
  expect(shown).not.toContain('Das ist ein Entwurf')
  expect(shown).toContain('Stand: ')
})

test('who reads the other language is shown the text there is, marked as such', async () => {
  const shown = await page('/imprint?lang=en')
  expect(shown).toContain('<div class="prose" lang="de">')
  expect(shown).toContain('available in German only')
})

test('the text of one organisation is not that of the next', async () => {
  expect(await page('/imprint?lang=de', { host: 'sued.localhost' })).not.toContain('Nordwerk GmbH')
})

test('a preview publishes nothing and keeps every word', async () => {
  const answer = await browser.post(here, { body: '## Neu\n\nSpäter', version: '1', preview: 'yes' }, all.ines)
  const shown = await answer.text()
  expect(shown).toContain('<h2>Neu</h2>')
  expect(shown).toContain('## Neu')
  expect(await page('/imprint?lang=de')).not.toContain('Später')
})

test('every version is kept and can be gone on from', async () => {
  await browser.post(here, { body: 'Die zweite Fassung', version: '1' }, all.ines)
  const edit = await (await browser.get(here, all.ines)).text()
  expect(edit).toContain('Fassung 2')
  expect(edit).toContain('Nordwerk GmbH')
  const former = await (await browser.get(`${here}?from=1`, all.ines)).text()
  expect(former).toMatch(/<textarea[^>]*>## Anbieter/)
  expect(former).toContain('name="version" value="2"')
})

test('of two who write at once nobody is overwritten: the second sees what the first published', async () => {
  await browser.post(here, { body: 'Von der Ersten', version: '2' }, all.ines)
  const second = await browser.post(here, { body: 'Von der Zweiten', version: '2' }, all.ines)
  const shown = await second.text()
  expect(second.status).toBe(409)
  expect(shown).toContain('Von der Ersten')
  expect(shown).toMatch(/<textarea[^>]*>Von der Zweiten/)
  expect(await page('/imprint?lang=de')).toContain('Von der Ersten')
  await browser.post(here, { body: 'Von der Zweiten', version: '3' }, all.ines)
  expect(await page('/imprint?lang=de')).toContain('Von der Zweiten')
})

test('an empty text is refused, and for others than administrators there is nothing to write', async () => {
  expect((await browser.post(here, { body: '  ', version: '4' }, all.ines)).status).toBe(422)
  for (const path of ['/organisation/texts', here]) expect((await browser.get(path, all.amara)).status).toBe(404)
  expect((await browser.post(here, { body: 'Von Amara', version: '4' }, all.amara)).status).toBe(404)
  for (const path of ['/organisation/texts/nothing/de', '/organisation/texts/imprint/fr'])
    expect((await browser.get(path, all.ines)).status).toBe(404)
})
