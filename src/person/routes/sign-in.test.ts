import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#platform/sign-in/password.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'

const password = 'ein stiller Hafen'
let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  const hash = await hashPassword(password)
  for (const { organisationId, personId } of [all.amara, all.jonas, all.lena])
    await all.owner.query('insert into password (organisation_id, person_id, hash) values ($1, $2, $3)', [organisationId, personId, hash])
})
afterAll(() => all.close())

const signIn = (form: Record<string, string>, from = '198.51.100.1') =>
  browser.post('/sign-in', form, undefined, { 'x-forwarded-for': from })
const cookieOf = (answer: Response) => answer.headers.getSetCookie().find((cookie) => cookie.startsWith('sign_in=')) ?? ''
const asCookie = (answer: Response) => ({ cookie: cookieOf(answer).split(';')[0]! })
const countSignIns = async ({ personId }: Person) =>
  (await all.owner.query('select count(*)::int as count from sign_in where person_id = $1', [personId])).rows[0].count

test('address and password bring a person in, to where they wanted to go, with a cookie that scripts cannot read', async () => {
  const answer = await signIn({ email: ' Amara@Example.org ', password, back: '/settings' })
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe('/settings')
  expect(cookieOf(answer)).toMatch(/^sign_in=[\w-]{43}; .*Path=\/; .*HttpOnly.*SameSite=Lax/)
  expect(cookieOf(answer)).not.toContain('Domain')
  const page = await browser.get('/settings', undefined, asCookie(answer))
  expect(page.status).toBe(200)
  expect(await page.text()).toContain('Amara Okafor')
})

test('the database holds no token that could be used', async () => {
  const answer = await signIn({ email: 'amara@example.org', password })
  const token = asCookie(answer).cookie.slice('sign_in='.length)
  const { rows } = await all.owner.query('select s::text as row from sign_in s')
  expect(rows.length).toBeGreaterThan(0)
  expect(rows.map(({ row }) => row).join()).not.toContain(token)
})

test('a wrong password and an unknown address get the same answer', async () => {
  const wrong = await signIn({ email: 'jonas@example.org', password: 'ein anderer Hafen' })
  const unknown = await signIn({ email: 'niemand@example.org', password: 'ein anderer Hafen' })
  expect([wrong.status, unknown.status]).toEqual([422, 422])
  const [one, other] = await Promise.all([wrong.text(), unknown.text()])
  expect(one.replace('jonas@example.org', '')).toBe(other.replace('niemand@example.org', ''))
  expect(one).toContain('passen nicht zusammen')
  expect(one).not.toContain('ein anderer Hafen')
})

test('somebody from another organisation does not come in here', async () => {
  const hash = await hashPassword(password)
  await all.owner.query('insert into password (organisation_id, person_id, hash) values ($1, $2, $3)', [
    all.nour.organisationId,
    all.nour.personId,
    hash,
  ])
  expect((await signIn({ email: 'nour@example.org', password })).status).toBe(422)
  const nextDoor = { host: 'sued.localhost', origin: 'http://sued.localhost' }
  expect((await browser.post('/sign-in', { email: 'nour@example.org', password }, undefined, nextDoor)).status).toBe(303)
})

test('after ten wrong passwords an address has to wait, even with the right one, and is told until when', async () => {
  for (let attempt = 0; attempt < 10; attempt++) await signIn({ email: 'lena@example.org', password: 'falsch' }, `203.0.113.${attempt}`)
  const answer = await signIn({ email: 'lena@example.org', password })
  expect(answer.status).toBe(429)
  expect(await answer.text()).toMatch(/Weiter geht es um \d\d:\d\d Uhr/)
})

test('a right password does not count as an attempt', async () => {
  for (let attempt = 0; attempt < 11; attempt++) expect((await signIn({ email: 'jonas@example.org', password })).status).toBe(303)
})

test('signing out ends the sign-in in the database too', async () => {
  const headers = asCookie(await signIn({ email: 'amara@example.org', password }))
  const before = await countSignIns(all.amara)
  const answer = await browser.post('/sign-out', {}, undefined, headers)
  expect(answer.status).toBe(303)
  expect(cookieOf(answer)).toContain('Max-Age=0')
  expect(await countSignIns(all.amara)).toBe(before - 1)
  expect((await browser.get('/settings', undefined, headers)).headers.get('location')).toBe('/sign-in?back=%2Fsettings')
})

test('a person sees where they are signed in, and can end it all but here', async () => {
  const firefox = { 'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:140.0) Gecko/20100101 Firefox/140.0' }
  const here = asCookie(await browser.post('/sign-in', { email: 'jonas@example.org', password }, undefined, firefox))
  const elsewhere = asCookie(await signIn({ email: 'jonas@example.org', password }))
  expect(await (await browser.get('/settings/sign-ins', undefined, here)).text()).toContain('Firefox, Linux')
  await browser.post('/settings/sign-ins/end-others', {}, undefined, here)
  expect((await browser.get('/settings', undefined, here)).status).toBe(200)
  expect((await browser.get('/settings', undefined, elsewhere)).status).toBe(303)
})

test("nobody ends somebody else's sign-in", async () => {
  const hers = asCookie(await signIn({ email: 'amara@example.org', password }))
  const { rows } = await all.owner.query('select id from sign_in where person_id = $1 order by created_at desc limit 1', [
    all.amara.personId,
  ])
  await browser.post(`/settings/sign-ins/${rows[0].id}/end`, {}, all.jonas)
  expect((await browser.get('/settings', undefined, hers)).status).toBe(200)
})

test('the sign-in page speaks the language that was asked for', async () => {
  const german = await (await browser.get('/sign-in')).text()
  expect(german).toContain('Passwort vergessen?')
  const english = await (await browser.get('/sign-in', undefined, { 'accept-language': 'en' })).text()
  expect(english).toContain('Forgotten your password?')
  const chosen = await browser.post('/language', { locale: 'en', back: '/sign-in' })
  expect(chosen.headers.get('location')).toBe('/sign-in')
  const cookie = chosen.headers.getSetCookie()[0]!.split(';')[0]!
  expect(await (await browser.get('/sign-in', undefined, { cookie })).text()).toContain('Forgotten your password?')
})
