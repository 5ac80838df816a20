import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInSecondPlan, journeyInTry } from '../../../tests/under-way.ts'
import { eraseJourney } from './erase.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

/** How many rows each table holds. */
async function census(): Promise<Record<string, number>> {
  const { rows } = await all.owner.query(
    `select c.relname as table, (xpath('/row/n/text()', query_to_xml(format('select count(*) as n from %I', c.relname), false, true, '')))[1]::text::int as rows
     from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r'`,
  )
  return Object.fromEntries(rows.map((row) => [row.table, row.rows]))
}

/** A journey with something in every corner: of its learner, and of somebody who accompanies. */
async function lived(): Promise<string> {
  const id = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  await accompanies(all, all.lena, id)
  await all.as(all.amara, async (db) => {
    await sql`insert into observation (organisation_id, id, journey_id, cycle_id, author_id)
      select my_organisation(), ${newId()}::uuid, ${id}::uuid, id, me() from cycle where journey_id = ${id}::uuid and number = 2`.execute(
      db,
    )
    await sql`select open_pair(${id}::uuid, ${all.lena.personId}::uuid, ${newId()}::uuid)`.execute(db)
  })
  await all.as(all.lena, async (db) => {
    const proposal = newId()
    await sql`insert into proposal (organisation_id, id, journey_id, author_id, kind) values (my_organisation(), ${proposal}::uuid, ${id}::uuid, me(), 'question')`.execute(
      db,
    )
    const texts = [{ field: 'proposal', body: 'Wer fragt sonst nach?', baseVersion: 0 }]
    await writePassages(db, { contextId: id, subjectId: proposal, audienceOf: () => id, texts })
  })
  return id
}

test('nothing of an erased journey is left in any table, also not what others wrote in it', async () => {
  const kept = await journeyInTry(all, all.amara)
  const before = await census()
  const id = await lived()
  expect(await census()).not.toEqual(before)
  const erased = await all.as(all.amara, (db) => eraseJourney(db, id))
  expect(erased).toMatchObject({ steps: 1, files: 0 })
  expect(erased!.texts).toBeGreaterThan(8)
  expect(await census()).toEqual(before)
  expect((await browser.get(`/journeys/${kept.id}`, all.amara)).status).toBe(200)
})

test('nobody but its learner erases a journey', async () => {
  const id = await lived()
  const before = await census()
  for (const who of [all.lena, all.jonas, all.ines, all.nour]) expect(await all.as(who, (db) => eraseJourney(db, id))).toBeUndefined()
  for (const who of [all.lena, all.jonas, all.ines]) {
    expect((await browser.get(`/journeys/${id}/erasure`, who)).status).toBe(404)
    expect((await browser.post(`/journeys/${id}/erasure`, { word: 'löschen' }, who)).status).toBe(404)
  }
  expect((await census()).passage).toBe(before.passage)
})

test('erasing asks for a word, and gives a receipt without a word of the journey', async () => {
  const { id } = await journeyInTry(all, all.amara)
  const asked = await browser.post(`/journeys/${id}/erasure`, { word: 'ja' }, all.amara)
  expect([asked.status, await asked.text()]).toEqual([422, expect.stringContaining('id="word-error"')])
  expect((await browser.get(`/journeys/${id}`, all.amara)).status).toBe(200)
  const done = await browser.post(`/journeys/${id}/erasure`, { word: ' Löschen ' }, all.amara)
  expect(done.status).toBe(303)
  const receipt = await (await browser.get(done.headers.get('location')!, all.amara)).text()
  expect(receipt).toContain('Gelöscht')
  expect(receipt).not.toContain('Schichtübergabe')
  expect((await browser.get(`/journeys/${id}`, all.amara)).status).toBe(404)
})
