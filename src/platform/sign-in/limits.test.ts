import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type Attempt, takeAttempt } from './limits.ts'

let mine: TestDatabase
let database: Database
beforeAll(async () => {
  mine = await testDatabase()
  database = openDatabase({ url: mine.servingUrl })
})
afterAll(async () => {
  await database.close()
  await mine.drop()
})

const attempt = (part: Partial<Attempt>): Attempt => ({ door: 'sign-in', organisationId: 'here', from: '192.0.2.1', ...part })
const refusals = async (many: Attempt[]) => {
  const answers = await Promise.all(many.map((one) => takeAttempt(database, one)))
  return answers.filter(({ ok }) => !ok).length
}

test('one sender cannot try more than a hundred addresses in a quarter of an hour, not even all at once', async () => {
  const from = '192.0.2.7'
  expect(await refusals(Array.from({ length: 105 }, (_, number) => attempt({ from, email: `person${number}@example.org` })))).toBe(5)
})

test('an IPv6 sender is the whole network, however many addresses it has', async () => {
  expect(
    await refusals(
      Array.from({ length: 102 }, (_, number) => attempt({ from: `2001:db8:1:2::${number}`, email: `v6-${number}@example.org` })),
    ),
  ).toBe(2)
})

test('an address is refused after ten attempts from anywhere, until a quarter of an hour after the first', async () => {
  const email = 'lena@example.org'
  expect(await refusals(Array.from({ length: 10 }, (_, number) => attempt({ from: `198.51.100.${number}`, email })))).toBe(0)
  const answer = await takeAttempt(database, attempt({ from: '203.0.113.9', email }))
  expect(answer.ok).toBe(false)
  if (!answer.ok) expect(Math.abs(answer.retryAt.getTime() - Date.now() - 15 * 60_000)).toBeLessThan(60_000)
})

test('the same address in another organisation, or at another door, is counted apart', async () => {
  const email = 'lena@example.org'
  expect(await refusals([attempt({ email, organisationId: 'next door' }), attempt({ email, door: 'mail' })])).toBe(0)
})

test('three mails in a quarter of an hour are enough for one address', async () => {
  const email = 'jonas@example.org'
  expect(await refusals(Array.from({ length: 4 }, () => attempt({ door: 'mail', email })))).toBe(1)
})

test('what is kept of an attempt names neither the address nor the sender', async () => {
  await takeAttempt(database, attempt({ from: '192.0.2.99', email: 'amara@example.org' }))
  const { rows } = await mine.ownerPool.query('select string_agg(key, chr(10)) as keys from rate_limit')
  expect(rows[0].keys).not.toMatch(/amara|192\.0\.2|@/)
})
