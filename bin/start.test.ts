import { readFile, writeFile } from 'node:fs/promises'
import { createServer } from 'node:net'
import { join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { afterAll, afterEach, expect, test } from 'vitest'
import { joinRunning } from '#platform/postgres/embedded.ts'
import { environmentOf, freePort, installation, listening } from '../tests/started.ts'

const { directory, port, start, running, processes, find, nothingLeft, end, remove } = await installation()
afterEach(end)
afterAll(remove)

test('a start prints one address; the server there signs in as a role that owns nothing and never learns the owner', {
  timeout: 90_000,
}, async () => {
  await running()
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
  const environment = await environmentOf(await find('dist/server/main.js'))
  expect(environment).not.toHaveProperty('DATABASE_OWNER_URL')
  const client = new pg.Client(environment.DATABASE_URL)
  await client.connect()
  const { rows } = await client.query(
    `select rolsuper, rolbypassrls, rolcreaterole, exists (select from pg_class where relowner = pg_roles.oid) as owns from pg_roles where rolname = current_user`,
  )
  await client.end()
  expect(rows).toEqual([{ rolsuper: false, rolbypassrls: false, rolcreaterole: false, owns: false }])
})

test('a second start says that one is running, and leaves it alone', async () => {
  await running()
  const second = start({ PORT: String(await freePort()) })
  expect(await second.ended).toBe(1)
  expect(second.said()).toBe(`Lotse is already running on the data in ${directory}.\n`)
  expect((await fetch(`http://127.0.0.1:${port}/readyz`)).status).toBe(200)
})

test('SIGTERM to npm stops everything within five seconds, also with a page that is being kept up to date', {
  timeout: 60_000,
}, async () => {
  const npm = await running(start({}, ['npm', 'start']))
  const page = fetch(`http://127.0.0.1:${port}/events`).catch(() => undefined)
  const begun = Date.now()
  npm.child.kill('SIGTERM')
  await npm.ended
  await nothingLeft()
  expect(Date.now() - begun).toBeLessThan(5_000)
  await page
})

test('SIGTERM to the server alone stops everything too', async () => {
  const one = await running()
  process.kill((await find('dist/server/main.js')).pid, 'SIGTERM')
  expect(await one.ended).toBe(0)
  await nothingLeft()
})

test.each(['bin/start.ts', 'dist/server/main.js'])(
  'after kill -9 of %s nothing goes on by itself, and the next start just works',
  async (victim) => {
    await running()
    process.kill((await find(victim)).pid, 'SIGKILL')
    await nothingLeft()
    await running()
  },
)

test('what was acknowledged survives kill -9 of everything at once', { timeout: 60_000 }, async () => {
  await running()
  const client = new pg.Client((await joinRunning(directory))!)
  client.on('error', () => undefined)
  await client.connect()
  await client.query('create schema proof; create table proof.acknowledged (number int primary key)')
  let acknowledged = 0
  const writing = (async () => {
    for (;;) {
      await client.query('insert into proof.acknowledged values ($1)', [acknowledged + 1])
      acknowledged++
    }
  })()
  await pause(300)
  const brokenOff = expect(writing).rejects.toThrow()
  for (const { pid } of await processes()) {
    try {
      process.kill(pid, 'SIGKILL')
    } catch (error) {
      // Gone already: a part of PostgreSQL ends by itself once its head is dead.
      expect(error).toMatchObject({ code: 'ESRCH' })
    }
  }
  await brokenOff
  await nothingLeft()

  await running()
  const again = new pg.Client((await joinRunning(directory))!)
  await again.connect()
  const { rows } = await again.query('select count(*)::int as found, max(number) as last from proof.acknowledged')
  await again.query('drop schema proof cascade')
  await again.end()
  expect(acknowledged).toBeGreaterThan(10)
  expect(rows[0].found).toBe(rows[0].last)
  expect(rows[0].found).toBeGreaterThanOrEqual(acknowledged)
})

test('a PostgreSQL that is killed alone comes back by itself, and the server finds it again', async () => {
  const one = await running()
  process.kill((await find('/postgres -D')).pid, 'SIGKILL')
  await expect.poll(one.said, { timeout: 60_000 }).toContain('is started again')
  await expect.poll(async () => (await fetch(`http://127.0.0.1:${port}/readyz`)).status, { timeout: 60_000 }).toBe(200)
})

test.each([
  ['PORT', 'twelve', 'PORT must be a whole number from 1 to 65535, but is "twelve".'],
  ['DATA_DIR', '/proc/lotse', 'The data directory /proc/lotse cannot be written (ENOENT): give its user the right, or set DATA_DIR.'],
  [
    'DATABASE_URL',
    'postgres://lotse:geheim@127.0.0.1:9/lotse',
    'DATABASE_URL leads to no database that answers: connect ECONNREFUSED 127.0.0.1:9.',
  ],
])('a wrong %s (%s) is said in one sentence', async (name, value, sentence) => {
  const one = start({ [name]: value })
  expect(await one.ended).toBe(1)
  expect(one.said()).toBe(`${sentence}\n`)
})

test('a port in use is said in one sentence, and nothing is left running', async () => {
  const other = createServer()
  const taken = await listening(other)
  const one = start({ PORT: String(taken) })
  expect(await one.ended).toBe(1)
  expect(one.said()).toContain(`Port ${taken} on 127.0.0.1 is in use by another program: end that, or set PORT to another one.\n`)
  expect(one.said()).not.toMatch(/\n\s+at /)
  other.close()
  await nothingLeft()
})

test('data of a newer PostgreSQL and of a newer Lotse are left untouched, with a sentence', async () => {
  const version = join(directory, 'postgres/PG_VERSION')
  const before = await readFile(version, 'utf8')
  await writeFile(version, '99\n')
  const newerPostgres = start()
  expect(await newerPostgres.ended).toBe(1)
  await writeFile(version, before)
  expect(newerPostgres.said()).toMatch(
    /^The data in .+ is of PostgreSQL 99, but this Lotse brings PostgreSQL 18: start the newer Lotse that wrote it\.\n$/,
  )

  const one = await running()
  const client = new pg.Client((await joinRunning(directory))!)
  await client.connect()
  await client.query(`insert into migration (number, name, checksum) values (9999, '9999_from_the_future.sql', 'x')`)
  await client.end()
  one.child.kill('SIGTERM')
  await one.ended
  const newerLotse = start()
  expect(await newerLotse.ended).toBe(1)
  expect(newerLotse.said()).toMatch(/^The data is of a newer version \(9999\) than this program \(\d+\)\. Start the newer program\.\n$/)
})
