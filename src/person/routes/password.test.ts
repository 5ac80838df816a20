import { afterAll, beforeAll, expect, test } from 'vitest'
import { hashPassword } from '#platform/sign-in/password.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { lettersWaiting } from '../../../tests/mail/outbox.ts'
import { giveRecoveryCodes } from '../commands/password.ts'

const former = 'ein stiller Hafen'
const fresh = 'Wind aus Nordwest'
let all: Cast
let browser: Ask
let withoutMail: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
  withoutMail = ask(all)
})
afterAll(() => all.close())

async function givePassword({ organisationId, personId }: Person): Promise<string> {
  const hash = await hashPassword(former)
  await all.owner.query(
    'insert into password (organisation_id, person_id, hash) values ($1, $2, $3) on conflict (organisation_id, person_id) do update set hash = excluded.hash',
    [organisationId, personId, hash],
  )
  return hash
}
const comesIn = async (email: string, password: string) => (await browser.post('/sign-in', { email, password })).status === 303
const letters = () => lettersWaiting(all.owner)
const linkIn = (letter: { text: string } | undefined) => new URL(/http\S+/.exec(letter!.text)![0]).pathname

test('a link by mail sets a new password once, and ends every sign-in made with the old one', async () => {
  await givePassword(all.amara)
  expect((await browser.get('/settings', all.amara)).status).toBe(200)
  const asked = await browser.post('/password', { email: 'amara@example.org' })
  expect(asked.headers.get('location')).toBe('/password?done=sent')
  const letter = (await letters()).at(-1)
  expect(letter).toMatchObject({ to: 'amara@example.org', from: 'Nordwerk', subject: 'Neues Passwort wählen' })
  const path = linkIn(letter)
  expect((await browser.get(path)).status).toBe(200)
  expect((await browser.post(path, { password: fresh })).headers.get('location')).toBe('/sign-in?done=password')
  expect((await browser.get('/settings', all.amara)).status).toBe(303)
  expect(await comesIn('amara@example.org', fresh)).toBe(true)
  expect(await comesIn('amara@example.org', former)).toBe(false)
  const again = await browser.post(path, { password: 'noch ein anderer Satz' })
  expect(await again.text()).toContain('Dieser Link gilt nicht mehr')
  expect(await comesIn('amara@example.org', fresh)).toBe(true)
})

test('an unknown or unconfirmed address gets the same answer, and no mail', async () => {
  await all.owner.query('update account set email_confirmed_at = null where person_id = $1', [all.jonas.personId])
  const before = (await letters()).length
  for (const email of ['niemand@example.org', 'jonas@example.org'])
    expect((await browser.post('/password', { email })).headers.get('location')).toBe('/password?done=sent')
  expect(await letters()).toHaveLength(before)
})

test('a mailed link is over after an hour', async () => {
  await browser.post('/password', { email: 'lena@example.org' })
  const path = linkIn((await letters()).at(-1))
  await all.owner.query(`update password_reset set expires_at = now() where person_id = $1`, [all.lena.personId])
  const answer = await browser.get(path)
  expect(answer.status).toBe(404)
  expect(await answer.text()).toContain('Dieser Link gilt nicht mehr')
})

test('each recovery code works once, with or without mail, and is refused with a wrong address', async () => {
  const hash = await givePassword(all.jonas)
  const given = await all.as(all.jonas, (db) => giveRecoveryCodes(db, hash))
  const codes = given.ok ? given.codes : []
  expect(codes).toHaveLength(10)
  const reset = (email: string, code: string, password = fresh) => withoutMail.post('/password/code', { email, code, password })
  expect((await reset('lena@example.org', codes[0]!)).status).toBe(422)
  expect((await reset('jonas@example.org', codes[0]!.toUpperCase().replaceAll('-', ' '))).headers.get('location')).toBe(
    '/sign-in?done=password',
  )
  expect(await comesIn('jonas@example.org', fresh)).toBe(true)
  expect(await (await reset('jonas@example.org', codes[0]!)).text()).toContain('schon verwendet')
  expect((await reset('jonas@example.org', codes[1]!, 'und noch ein Satz')).status).toBe(303)
})

test('recovery codes are nowhere in the database', async () => {
  const hash = await givePassword(all.amara)
  const given = await all.as(all.amara, (db) => giveRecoveryCodes(db, hash))
  const { rows } = await all.owner.query(`select string_agg(c::text, ' ') as rows from recovery_code c`)
  for (const code of given.ok ? given.codes : ['none']) expect(rows[0].rows).not.toContain(code.replaceAll('-', ''))
})

test('new recovery codes need the password, are shown once, and replace the old ones', async () => {
  const hash = await givePassword(all.lena)
  const old = await all.as(all.lena, (db) => giveRecoveryCodes(db, hash))
  expect((await browser.post('/settings/recovery-codes', { present: 'geraten und falsch' }, all.lena)).status).toBe(422)
  const page = await (await browser.post('/settings/recovery-codes', { present: former }, all.lena)).text()
  expect(page.match(/<code>[a-z2-9-]{19}<\/code>/g)).toHaveLength(10)
  const answer = await browser.post('/password/code', { email: 'lena@example.org', code: old.ok ? old.codes[0]! : '', password: fresh })
  expect(answer.status).toBe(422)
})

test.each([
  ['zu kurz', 'mindestens 12 Zeichen'],
  ['Lena.Brandt.Lena', 'ließe sich erraten'],
])('changing to "%s" is refused with a sentence at the field', async (password, sentence) => {
  await givePassword(all.lena)
  const answer = await browser.post('/settings/password', { present: former, password }, all.lena)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(sentence)
  expect(page).not.toContain(`value="${password}"`)
})

test('changing the password keeps this sign-in, ends the others, and needs the present one', async () => {
  await givePassword(all.lena)
  const other = await browser.post('/sign-in', { email: 'lena@example.org', password: former })
  const cookie = other.headers
    .getSetCookie()
    .find((one) => one.startsWith('sign_in='))!
    .split(';')[0]!
  expect((await browser.post('/settings/password', { present: 'geraten und falsch', password: fresh }, all.lena)).status).toBe(422)
  expect((await browser.post('/settings/password', { present: former, password: fresh }, all.lena)).status).toBe(303)
  expect((await browser.get('/settings', all.lena)).status).toBe(200)
  expect((await browser.get('/settings', undefined, { cookie })).status).toBe(303)
  expect(await comesIn('lena@example.org', fresh)).toBe(true)
})
