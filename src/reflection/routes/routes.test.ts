import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { started } from '../../../tests/journeys-in-database.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const text = async (path: string, who: Person = all.amara) => (await browser.get(path, who)).text()
const promptsIn = (page: string) => [...page.matchAll(/name="prompt-\d" value="([^"]*)"/g)].map(([, id]) => id!)
const idsIn = (page: string) => [...page.matchAll(/name="id-\d" value="([^"]*)"/g)].map(([, id]) => id!)

async function written(body: string, more: Record<string, string> = {}, who: Person = all.amara): Promise<string> {
  const id = newId()
  const answer = await browser.post('/reflections', { 'id-1': id, 'text-1': body, ...more }, who)
  expect(answer.status).toBe(303)
  return id
}

test('an empty journal says what it is for; what is written freely stands in it', async () => {
  expect(await text('/reflections')).toContain('Noch ist das Buch leer')
  const id = await written('Heute habe ich nachgefragt.')
  expect(await text('/reflections')).toContain('Heute habe ich nachgefragt.')
  expect(await text(`/reflections/${id}`)).toContain('Das liest nur du.')
})

test('without a word nothing is kept, and the page says so', async () => {
  const answer = await browser.post('/reflections', { 'id-1': newId(), 'text-1': '  ' }, all.amara)
  expect([answer.status, await answer.text()]).toEqual([422, expect.stringContaining('Hier fehlt noch etwas.')])
})

test('the week has up to three prompts, a reload shows the same, and what was answered is there to go on with', async () => {
  const page = await text('/reflections/new?cadence=weekly')
  const prompts = promptsIn(page)
  expect(prompts.length).toBe(3)
  expect(promptsIn(await text('/reflections/new?cadence=weekly'))).toEqual(prompts)
  const [first, second] = idsIn(page)
  const sent = {
    cadence: 'weekly',
    'id-1': first!,
    'prompt-1': prompts[0]!,
    'text-1': '',
    'id-2': second!,
    'prompt-2': prompts[1]!,
    'text-2': 'Zur zweiten Frage',
  }
  expect((await browser.post('/reflections', sent, all.amara)).headers.get('location')).toBe(`/reflections/${second}?done=saved`)
  const again = await text('/reflections/new?cadence=weekly')
  expect(idsIn(again)).toContain(second)
  expect(again).toContain('Zur zweiten Frage')
})

test('another prompt keeps what was typed, and ends never', async () => {
  let page = await text('/reflections/new?cadence=after_step', all.jonas)
  const seen = new Set(promptsIn(page))
  const [id] = idsIn(page)
  for (let times = 0; times < 5; times++) {
    const sent = { cadence: 'after_step', 'id-1': id!, 'prompt-1': promptsIn(page)[0]!, 'text-1': 'angefangen', another: '1' }
    const answer = await browser.post('/reflections', sent, all.jonas)
    expect(answer.status).toBe(200)
    page = await answer.text()
    expect(page).toContain('angefangen')
    for (const prompt of promptsIn(page)) seen.add(prompt)
  }
  expect(seen.size).toBe(4)
  expect(await text('/reflections', all.jonas)).not.toContain('angefangen')
})

test('a prompt that was shown is not shown first for three weeks', async () => {
  const [shown] = promptsIn(await text('/reflections/new?cadence=daily', all.lena))
  const { rows } = await all.owner.query('select prompt_id from prompt_shown where person_id = $1', [all.lena.personId])
  expect(rows).toEqual([{ prompt_id: shown }])
  await all.owner.query(`update prompt_shown set shown_on = shown_on - 5 where person_id = $1`, [all.lena.personId])
  expect(promptsIn(await text('/reflections/new?cadence=daily', all.lena))).not.toContain(shown)
})

test('an entry saves itself while it is written, and two windows overwrite nothing', async () => {
  const id = newId()
  const save = (body: string, version: string) =>
    browser.post('/reflections', { 'id-1': id, 'text-1': body, 'version.text-1': version }, all.amara, { 'x-lotse-autosave': '1' })
  expect(await (await save('Erster Satz', '0')).json()).toMatchObject({ saved: true, versions: { 'text-1': 1 } })
  expect(await (await save('Erster Satz. Zweiter.', '1')).json()).toMatchObject({ versions: { 'text-1': 2 } })
  const other = await save('Aus dem anderen Fenster', '1')
  expect([other.status, await other.json()]).toEqual([
    409,
    expect.objectContaining({ conflicts: [{ name: 'text-1', theirs: 'Erster Satz. Zweiter.', version: 2 }] }),
  ])
  expect(await text(`/reflections/${id}`)).toContain('Erster Satz. Zweiter.')
})

