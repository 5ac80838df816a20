import pg from 'pg'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { addressFor } from '#platform/postgres/address.ts'
import { bareDatabase, type TestDatabase } from '../tests/database.ts'
import { environmentOf, installation } from '../tests/started.ts'

const { port, start, running, find, nothingLeft, end, remove } = await installation()
const owner = `owner_${process.pid}`
const server = `server_${process.pid}`
let elsewhere: TestDatabase
let ownerUrl: string
let serverUrl: string
beforeAll(async () => {
  elsewhere = await bareDatabase()
  // As on a managed PostgreSQL: the owner may make roles, but is no superuser.
  await elsewhere.ownerPool.query(`create role ${owner} login createrole; create role ${server} login noinherit`)
  await elsewhere.ownerPool.query(`do $$ begin execute format('alter database %I owner to ${owner}', current_database()); end $$`)
  await elsewhere.ownerPool.query(`grant lotse_person, lotse_visitor, lotse_job, lotse_serving to ${owner} with admin option`)
  ownerUrl = addressFor(elsewhere.ownerUrl, { role: owner })
  serverUrl = addressFor(elsewhere.ownerUrl, { role: server })
})
afterEach(end)
afterAll(async () => {
  const cluster = addressFor(elsewhere.ownerUrl, { database: 'postgres' })
  await elsewhere.drop()
  const client = new pg.Client(cluster)
  await client.connect()
  await client.query(`drop owned by ${owner}; drop role ${server}; drop role ${owner}`)
  await client.end()
  await remove()
})

test('a role that owns nothing cannot bring the database up to date, and is told so', async () => {
  const one = start({ DATABASE_URL: serverUrl })
  expect(await one.ended).toBe(1)
  expect(one.said()).toContain('The role of DATABASE_URL does not own the database: set DATABASE_OWNER_URL')
})

test('with only the owner named, another PostgreSQL serves through a role made from it', { timeout: 60_000 }, async () => {
  await running(start({ DATABASE_URL: ownerUrl }))
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  const { DATABASE_URL, DATABASE_OWNER_URL } = await environmentOf(await find('dist/server/main.js'))
  expect(DATABASE_OWNER_URL).toBeUndefined()
  expect(new URL(DATABASE_URL!).username).toBe('lotse_serving')
})

test('with both named, the server signs in as the role it was given', { timeout: 60_000 }, async () => {
  await running(start({ DATABASE_URL: serverUrl, DATABASE_OWNER_URL: ownerUrl }))
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  const { DATABASE_URL, DATABASE_OWNER_URL } = await environmentOf(await find('dist/server/main.js'))
  expect(DATABASE_OWNER_URL).toBeUndefined()
  expect(new URL(DATABASE_URL!).username).toBe(server)
})

test('a serving role that could read everything is refused', async () => {
  const one = start({ DATABASE_URL: elsewhere.ownerUrl, DATABASE_OWNER_URL: ownerUrl })
  expect(await one.ended).toBe(1)
  expect(one.said()).toContain('could read what people keep to themselves')
  await nothingLeft()
})
