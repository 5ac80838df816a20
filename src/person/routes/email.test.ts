import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { hashPassword } from '#platform/sign-in/password.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { lettersWaiting } from '../../../tests/mail/outbox.ts'

const password = 'ein stiller Hafen'
let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
  const { organisationId, personId } = all.amara
  await all.owner.query('insert into password (organisation_id, person_id, hash) values ($1, $2, $3)', [
    organisationId,
    personId,
    await hashPassword(password),
  ])
})
beforeEach(() => all.owner.query('delete from letter'))
afterAll(() => all.close())

const letters = () => lettersWaiting(all.owner)
const linkIn = (letter: { text: string } | undefined) => new URL(/http\S+/.exec(letter!.text)![0]).pathname
const emailOf = async (personId: string) =>
  (await all.owner.query('select email from account where person_id = $1', [personId])).rows[0].email
const change = (email: string, present = password) => browser.post('/settings/email', { email, present }, all.amara)

test('a new address needs the password, counts only after a yes from its mailbox, and the former one hears of it', async () => {
  expect((await change('amara@neu.example', 'geraten und falsch')).status).toBe(422)
  expect(await letters()).toEqual([])
  expect((await change('amara@neu.example')).status).toBe(303)
  expect(await emailOf(all.amara.personId)).toBe('amara@example.org')
  const [letter] = await letters()
  expect(letter?.to).toBe('amara@neu.example')
  expect((await browser.get(linkIn(letter))).status).toBe(200)
  expect(await emailOf(all.amara.personId)).toBe('amara@example.org')
  expect((await browser.post(linkIn(letter), {})).status).toBe(303)
  expect(await emailOf(all.amara.personId)).toBe('amara@neu.example')
  expect((await letters()).map(({ to }) => to)).toEqual(['amara@neu.example', 'amara@example.org'])
  expect((await browser.post(linkIn(letter), {})).status).toBe(404)
})

test('an address that somebody else has here is told only to its own mailbox, and not taken', async () => {
  expect((await change('jonas@example.org')).status).toBe(303)
  const [letter] = await letters()
  const answer = await browser.post(linkIn(letter), {})
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('schon ein anderes Konto')
  expect(await emailOf(all.jonas.personId)).toBe('jonas@example.org')
})

test('a change can be withdrawn before it is confirmed', async () => {
  await change('amara@anders.example')
  const [letter] = await letters()
  await browser.post('/settings/email/withdraw', {}, all.amara)
  expect((await browser.post(linkIn(letter), {})).status).toBe(404)
})

test('without mail the page says plainly what is not possible, and changes nothing', async () => {
  const withoutMail = ask(all)
  expect(await (await withoutMail.get('/settings/email', all.amara)).text()).toContain('verschickt keine Mails')
  await withoutMail.post('/settings/email', { email: 'amara@dritte.example', present: password }, all.amara)
  expect(await emailOf(all.amara.personId)).not.toBe('amara@dritte.example')
  expect(await letters()).toEqual([])
})
