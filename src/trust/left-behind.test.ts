import pg from 'pg'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { asPersonOf } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { fillDemo } from '../../bin/demo/fill.ts'
import { type Ask, ask } from '../../tests/app.ts'
import type { Person } from '../../tests/cast.ts'
import { type TestDatabase, testDatabase } from '../../tests/database.ts'
import { beginDeparture, eraseMeNow } from './commands/departure.ts'

let fresh: TestDatabase
let database: Database
let browser: Ask
beforeEach(async () => {
  fresh = await testDatabase()
  database = openDatabase({ url: fresh.servingUrl, max: 2 })
  const client = new pg.Client(fresh.ownerUrl)
  await client.connect()
  await fillDemo(client, 'no hash')
  await client.end()
  browser = ask({ database, owner: fresh.ownerPool })
})
afterEach(async () => {
  await database.close()
  await fresh.drop()
})

async function people(): Promise<Person[]> {
  const { rows } = await fresh.ownerPool.query(
    `select p.organisation_id as "organisationId", p.id as "personId", p.name from person p join account a on a.organisation_id = p.organisation_id and a.person_id = p.id
     where a.email in ('amara@example.org', 'lena@example.org', 'jonas@example.org', 'ines@example.org') order by a.email`,
  )
  return rows
}

/** Every page that somebody comes to by links, and what is wrong with it: a status, or a word that no person wrote. */
async function wrongOnPagesOf(who: Person): Promise<{ visited: number; wrong: string[] }> {
  const [waiting, seen, wrong] = [['/today'], new Set(['/today']), [] as string[]]
  for (let path = waiting.shift(); path; path = waiting.shift()) {
    const response = await browser.get(path, who)
    const html = response.headers.get('content-type')?.startsWith('text/html') ? await response.text() : ''
    if (response.status >= 400) wrong.push(`${path}: ${response.status}`)
    const words = html.replace(/<script[\s\S]*?<\/script>/g, '').replace(/<[^>]+>/g, ' ')
    for (const [word] of words.matchAll(/\b(undefined|null|NaN|Invalid Date)\b|\[object/g)) wrong.push(`${path}: ${word}`)
    for (const [, href] of html.matchAll(/<a\s[^>]*href="(\/[^"#?]*)/g))
      if (!seen.has(href!) && !/\.\w+$|^\/(sign-out|leaving|help|methods|questions)/.test(href!)) {
        seen.add(href!)
        waiting.push(href!)
      }
  }
  return { visited: seen.size, wrong }
}

for (const name of ['Lena', 'Amara', 'Jonas']) {
  test(`once ${name} was erased, every page of the others still stands, with a name or a word for whoever is gone`, async () => {
    const who = (await people()).find((one) => one.name.startsWith(name))!
    await asPersonOf(database, who, async (db) => {
      await beginDeparture(db, who.personId)
      await eraseMeNow(db)
    })
    for (const other of await people()) {
      const { visited, wrong } = await wrongOnPagesOf(other)
      expect([other.name, ...wrong]).toEqual([other.name])
      expect(visited).toBeGreaterThan(20)
    }
  }, 240_000)
}
