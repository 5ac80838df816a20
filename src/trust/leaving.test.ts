import { buffer } from 'node:stream/consumers'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { fromBuffer } from 'yauzl'
import { newId } from '#platform/ids.ts'
import { hashPassword } from '#platform/sign-in/password.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { journeyInSecondPlan, journeyInTry } from '../../tests/under-way.ts'
import { eraseDeparted } from './commands/departure.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

/** Somebody new in Amara's organisation, whose every word carries a mark that nothing else in the database has. */
async function somebody(mark: string): Promise<Person> {
  const person = { organisationId: all.amara.organisationId, personId: newId(), name: `Kim ${mark}` }
  const here = [person.organisationId, person.personId]
  await all.owner.query('insert into person (organisation_id, id, name) values ($1, $2, $3)', [...here, person.name])
  await all.owner.query('insert into account (organisation_id, person_id, email) values ($1, $2, $3)', [
    ...here,
    `${mark.toLowerCase()}@example.org`,
  ])
  await all.owner.query('insert into password (organisation_id, person_id, hash) values ($1, $2, $3)', [...here, await hashPassword(mark)])
  return person
}

/** Every place of the whole database where a text stands, in any column of any table, as 'table.column'. */
async function placesOf(text: string): Promise<string[]> {
  const { rows } = await all.owner.query(
    `select n.nspname || '.' || c.relname as name, a.attname as column, format('%I.%I', n.nspname, c.relname) as from, quote_ident(a.attname) as quoted
     from pg_class c join pg_namespace n on n.oid = c.relnamespace join pg_attribute a on a.attrelid = c.oid and a.attnum > 0 and not a.attisdropped
     where c.relkind in ('r', 'm', 'p') and n.nspname not in ('pg_catalog', 'information_schema', 'pg_toast')`,
  )
  const found = await Promise.all(
    rows.map(async ({ name, column, from, quoted }) => {
      const { rowCount } = await all.owner.query(`select from ${from} where ${quoted}::text ilike $1 limit 1`, [`%${text}%`])
      return rowCount ? [`${name}.${column}`] : []
    }),
  )
  return found.flat()
}

/** Files of an archive by their names. */
async function unzipped(bytes: Buffer): Promise<Map<string, Buffer>> {
  const files = new Map<string, Buffer>()
  await new Promise<void>((done, failed) =>
    fromBuffer(bytes, { lazyEntries: true }, (error, zip) => {
      if (error) return failed(error)
      zip.on('entry', (entry) =>
        zip.openReadStream(entry, async (refused, stream) => {
          if (refused) return failed(refused)
          files.set(entry.fileName, await buffer(stream))
          zip.readEntry()
        }),
      )
      zip.on('end', done)
      zip.readEntry()
    }),
  )
  return files
}

const leave = (who: Person) => browser.post('/leaving', { word: 'gehen' }, who)

test('everything of a person comes along as one archive: to read, and as data, also what they wrote to others', async () => {
  const kim = await somebody('Kornblume')
  await journeyInSecondPlan(all, kim, { toImprove: 'Kornblume früher', insight: 'Kornblume hilft' })
  const { id: hers } = await journeyInTry(all, all.amara)
  await accompanies(all, kim, hers)
  await all.as(kim, async (db) => {
    const texts = [{ field: 'facilitatorResponse', body: 'Kornblume fragt', baseVersion: 0 }]
    await writePassages(db, { contextId: hers, subjectId: newId(), audienceOf: () => hers, texts })
  })
  const response = await browser.get('/my-data/export.zip', kim)
  expect(response.headers.get('content-type')).toBe('application/zip')
  const files = await unzipped(Buffer.from(await response.arrayBuffer()))
  const index = files.get('index.html')!.toString()
  const [, href] = /<a href="(01-[^"]+\.html)"/.exec(index)!
  expect(files.get(decodeURI(href!))!.toString()).toContain('Kornblume hilft')
  expect(files.get(decodeURI(href!).replace('.html', '.md'))!.toString()).toContain('Kornblume früher')
  const data = JSON.parse(files.get('lotse.json')!.toString())
  expect(data.journeys).toHaveLength(1)
  expect(data.agreements).toHaveLength(1)
  expect(files.get('Vereinbarungen.md')!.toString()).toContain(`${all.amara.name} und ${kim.name}`)
  expect(files.get('Vereinbarungen.html')!.toString()).toContain('<nav><a href="index.html">Was von Kim Kornblume hier lag</a></nav>')
  expect(files.get(decodeURI(href!))!.toString()).toContain('<nav><a href="../index.html">')
  expect(index).not.toContain('<nav>')
  expect(index).toMatch(/<h2>Außerdem<\/h2>\s*<ul>\s*<li><a href="Vereinbarungen.html">/)
  expect(data.person).toMatchObject({ name: 'Kim Kornblume', email: 'kornblume@example.org' })
  expect(data.texts.map((text: { body: string }) => text.body)).toContain('Kornblume fragt')
  expect(JSON.stringify(data.journeys)).not.toContain(all.amara.name)
})

