import { Hono } from 'hono'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asPersonOf } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import type { Env } from '#platform/web/env.ts'
import { myTopics } from '#sharing/queries.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type Live, openLive } from './live.ts'
import { notifyChanged } from './notify.ts'
import { liveRoutes } from './routes.ts'

interface Somebody {
  organisationId: string
  personId: string
  token: string
}

let store: TestDatabase
let database: Database
let live: Live
let amara: Somebody
let lena: Somebody
let stranger: Somebody
let elsewhere: Somebody
const journey = newId()

beforeAll(async () => {
  store = await testDatabase()
  database = openDatabase({ url: store.servingUrl, max: 4 })
  live = openLive({ database, topicsOf: myTopics })
  const [here, there] = [await organisation('here'), await organisation('there')]
  amara = await somebody(here, 'Amara')
  lena = await somebody(here, 'Lena')
  stranger = await somebody(here, 'Stranger')
  elsewhere = await somebody(there, 'Elsewhere')
  await member(amara, 'learner')
  await member(lena, 'facilitator')
  // The same id in another organisation is another audience.
  await member(elsewhere, 'learner')
})
afterAll(async () => {
  live.close()
  await database.close()
  await store.drop()
})

async function organisation(host: string): Promise<string> {
  const id = newId()
  await store.ownerPool.query(`insert into organisation (id, name, host, default_locale) values ($1, $2, $2, 'de')`, [id, host])
  return id
}

async function somebody(organisationId: string, name: string): Promise<Somebody> {
  const personId = newId()
  await store.ownerPool.query(`insert into person (organisation_id, id, name) values ($1, $2, $3)`, [organisationId, personId, name])
  const token = await signIn({ organisationId, personId })
  return { organisationId, personId, token }
}

async function signIn({ organisationId, personId }: { organisationId: string; personId: string }): Promise<string> {
  const token = newToken()
  await store.ownerPool.query(
    `insert into sign_in (organisation_id, id, person_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [organisationId, newId(), personId, hashOf(token)],
  )
  return token
}

async function member({ organisationId, personId }: Somebody, role: string) {
  await store.ownerPool.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from) values ($1, $2, $3, $4, $5, now())`,
    [organisationId, newId(), journey, personId, role],
  )
}

/** Opens the stream as a browser does; `next` gives the next event, or `nothing` after a while, or `over`. */
async function watch(who: Somebody) {
  const app = new Hono<Env>()
  app.use(async (c, next) => {
    c.set('organisation', { id: who.organisationId, name: '', host: null, locale: 'de', timeZone: 'Europe/Berlin' })
    await next()
  })
  app.route('/', liveRoutes(live))
  const answer = await app.request('/events', { headers: { cookie: `sign_in=${who.token}` } })
  const reader = answer.body!.pipeThrough(new TextDecoderStream()).getReader()
  const heard: string[] = []
  let last = ''
  let waiting: ((text: string) => void) | undefined
  const read = async () => {
    for (let buffer = ''; ; ) {
      const { done, value } = await reader.read().catch(() => ({ done: true, value: undefined }))
      buffer += value ?? ''
      for (let end = buffer.indexOf('\n\n'); end >= 0; end = buffer.indexOf('\n\n')) {
        take(buffer.slice(0, end))
        buffer = buffer.slice(end + 2)
      }
      if (done) return take('event: over')
    }
  }
  const take = (text: string) => {
    const kind = /^event: (\w+)/.exec(text)?.[1]
    if (!kind) return
    last = text
    const topic = text.includes(journey) && kind === 'changed' ? ' journey' : ''
    if (waiting) waiting(kind + topic)
    else heard.push(kind + topic)
  }
  void read()
  const next = (patience = 3000): Promise<string> => {
    const first = heard.shift()
    if (first) return Promise.resolve(first)
    return new Promise((resolve) => {
      const timer = setTimeout(() => waiting?.('nothing'), patience)
      waiting = (text) => {
        clearTimeout(timer)
        waiting = undefined
        resolve(text)
      }
    })
  }
  return { answer, next, last: () => last, close: () => reader.cancel() }
}

