import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { lettersWaiting } from '../../../tests/mail/outbox.ts'
import { removeOldMessages } from '../commands/message.ts'
import { stampAt } from '../rules/stamp.ts'

let all: Cast
let browser: Ask
let key: Buffer
beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
  await browser.get('/contact')
  key = (await all.owner.query('select key from form_key where organisation_id = $1', [all.ines.organisationId])).rows[0].key
})
beforeEach(async () => {
  await all.owner.query('delete from contact_message; delete from rate_limit; delete from letter')
})
afterAll(() => all.close())

const stamp = (secondsAgo = 20) => stampAt(key, new Date(Date.now() - secondsAgo * 1_000))
const message = { name: 'Tarek Yılmaz', email: 'tarek@example.org', body: 'Gibt es Lotse auch für Vereine?', website: '' }
const stored = async () => (await all.owner.query('select name, email, body from contact_message')).rows
const letters = () => lettersWaiting(all.owner)

test('a message is kept for the administration and written to it', async () => {
  const answer = await browser.post('/contact', { ...message, stamp: stamp() })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, '/contact?done=sent'])
  expect(await stored()).toEqual([{ name: 'Tarek Yılmaz', email: 'tarek@example.org', body: 'Gibt es Lotse auch für Vereine?' }])
  const [letter, ...others] = await letters()
  expect([letter?.to, others]).toEqual(['ines@example.org', []])
  expect(letter?.text).toContain('Gibt es Lotse auch für Vereine?')
  expect(letter?.text).toContain('tarek@example.org')
})

test('without a mail server it is kept all the same', async () => {
  await ask(all).post('/contact', { ...message, stamp: stamp() })
  expect([await stored(), await letters()]).toEqual([[expect.objectContaining({ email: 'tarek@example.org' })], []])
})

test('whoever fills in what nobody sees is thanked, and nothing is kept', async () => {
  const answer = await browser.post('/contact', { ...message, stamp: stamp(), website: 'https://spam.example' })
  expect(answer.headers.get('location')).toBe('/contact?done=sent')
  expect(await stored()).toEqual([])
})

test('a form that came back in no time, or with a moment made up, is given back with every word in it', async () => {
  for (const wrong of [stamp(1), stamp(90_000), `${Date.now() - 20_000}.made-up`, '']) {
    const answer = await browser.post('/contact', { ...message, stamp: wrong })
    const page = await answer.text()
    expect(answer.status).toBe(422)
    for (const kept of ['Tarek Yılmaz', 'tarek@example.org', 'Gibt es Lotse auch für Vereine?']) expect(page).toContain(kept)
  }
  expect(await stored()).toEqual([])
})

test('the sixth message of an hour from one place waits, and so does the sixth from one address', async () => {
  const from = (place: string) => ({ 'x-forwarded-for': place })
  const send = (place: string, email: string) => browser.post('/contact', { ...message, email, stamp: stamp() }, undefined, from(place))
  for (let count = 0; count < 5; count++) expect((await send('192.0.2.1', `person${count}@example.org`)).status).toBe(303)
  const sixth = await send('192.0.2.1', 'person6@example.org')
  expect(sixth.status).toBe(429)
  expect(await sixth.text()).toContain('Gibt es Lotse auch für Vereine?')
  for (let count = 0; count < 5; count++) expect((await send(`198.51.100.${count}`, 'same@example.org')).status).toBe(303)
  expect((await send('198.51.100.9', 'same@example.org')).status).toBe(429)
  expect(await stored()).toHaveLength(10)
})

test('the administration reads, answers, removes and brings back; for others there is nothing', async () => {
  await browser.post('/contact', { ...message, body: '<b>Hallo</b>', stamp: stamp() })
  const id = (await all.owner.query('select id from contact_message')).rows[0].id
  const list = async () => (await browser.get('/organisation/messages', all.ines)).text()
  expect(await list()).toContain('&lt;b&gt;Hallo')
  expect((await browser.get('/organisation/messages', all.amara)).status).toBe(404)
  expect((await browser.post(`/organisation/messages/${id}/removal`, {}, all.amara)).status).toBe(404)
  await browser.post(`/organisation/messages/${id}/answered`, {}, all.ines)
  expect(await list()).toContain('Beantwortet von Ines Albrecht')
  await browser.post(`/organisation/messages/${id}/removal`, {}, all.ines)
  expect(await list()).not.toContain('Hallo')
  await browser.post(`/organisation/messages/${id}/return`, {}, all.ines)
  expect(await list()).toContain('Hallo')
})

test('after half a year a message goes by itself, and a removed one after a day', async () => {
  for (let count = 0; count < 3; count++) await browser.post('/contact', { ...message, body: `Nummer ${count}`, stamp: stamp() })
  await all.owner.query(`update contact_message set sent_at = now() - interval '181 days' where body = 'Nummer 0'`)
  await all.owner.query(`update contact_message set removed_at = now() - interval '25 hours' where body = 'Nummer 1'`)
  await removeOldMessages.run(all.database, {})
  expect((await stored()).map(({ body }) => body)).toEqual(['Nummer 2'])
})