test('an entry changes, goes into the bin, comes back, and is erased by a word', async () => {
  const id = await written('Noch roh')
  const change = { 'id-1': id, 'text-1': 'Jetzt rund', 'version.text-1': '1' }
  expect((await browser.post(`/reflections/${id}`, change, all.amara)).headers.get('location')).toBe(`/reflections/${id}?done=saved`)
  expect(await text(`/reflections/${id}/change`)).toContain('Jetzt rund')
  expect((await browser.post(`/reflections/${id}/removal`, {}, all.amara)).headers.get('location')).toBe(`/reflections?removed=${id}`)
  expect(await text(`/reflections?removed=${id}`)).toContain(`action="/reflections/${id}/restoration"`)
  expect((await browser.get(`/reflections/${id}`, all.amara)).status).toBe(404)
  expect(await text('/reflections/removed')).toContain('Jetzt rund')
  await browser.post(`/reflections/${id}/restoration`, {}, all.amara)
  expect(await text(`/reflections/${id}`)).toContain('Jetzt rund')
  expect((await browser.post(`/reflections/${id}/erasure`, { word: 'ja' }, all.amara)).status).toBe(422)
  expect((await browser.post(`/reflections/${id}/erasure`, { word: 'Löschen' }, all.amara)).headers.get('location')).toBe(
    '/reflections?done=erased',
  )
  expect((await browser.get(`/reflections/${id}`, all.amara)).status).toBe(404)
})

test('the pages of somebody else’s entry are not there', async () => {
  const id = await written('Nicht eure Sache')
  for (const who of [all.jonas, all.lena, all.ines]) {
    for (const rest of ['', '/change', '/sharing', '/erasure'])
      expect((await browser.get(`/reflections/${id}${rest}`, who)).status).toBe(404)
    for (const rest of ['', '/removal', '/restoration', '/erasure']) {
      const answer = await browser.post(`/reflections/${id}${rest}`, { 'id-1': id, 'text-1': 'fremd', word: 'löschen' }, who)
      expect(answer.status).toBe(404)
    }
  }
  expect(await text(`/reflections/${id}`)).toContain('Nicht eure Sache')
})

test('the journal shows the entries of one journey, by month, page by page', async () => {
  const journeyId = await all.as(all.ines, started)
  await written('Zum Vorhaben', { journeyId }, all.ines)
  await written('Ohne Vorhaben', {}, all.ines)
  const beside = await text(`/reflections?journey=${journeyId}`, all.ines)
  expect(beside).toContain('Zum Vorhaben')
  expect(beside).not.toContain('Ohne Vorhaben')
  for (let n = 0; n < 20; n++) {
    const id = await written(`Älterer ${n}.`, {}, all.ines)
    await all.owner.query(
      `update reflection set written_at = '2026-03-02T08:00:00Z'::timestamptz - make_interval(days => $2) where id = $1`,
      [id, n],
    )
  }
  const [first, second] = [await text('/reflections', all.ines), await text('/reflections?page=2', all.ines)]
  expect(first).toContain('<h2>März 2026</h2>')
  expect(first).not.toContain('Älterer 19.')
  expect(second).toContain('Älterer 19.')
  expect(second).toContain('page=1')
})

const wish = (more: Record<string, string>) =>
  new URLSearchParams({ readerId: all.lena.personId, part: 'excerpt', until: inDays(7), ...more })
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
const hiddenIn = (page: string) =>
  Object.fromEntries([...page.matchAll(/<input type="hidden" name="([^"]*)" value="([^"]*)"/g)].map(([, name, value]) => [name!, value!]))

test('before something is shared its author sees exactly what the other then sees, and who reads it until when', async () => {
  const id = await written('Das hier bleibt bei mir. Das zeige ich dir.')
  expect(await text(`/reflections/${id}/sharing`)).toContain('Das zeige ich dir.')
  const preview = await text(`/reflections/${id}/sharing/preview?${wish({ sentences: '1' })}`)
  const card = preview.match(/<div class="preview">([\s\S]*?)<\/div><p class="small">/)?.[1]
  expect(card).toContain('Das zeige ich dir.')
  expect(card).not.toContain('bleibt bei mir')
  expect(await text('/reflections/shared', all.lena)).toContain('Gerade teilt niemand etwas mit dir')
  const answer = await browser.post(`/reflections/${id}/shares`, hiddenIn(preview), all.amara)
  expect(answer.headers.get('location')).toBe(`/reflections/${id}?done=shared#readers`)
  const theirs = await text('/reflections/shared', all.lena)
  expect(theirs).toContain(card)
  expect(theirs).not.toContain('bleibt bei mir')
  expect(await text('/today', all.lena)).toContain('Amara Okafor zeigt dir etwas aus dem Lerntagebuch')
  expect(await text('/today', all.jonas)).not.toContain('zeigt dir etwas')
  const own = await text(`/reflections/${id}`)
  expect(own).toContain('Lena Brandt liest einen Ausschnitt, bis ')
  const ending = own.match(/action="(\/reflections\/[^"]*\/ending)"/)![1]!
  expect((await browser.post(ending, {}, all.lena)).status).toBe(404)
  expect((await browser.post(ending, {}, all.amara)).status).toBe(303)
  expect(await text('/reflections/shared', all.lena)).not.toContain('Das zeige ich dir.')
})