const change = (who: Somebody) => asPersonOf(database, who, (db) => notifyChanged(db, journey))

test('whoever may read a journey hears that it changed; others and other organisations hear nothing', async () => {
  const [hers, his, namesake] = [await watch(amara), await watch(stranger), await watch(elsewhere)]
  const mismatched = await watch({ ...elsewhere, token: stranger.token })
  expect(hers.answer.headers.get('content-type')).toBe('text/event-stream')
  expect(hers.answer.headers.get('cache-control')).toContain('no-store')
  expect([await hers.next(), await his.next(), await namesake.next()]).toEqual(['hello', 'hello', 'hello'])
  expect(await mismatched.next()).toBe('ended')
  await change(lena)
  expect(await hers.next()).toBe('changed journey')
  expect(await Promise.all([his.next(300), namesake.next(300)])).toEqual(['nothing', 'nothing'])
  await Promise.all([hers, his, namesake, mismatched].map((page) => page.close()))
})

test('what was rolled back is not told', async () => {
  const hers = await watch(amara)
  expect(await hers.next()).toBe('hello')
  const undone = asPersonOf(database, lena, async (db) => {
    await notifyChanged(db, journey)
    throw new Error('undone')
  })
  await expect(undone).rejects.toThrow('undone')
  expect(await hers.next(300)).toBe('nothing')
  await hers.close()
})

test('whoever comes back is told what changed meanwhile', async () => {
  const first = await watch(amara)
  expect(await first.next()).toBe('hello')
  await change(lena)
  await first.next()
  await asPersonOf(database, lena, (db) => notifyChanged(db, `${journey}:part`))
  await first.next()
  const second = await watch(lena)
  expect(await second.next()).toBe('hello')
  expect(second.last()).toContain(`"${journey}":`)
  expect(second.last()).toContain(`"${journey}:part":`)
  await Promise.all([first.close(), second.close()])
})

test('an ended sign-in ends the stream at once', async () => {
  const token = await signIn(amara)
  const hers = await watch({ ...amara, token })
  expect(await hers.next()).toBe('hello')
  await asPersonOf(database, amara, (db) =>
    sql`delete from sign_in where id = (select id from sign_in where person_id = me() order by created_at desc limit 1)`.execute(db),
  )
  expect(await hers.next()).toBe('ended')
  expect(await hers.next()).toBe('over')
})

test('an ended membership is told once, so that the page can take the words away, and then nothing more', async () => {
  const theirs = await watch(lena)
  expect(await theirs.next()).toBe('hello')
  await asPersonOf(database, amara, (db) =>
    sql`update membership set until = now() where audience_id = ${journey} and person_id = ${lena.personId}`.execute(db),
  )
  expect(await theirs.next()).toBe('changed journey')
  await theirs.next(300)
  await change(amara)
  expect(await theirs.next(300)).toBe('nothing')
  const again = await watch(lena)
  expect(await again.next()).toBe('hello')
  expect(again.last()).not.toContain(journey)
  await Promise.all([theirs.close(), again.close()])
})

test('a broken listening connection comes back, and pages are greeted again', async () => {
  const hers = await watch(amara)
  expect(await hers.next()).toBe('hello')
  await store.ownerPool.query(
    `select pg_terminate_backend(pid) from pg_stat_activity where query like 'listen %' and datname = current_database()`,
  )
  expect(await hers.next(5000)).toBe('hello')
  await change(amara)
  expect(await hers.next()).toBe('changed journey')
  await hers.close()
})

test('twenty open pages take one database connection, the one that listens', async () => {
  const pages = await Promise.all(Array.from({ length: 20 }, () => watch(amara)))
  for (const page of pages) expect(await page.next()).toBe('hello')
  const busy = async () => {
    const { rows } = await store.ownerPool.query(
      `select count(*)::int as busy from pg_stat_activity where datname = current_database() and usename = 'lotse_serving' and (state <> 'idle' or query like 'listen %' or query = 'select 1')`,
    )
    return rows[0].busy
  }
  await expect.poll(busy).toBe(1)
  await Promise.all(pages.map((page) => page.close()))
})
