import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { journeyInPlan } from '../../../tests/under-way.ts'
import { practiceEntries } from '../queries/journal.ts'
import { peerViews, profileOf } from '../queries/profile.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  await accompanies(all, all.lena, await journeyInPlan(all, all.amara))
})
afterAll(() => all.close())

const page = async (path: string, who: Person) => (await browser.get(path, who)).text()

test('somebody places themselves, today corrected and earlier days kept, and chooses one thing to practise', async () => {
  await all.owner.query(
    `insert into competency_private (organisation_id, person_id, seen_on, competency, level) values ($1, $2, '2026-05-04', 'c-trust', 1)`,
    [all.lena.organisationId, all.lena.personId],
  )
  const place = (competency: string, form: Record<string, string>) => browser.post(`/practice/profile/${competency}`, form, all.lena)
  await place('c-trust', { level: '2' })
  expect((await place('c-trust', { level: '3' })).headers.get('location')).toBe('/practice/profile?done=saved')
  expect((await place('c-trust', {})).status).toBe(422)
  expect((await place('c-nothing', { level: '3' })).status).toBe(404)
  expect((await browser.post('/practice/profile/aim', { competency: 'c-trust' }, all.lena)).status).toBe(303)
  const { selfViews, aim } = await all.as(all.lena, profileOf)
  expect(selfViews.map(({ levels }) => levels)).toEqual([{ 'c-trust': 3 }, { 'c-trust': 1 }])
  expect(aim).toBe('c-trust')
  const atAGlance = await page('/practice/profile', all.lena)
  for (const words of ['gelingt mir meistens', 'Du übst gerade: Vertrauen schaffen']) expect(atAGlance).toContain(words)
  const whole = await page('/practice/profile/c-trust', all.lena)
  for (const words of ['4. Mai 2026', 'noch neu für mich', 'Das übst du gerade.']) expect(whole).toContain(words)
  expect(await all.as(all.amara, profileOf)).toEqual({ selfViews: [], aim: null })
  const through = { through: 'all' }
  expect((await place('c-trust', through)).headers.get('location')).toBe('/practice/profile/c-groups?through=all')
  expect((await place('c-coaching', through)).headers.get('location')).toBe('/practice/profile?done=saved')
})

test('a view is given by whoever was asked, read by whoever asked, and ended by either', async () => {
  const id = newId()
  expect((await browser.post('/practice/views', { id, peerId: all.jonas.personId, competency: 'c-trust' }, all.lena)).status).toBe(404)
  const asked = { id, peerId: all.amara.personId, competency: 'c-trust' }
  await browser.post('/practice/views', asked, all.lena)
  await browser.post('/practice/views', { ...asked, id: newId() }, all.lena)
  expect(await page('/today', all.amara)).toContain(`/practice/views/${id}`)
  for (const stranger of [all.jonas, all.ines, all.lena]) expect((await browser.get(`/practice/views/${id}`, stranger)).status).toBe(404)
  expect((await browser.post(`/practice/views/${id}`, { 'c-trust-1': 'very_good' }, all.amara)).status).toBe(422)
  expect((await browser.post(`/practice/views/${id}`, { 'c-trust-1': 'seen', 'c-agile-1': 'seen' }, all.amara)).status).toBe(303)
  expect(await all.as(all.lena, peerViews)).toEqual([
    expect.objectContaining({ answers: { 'c-trust-1': 'seen' }, peerName: 'Amara Okafor' }),
  ])
  expect(await all.as(all.jonas, peerViews)).toEqual([])
  expect(await page('/today', all.amara)).not.toContain('/practice/views')
  expect((await browser.post(`/practice/views/${id}/removal`, {}, all.jonas)).status).toBe(404)
  expect((await browser.post(`/practice/views/${id}/removal`, {}, all.amara)).status).toBe(303)
  expect(await all.as(all.lena, peerViews)).toEqual([])
})

const write = (id: string, text: string, version = 0, who = all.lena, headers = {}) =>
  browser.post(`/practice/journal/${id}`, { text, 'version.text': String(version) }, who, headers)

test('the practice journal is its writer’s alone, and points at nobody; a name in it is pointed out and changes nothing', async () => {
  const id = newId()
  expect((await write(id, 'Mit Amara habe ich zu schnell geantwortet.')).status).toBe(303)
  expect(await page(`/practice/journal/${id}`, all.lena)).toContain('Hier steht ein Name: Amara Okafor.')
  expect(await all.as(all.lena, practiceEntries)).toEqual([expect.objectContaining({ body: 'Mit Amara habe ich zu schnell geantwortet.' })])
  for (const stranger of [all.amara, all.ines]) {
    expect(await all.as(stranger, practiceEntries)).toEqual([])
    expect((await browser.get(`/practice/journal/${id}`, stranger)).status).toBe(404)
    expect((await write(id, 'Fremd', 0, stranger)).status).toBe(404)
    expect((await browser.post(`/practice/journal/${id}/removal`, {}, stranger)).status).toBe(404)
  }
  const { rows } = await all.owner.query(
    `select count(*)::int as others from pg_constraint where conrelid = 'practice_entry'::regclass and contype = 'f' and confrelid <> 'person'::regclass`,
  )
  expect(rows).toEqual([{ others: 0 }])
  await browser.post(`/practice/journal/${id}/removal`, {}, all.lena)
  expect((await all.owner.query('select from passage where subject_id = $1', [id])).rows).toEqual([])
})

test('a note saves itself while one writes, and two windows overwrite nothing', async () => {
  const id = newId()
  const saved = await write(id, 'Erst', 0, all.lena, { 'x-lotse-autosave': '1' })
  expect(await saved.json()).toMatchObject({ saved: true, versions: { text: 1 } })
  await write(id, 'Erst, dann mehr', 1)
  const other = await write(id, 'Erst, und anders', 1)
  expect(other.status).toBe(409)
  const text = await other.text()
  for (const words of ['Erst, dann mehr', 'Erst, und anders']) expect(text).toContain(words)
  const question = await browser.post(`/practice/journal/${id}`, { text: 'Bleibt da', 'version.text': '2', question: '3' }, all.lena)
  expect(await question.text()).toContain('Bleibt da')
  expect(await all.as(all.lena, practiceEntries)).toEqual([expect.objectContaining({ body: 'Erst, dann mehr' })])
})

test('everything of one’s own practice is taken along, and nobody else’s', async () => {
  await write(newId(), 'Heute *zehn* Sekunden gewartet.')
  const document = await page('/practice/export.md', all.lena)
  expect(document).toContain('# Eigene Praxis von Lena Brandt')
  expect(document).toContain('Heute \\*zehn\\* Sekunden gewartet.')
  const data = JSON.parse(await page('/practice/export.json', all.lena))
  expect(data).toMatchObject({ lotse: 'practice', aim: 'c-trust', selfViews: [{ levels: { 'c-trust': 3 } }, { day: '2026-05-04' }] })
  expect(JSON.parse(await page('/practice/export.json', all.amara))).toMatchObject({ selfViews: [], entries: [], questions: [] })
})
