import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { openLive } from '#platform/live/live.ts'
import { myTopics } from '#sharing/queries.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { createApp } from '../../app.ts'
import { addOrganisation, pendingSetupLinks } from '../commands/setup.ts'

const origin = 'http://localhost:3000'
let mine: TestDatabase
let database: Database
let app: ReturnType<typeof createApp>
beforeAll(async () => {
  mine = await testDatabase()
  database = openDatabase({ url: mine.servingUrl })
  const live = openLive({ database, topicsOf: myTopics })
  app = createApp({ database, live, assets: (name) => `/assets/${name}`, origin, canMail: false })
})
afterAll(async () => {
  await database.close()
  await mine.drop()
})

const owner = () => ({ ownerUrl: mine.ownerUrl, origin })
const founding = {
  organisation: 'Nordwerk',
  locale: 'de-formal',
  name: 'Ines Albrecht',
  email: 'ines@example.org',
  password: 'ein stiller Hafen',
}
const send = (link: string, form: Record<string, string>) => {
  const { host, searchParams } = new URL(link)
  const body = new URLSearchParams({ ...form, token: searchParams.get('token')! })
  return app.request('/setup', { method: 'POST', body, headers: { host, origin: `http://${host}` } })
}
const open = (link: string) => app.request(new URL(link).pathname + new URL(link).search, { headers: { host: new URL(link).host } })
const cookieOf = (answer: Response) => answer.headers.getSetCookie()[0]!.split(';')[0]!

test('before anything is set up, the sign-in page says so', async () => {
  expect(await (await app.request('/sign-in', { headers: { host: 'localhost:3000' } })).text()).toContain('noch nichts eingerichtet')
})

test('the first link founds the first organisation; its first person administers it, is signed in and gets recovery codes', async () => {
  const [stale] = await pendingSetupLinks(owner())
  const [link, ...others] = await pendingSetupLinks(owner())
  expect(others).toEqual([])
  expect((await open(stale!)).status).toBe(404)
  expect((await open(link!)).status).toBe(200)
  const answer = await send(link!, founding)
  expect(answer.status).toBe(200)
  const page = await answer.text()
  expect(page.match(/<code>[a-z2-9-]{19}<\/code>/g)).toHaveLength(10)
  expect(page).toContain('können Sie einmal')
  const settings = await app.request('/organisation', { headers: { host: 'localhost:3000', cookie: cookieOf(answer) } })
  expect(await settings.text()).toContain('ines@example.org')
  expect((await send(link!, founding)).status).toBe(404)
  expect(await pendingSetupLinks(owner())).toEqual([])
})

test('of two people who open one link at once, one founds the organisation', async () => {
  const link = await addOrganisation({ ...owner(), host: 'ost.localhost' })
  const answers = await Promise.all([send(link, founding), send(link, { ...founding, email: 'zweite@example.org' })])
  expect(answers.map(({ status }) => status).sort()).toEqual([200, 404])
})

test('another organisation is reached by its own host, where the same address may exist again', async () => {
  const link = await addOrganisation({ ...owner(), host: 'Sued.localhost' })
  expect(link).toMatch(/^http:\/\/sued\.localhost:3000\/setup\?token=/)
  expect(await pendingSetupLinks(owner())).toHaveLength(1)
  const [renewed] = await pendingSetupLinks(owner())
  const answer = await send(renewed!, { ...founding, organisation: 'Südwerk' })
  expect(answer.status).toBe(200)
  const there = { host: 'sued.localhost:3000', cookie: cookieOf(answer) }
  expect(await (await app.request('/organisation', { headers: there })).text()).toContain('Südwerk')
  const here = { host: 'localhost:3000', cookie: cookieOf(answer) }
  expect((await app.request('/organisation', { headers: here })).headers.get('location')).toContain('/sign-in')
  await expect(addOrganisation({ ...owner(), host: 'sued.localhost' })).rejects.toThrow('already belongs to the organisation "Südwerk"')
  await expect(addOrganisation({ ...owner(), host: 'https://sued' })).rejects.toThrow('is no host name')
})

test('what is missing is said at the field, and what was typed is still there', async () => {
  const link = await addOrganisation({ ...owner(), host: 'west.localhost' })
  const answer = await send(link, { ...founding, organisation: 'Westwerk', email: 'keine Adresse', password: 'Westwerk1234' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('value="Westwerk"')
  expect(page).toContain('value="keine Adresse"')
  expect(page).not.toContain('Westwerk1234')
  const guessable = await send(link, { ...founding, organisation: 'Westwerk', password: 'Westwerk1234' })
  expect(await guessable.text()).toContain('ließe sich erraten')
})