test('going takes a word, ends at once what was open to others, and leaves thirty days to come back', async () => {
  const kim = await somebody('Ringelblume')
  const own = await journeyInTry(all, kim)
  await accompanies(all, all.lena, own.id)
  const { id: hers } = await journeyInTry(all, all.amara)
  await accompanies(all, kim, hers)

  expect((await browser.post('/leaving', { word: 'nein' }, kim)).status).toBe(422)
  expect((await browser.get(`/journeys/${own.id}`, all.lena)).status).toBe(200)
  expect((await leave(kim)).status).toBe(303)

  expect((await browser.get(`/journeys/${own.id}`, all.lena)).status).toBe(404)
  expect((await browser.get('/today', kim)).headers.get('location')).toBe('/leaving')
  expect((await browser.get(`/journeys/${hers}`, kim)).headers.get('location')).toBe('/leaving')
  const page = await (await browser.get(`/journeys/${hers}`, all.amara)).text()
  expect(page).toContain('Schichtübergabe')
  const { rows } = await all.owner.query(`select extract(day from erase_on - begun_at)::int as days from departure where person_id = $1`, [
    kim.personId,
  ])
  expect(rows).toEqual([{ days: 30 }])

  const under = await (await browser.get('/leaving', kim)).text()
  for (const elsewhere of ['/journeys', '/settings', '/practice', '/organisation']) expect(under).not.toContain(`href="${elsewhere}"`)
  expect((await browser.post('/leaving/return', {}, kim)).headers.get('location')).toBe('/today?done=returned')
  expect(await (await browser.get('/today?done=returned', kim)).text()).toContain('Schön, dass du wieder da bist.')
  expect((await browser.get(`/journeys/${own.id}`, kim)).status).toBe(200)
  expect((await browser.get(`/journeys/${hers}`, kim)).status).toBe(404)
  expect((await browser.get(`/journeys/${own.id}`, all.lena)).status).toBe(404)
})

test('after erasure no word, name or address of the person is left in any table; a receipt without them is', async () => {
  const kim = await somebody('Mauerpfeffer')
  const own = await journeyInSecondPlan(all, kim, { toImprove: 'Mauerpfeffer sät', insight: 'Mauerpfeffer wächst' })
  await accompanies(all, all.lena, own)
  const { id: hers } = await journeyInTry(all, all.amara)
  await accompanies(all, kim, hers)
  await all.as(all.lena, async (db) => {
    const texts = [{ field: 'facilitatorResponse', body: 'Was sagt Mauerpfeffer dazu?', baseVersion: 0 }]
    await writePassages(db, { contextId: own, subjectId: newId(), audienceOf: () => own, texts })
  })
  expect((await placesOf('Mauerpfeffer')).sort()).toEqual(
    expect.arrayContaining(['public.account.email', 'public.passage.body', 'public.person.name']),
  )

  expect((await browser.post('/leaving/erasure', { word: 'löschen' }, kim)).headers.get('location')).toBe('/leaving')
  await leave(kim)
  expect((await browser.post('/leaving/erasure', { word: 'nein' }, kim)).status).toBe(422)
  const gone = await browser.post('/leaving/erasure', { word: 'Löschen' }, kim)
  expect(gone.status).toBe(303)
  expect(await placesOf('Mauerpfeffer')).toEqual([])
  expect((await placesOf(kim.personId)).filter((place) => !/\.(actor_id|ended_by|begun_by|created_by|granted_by)$/.test(place))).toEqual([])

  const receipt = await browser.get(gone.headers.get('location')!)
  expect(receipt.status).toBe(200)
  expect(await receipt.text()).not.toContain('Mauerpfeffer')
  expect((await browser.get(`/journeys/${hers}`, all.amara)).status).toBe(200)
  expect((await browser.get('/today', kim)).headers.get('location')).toContain('/sign-in')
})