test('a wish without a person, a sentence or a day to come is asked for again', async () => {
  const id = await written('Ein Satz. Noch einer.')
  const asked = async (more: Record<string, string>) =>
    (await browser.get(`/reflections/${id}/sharing/preview?${wish(more)}`, all.amara)).status
  expect(await asked({ sentences: '0' })).toBe(200)
  expect(await asked({})).toBe(422)
  expect(await asked({ sentences: '9' })).toBe(422)
  expect(await asked({ sentences: '0', until: inDays(-1) })).toBe(422)
  expect(await asked({ sentences: '0', until: inDays(500) })).toBe(422)
  expect(await asked({ sentences: '0', readerId: '' })).toBe(422)
  expect(await asked({ sentences: '0', readerId: all.nour.personId })).toBe(422)
  expect(await asked({ sentences: '0', readerId: '', otherName: 'Niemand Bekannt' })).toBe(422)
  expect(await asked({ sentences: '0', readerId: '', otherName: 'jonas petersen' })).toBe(200)
  const nothing = await browser.get(`/reflections/${id}/sharing/preview?${wish({ readerId: '' })}`, all.amara)
  const said = await nothing.text()
  for (const missing of ['Wähl jemanden aus der Liste, oder schreib einen Namen.', 'Kreuz mindestens einen Satz an.'])
    expect(said).toContain(missing)
})

test('what was changed since the preview is shown again before it is shared', async () => {
  const id = await written('Vorher. Und danach.')
  const preview = await text(`/reflections/${id}/sharing/preview?${wish({ sentences: '0' })}`)
  await browser.post(`/reflections/${id}`, { 'id-1': id, 'text-1': 'Nachher. Und danach.', 'version.text-1': '1' }, all.amara)
  const answer = await browser.post(`/reflections/${id}/shares`, hiddenIn(preview), all.amara)
  expect([answer.status, await answer.text()]).toEqual([409, expect.stringContaining('Nachher.')])
  expect(await text('/reflections/shared', all.lena)).not.toContain('Nachher.')
})

test('after writing one reads again, quietly, what one wrote a month ago', async () => {
  const id = await written('Damals war alles neu.', {}, all.lena)
  await all.owner.query(`update reflection set written_at = now() - interval '31 days' where id = $1`, [id])
  const now = await written('Jetzt geht es leichter.', {}, all.lena)
  expect(await text(`/reflections/${now}?done=saved`, all.lena)).toContain('Vor einem Monat hast du geschrieben …')
  expect(await text('/reflections', all.lena)).toContain('Vor einem Monat hast du geschrieben …')
})

test('one takes the whole journal along, as a document and as data; nobody else gets a word of it', async () => {
  await written('Zum *Mitnehmen*.')
  const [document, data] = await Promise.all([
    browser.get('/my-data/journal.md', all.amara),
    browser.get('/my-data/journal.json', all.amara),
  ])
  expect(document.headers.get('content-disposition')).toContain('Lerntagebuch.md')
  expect(await document.text()).toContain('Zum \\*Mitnehmen\\*.')
  expect((await data.json()).entries.at(-1)).toMatchObject({ body: 'Zum *Mitnehmen*.', prompt: null, readers: [] })
  expect(await text('/my-data/journal.md', all.jonas)).not.toContain('Mitnehmen')
})

test('the page of the day has one quiet line: to the prompts at the chosen time, else to the journal', async () => {
  const weekly = (daysAgo: number) =>
    all.owner.query(
      `insert into rhythm (organisation_id, person_id, learning_days, learning_from, learning_to, daily, weekly, weekly_day, weekly_at, after_step)
       values ($1, $2, '{1}', '08:00', '17:00', false, true, extract(isodow from (now() at time zone 'Europe/Berlin') - make_interval(days => $3)), '00:00', false)
       on conflict (organisation_id, person_id) do update set weekly_day = excluded.weekly_day`,
      [all.jonas.organisationId, all.jonas.personId, daysAgo],
    )
  await weekly(3)
  expect(await text('/today', all.jonas)).toContain('Dein Lerntagebuch')
  await weekly(0)
  expect(await text('/today', all.jonas)).toContain('href="/reflections/new?cadence=weekly"')
})
