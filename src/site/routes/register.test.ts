import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { lettersWaiting } from '../../../tests/mail/outbox.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
})
beforeEach(async () => {
  await open(true)
  await all.owner.query('delete from registration; delete from rate_limit; delete from letter')
})
afterAll(() => all.close())

const open = (yes: boolean) =>
  all.owner.query('update organisation set self_registration = $1 where id = $2', [yes, all.ines.organisationId])
const letters = () => lettersWaiting(all.owner)
const linkIn = (text: string) => /\/register\/[\w-]+/.exec(text)?.[0] ?? ''
const asked = async (email: string) => {
  const answer = await browser.post('/register', { email, website: '' })
  return { answer, page: await answer.text(), letter: (await letters()).find(({ to }) => to === email.toLowerCase()) }
}
const newcomer = { name: 'Tarek Yılmaz', password: 'ein stiller Hafen' }

test('a confirmed address makes an account: signed in, with recovery codes, once', async () => {
  const { letter } = await asked('Tarek@example.org')
  const link = linkIn(letter?.text ?? '')
  expect(await (await browser.get(link)).text()).toContain('tarek@example.org')
  const answer = await browser.post(link, newcomer)
  expect((await answer.text()).match(/<code>[a-z2-9-]{19}<\/code>/g)).toHaveLength(10)
  expect(answer.headers.getSetCookie()[0]).toContain('sign_in=')
  const { rows } = await all.owner.query(
    `select email_confirmed_at is not null as confirmed from account where email = 'tarek@example.org'`,
  )
  expect(rows).toEqual([{ confirmed: true }])
  expect((await browser.post(link, newcomer)).status).toBe(410)
})

test('nobody learns from the page who is here already; the mailbox does', async () => {
  const [known, unknown] = [await asked('amara@example.org'), await asked('nobody@example.org')]
  expect(known.page.replace('amara@', 'x@')).toBe(unknown.page.replace('nobody@', 'x@'))
  expect(linkIn(known.letter?.text ?? '')).toBe('')
  expect(known.letter?.text).toContain('schon ein Konto')
  expect(linkIn(unknown.letter?.text ?? '')).not.toBe('')
})

test('closed by the organisation, nothing is sent, and links that are out no longer work', async () => {
  const { letter } = await asked('late@example.org')
  await open(false)
  await all.owner.query('delete from letter')
  expect(await (await browser.get('/register')).text()).toContain('auf Einladung')
  expect((await browser.post('/register', { email: 'other@example.org' })).status).toBe(422)
  expect(await letters()).toEqual([])
  expect((await browser.post(linkIn(letter?.text ?? ''), newcomer)).status).toBe(410)
})

test('without a mail server the page says why there is no account to be had', async () => {
  const deaf = ask(all)
  expect(await (await deaf.get('/register')).text()).toContain('keine Mails verschicken')
  expect(await (await deaf.get('/')).text()).not.toContain('href="/register"')
  expect(await (await browser.get('/')).text()).toContain('href="/register"')
})

test('a password that could be guessed is refused, and the name is still there', async () => {
  const { letter } = await asked('second@example.org')
  const answer = await browser.post(linkIn(letter?.text ?? ''), { name: 'Tarek Yılmaz', password: 'tarek yılmaz 12' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('ließe sich erraten')
  expect(page).toContain('value="Tarek Yılmaz"')
})

test('one mailbox gets three letters in a quarter of an hour, and programs get none', async () => {
  for (let count = 0; count < 3; count++) expect((await browser.post('/register', { email: 'often@example.org' })).status).toBe(200)
  expect((await browser.post('/register', { email: 'often@example.org' })).status).toBe(429)
  await browser.post('/register', { email: 'trap@example.org', website: 'https://spam.example' })
  expect((await letters()).filter(({ to }) => to === 'trap@example.org')).toEqual([])
})

test('only an administrator opens registration', async () => {
  await open(false)
  const settings = { name: 'Nordwerk', locale: 'de', timeZone: 'Europe/Berlin', selfRegistration: 'yes' }
  expect((await browser.post('/organisation', settings, all.amara)).status).toBe(404)
  expect(await (await browser.get('/register')).text()).toContain('auf Einladung')
  expect((await browser.post('/organisation', settings, all.ines)).status).toBe(303)
  expect(await (await browser.get('/register')).text()).not.toContain('auf Einladung')
})