test('after thirty days it happens by itself, and not a day before', async () => {
  const kim = await somebody('Seidelbast')
  await leave(kim)
  await all.owner.query(`update departure set erase_on = now() + interval '1 hour' where person_id = $1`, [kim.personId])
  await eraseDeparted.run(all.database, undefined)
  expect(await placesOf('Seidelbast')).not.toEqual([])
  await all.owner.query(`update departure set erase_on = now() - interval '1 second' where person_id = $1`, [kim.personId])
  await eraseDeparted.run(all.database, undefined)
  expect(await placesOf('Seidelbast')).toEqual([])
})

test('somebody who cannot be erased keeps nobody waiting whose day has come, and the job says so', async () => {
  const [pinned, kim] = [await somebody('Steinbrech'), await somebody('Wollgras')]
  for (const one of [pinned, kim]) await leave(one)
  await all.owner.query(`update departure set erase_on = now() - interval '1 day' where person_id = $1`, [pinned.personId])
  await all.owner.query(`update departure set erase_on = now() - interval '1 second' where person_id = $1`, [kim.personId])
  await all.owner.query('create table pin (organisation_id uuid, id uuid, foreign key (organisation_id, id) references person)')
  await all.owner.query('insert into pin values ($1, $2)', [pinned.organisationId, pinned.personId])
  await expect(eraseDeparted.run(all.database, undefined)).rejects.toThrow('1 of 2 could not be erased.')
  expect(await placesOf('Wollgras')).toEqual([])
  expect(await placesOf('Steinbrech')).not.toEqual([])
  await all.owner.query('drop table pin')
  await eraseDeparted.run(all.database, undefined)
  expect(await placesOf('Steinbrech')).toEqual([])
})

test('an administrator removes somebody and takes it back, reads nothing of theirs, and is never removed as the last one', async () => {
  const kim = await somebody('Tausendschön')
  const { id } = await journeyInTry(all, kim)
  const at = `/organisation/people/${kim.personId}/removal`
  for (const who of [all.amara, kim]) expect((await browser.post(at, {}, who)).status).toBe(404)
  expect((await browser.post(at, {}, all.ines)).status).toBe(303)
  expect((await browser.get(`/journeys/${id}`, all.ines)).status).toBe(404)
  for (const page of ['/organisation', `/organisation/people/${kim.personId}`])
    expect(await (await browser.get(page, all.ines)).text(), page).toContain('wird gelöscht am ')
  await browser.post(`/organisation/people/${kim.personId}/permissions/grant`, { kind: 'admin' }, all.ines)
  const granting = {
    organisation_id: kim.organisationId,
    id: newId(),
    person_id: kim.personId,
    kind: 'admin',
    granted_by: all.ines.personId,
  }
  await expect(all.as(all.ines, (db) => db.insertInto('permission').values(granting).execute())).rejects.toThrow(/row-level security/)
  expect((await all.owner.query('select from permission where person_id = $1', [kim.personId])).rowCount).toBe(0)
  expect((await browser.get('/today', kim)).headers.get('location')).toBe('/leaving')
  expect((await browser.get('/my-data/export.zip', kim)).status).toBe(200)
  expect((await browser.post('/leaving/return', {}, kim)).headers.get('location')).toBe('/leaving')
  expect((await browser.post(`${at}/taking-back`, {}, all.ines)).status).toBe(303)
  expect((await browser.get(`/journeys/${id}`, kim)).status).toBe(200)
  const last = await browser.post('/leaving', { word: 'gehen' }, all.ines)
  expect([last.status, await last.text()]).toEqual([422, expect.stringContaining('verwaltet')])
  expect((await browser.get('/organisation', all.ines)).status).toBe(200)
})

test('nobody erases or brings back somebody else, whatever they call', async () => {
  const kim = await somebody('Wegerich')
  await leave(kim)
  for (const who of [all.amara, all.lena, all.nour]) {
    const { rows } = await all.as(who, (db) =>
      sql<{ ended: boolean; begun: string; mine: string | null }>`select end_departure(${kim.personId}::uuid) as ended,
        begin_departure(${all.jonas.personId}::uuid) as begun, erase_me_now() as mine`.execute(db),
    )
    expect(rows).toEqual([{ ended: false, begun: 'absent', mine: null }])
  }
  await expect(all.as(all.ines, (db) => sql`select erase_person(my_organisation(), ${kim.personId}::uuid)`.execute(db))).rejects.toThrow(
    'permission denied',
  )
})
