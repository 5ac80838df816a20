import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { journeyInTry } from '../../tests/under-way.ts'

let all: Cast
let browser: Ask
let journey: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  await introduce(all.lena, { topics: 'Übergaben, Gespräche', howIWork: 'Ich frage viel.', hats: ['coaching'], places: '2' })
  await introduce(all.ines, { topics: 'Übergaben', howIWork: '', places: '1' })
})
beforeEach(async () => {
  journey = (await journeyInTry(all, all.amara)).id
  await all.owner.query('delete from agreement')
})
afterAll(() => all.close())

const introduce = (who: Person, given: Record<string, string | string[]>) =>
  browser.post('/facilitators/mine', { languages: ['de', 'en'], replyDays: '3', places: '2', ...given }, who)
const read = async (path: string, who: Person) => {
  const response = await browser.get(path, who)
  return { status: response.status, text: await response.text() }
}
async function asked(given: Record<string, string> = {}) {
  const id = newId()
  const form = { id, journey, lines: 'Magst du mit mir hinschauen?', shown: 'title', ...given }
  const response = await browser.post(`/facilitators/${all.lena.personId}/requests`, form, all.amara)
  return { id, response, at: `/facilitators/requests/${id}` }
}
const late = (id: string) =>
  all.owner.query(
    `with r as (update facilitation_request set made_at = now() - interval '4 days', answer_by = now() - interval '1 second' where id = $1 returning id)
     update membership m set until = now() - interval '1 second' from r where m.audience_id = r.id and m.role = 'peer'`,
    [id],
  )

test('everybody in the organisation reads an introduction, and nobody next door', async () => {
  const { text } = await read('/facilitators', all.amara)
  expect(text).toContain('Lena Brandt')
  expect(text).toContain('2 Plätze frei')
  const whole = await read(`/facilitators/${all.lena.personId}`, all.jonas)
  expect(whole.text).toContain('Ich frage viel.')
  const { rows } = await all.as(all.nour, async (db) => ({ rows: await db.selectFrom('introduction').selectAll().execute() }))
  expect(rows).toEqual([])
})

test('the directory is searched by words, language, hat and free places, without any script', async () => {
  const names = async (query: string) => {
    const { text } = await read(`/facilitators?${query}`, all.amara)
    return ['Lena Brandt', 'Ines Albrecht'].filter((name) => text.includes(`>${name}</a>`))
  }
  expect(await names('q=gesprache')).toEqual(['Lena Brandt'])
  expect(await names('hat=coaching')).toEqual(['Lena Brandt'])
  expect(await names('language=pl')).toEqual([])
  expect(await names('language=nonsense')).toEqual(['Lena Brandt', 'Ines Albrecht'])
  await introduce(all.ines, { topics: 'Übergaben', howIWork: '', places: '0' })
  expect(await names('free=yes')).toEqual(['Lena Brandt'])
  await introduce(all.ines, { topics: 'Übergaben', howIWork: '', places: '1' })
})

test('an introduction that cannot be taken keeps what was typed', async () => {
  const response = await introduce(all.jonas, { topics: '', howIWork: 'Ich zeige gern.', places: '99' })
  const text = await response.text()
  expect(response.status).toBe(422)
  expect(text).toContain('Ich zeige gern.')
  expect(text).toContain('id="topics-error"')
  expect(text).toContain('id="places-error"')
})

test('whoever is asked reads the lines and what was shown of the challenge, and nothing of the journey', async () => {
  const { at } = await asked()
  const theirs = await read(at, all.lena)
  expect(theirs.text).toContain('Magst du mit mir hinschauen?')
  expect(theirs.text).toContain('Schichtübergabe')
  expect((await read(`/journeys/${journey}`, all.lena)).status).toBe(404)
  for (const who of [all.jonas, all.ines]) expect((await read(at, who)).status).toBe(404)
  const closed = await asked({ shown: 'nothing', journey: (await journeyInTry(all, all.amara)).id })
  expect((await read(closed.at, all.lena)).text).not.toContain('Schichtübergabe')
})

test('the same form sent twice asks once, and a second request for the same journey is refused in words', async () => {
  const { id, response } = await asked()
  expect(response.status).toBe(303)
  expect((await asked({ id })).response.status).toBe(303)
  const again = await asked()
  expect(again.response.status).toBe(422)
  expect(await again.response.text()).toContain('wartet schon eine Anfrage')
  const { rows } = await all.owner.query('select from facilitation_request where journey_id = $1', [journey])
  expect(rows).toHaveLength(1)
})

test('accepting takes that neither is the other’s superior, begins an agreement, and opens nothing yet', async () => {
  const { at } = await asked()
  const without = await browser.post(`${at}/answer`, { answer: 'accept', words: 'Gern.' }, all.lena)
  expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('Gern.')])
  expect((await browser.post(`${at}/answer`, { answer: 'accept', notSuperior: 'yes', words: '' }, all.lena)).status).toBe(303)
  const { rows } = await all.owner.query('select facilitator_ticked, learner_ticked, opened_at from agreement where journey_id = $1', [
    journey,
  ])
  expect(rows).toEqual([{ facilitator_ticked: true, learner_ticked: null, opened_at: null }])
  expect((await read(`/journeys/${journey}`, all.lena)).status).toBe(404)
  expect((await read(at, all.lena)).status).toBe(404)
  expect((await read(at, all.amara)).text).toContain('Zur Vereinbarung')
})

test('whoever answered is told what happens now, and an answer that is too long is said to be that', async () => {
  const { at } = await asked()
  const long = await browser.post(`${at}/answer`, { answer: 'decline', words: 'a'.repeat(401) }, all.lena)
  const said = await long.text()
  expect(long.status).toBe(422)
  expect(said).toContain('id="words-error"')
  expect(said).not.toContain('vorgesetzt ist')
  const answered = await browser.post(`${at}/answer`, { answer: 'accept', notSuperior: 'yes', words: '' }, all.lena)
  expect((await read(answered.headers.get('location')!, all.lena)).text).toContain('Als Nächstes schreibt ihr eure Vereinbarung')
})

test('for a journey that somebody accompanies already they are not asked again, and it is said', async () => {
  const other = await journeyInTry(all, all.amara)
  const agreement = await accompanies(all, all.lena, journey)
  const { text } = await read(`/facilitators/${all.lena.personId}`, all.amara)
  expect(text).toContain('Lena Brandt begleitet schon: Schichtübergabe')
  expect(text).not.toContain(`value="${journey}"`)
  expect(text).toContain(`value="${other.id}"`)
  await all.owner.query('update agreement set ended_at = now() where id = $1', [agreement])
  expect((await read(`/facilitators/${all.lena.personId}`, all.amara)).text).toContain(`value="${journey}"`)
})

test('a refusal comes back with its words and with others who could be asked', async () => {
  const { at } = await asked()
  await browser.post(`${at}/answer`, { answer: 'decline', words: 'Erst im neuen Jahr wieder.' }, all.lena)
  const back = await read(at, all.amara)
  expect(back.text).toContain('Erst im neuen Jahr wieder.')
  expect(back.text).toContain('Ines Albrecht')
  expect((await read(at, all.lena)).status).toBe(404)
})

test('after the promised time the request is back with its learner alone, and an answer finds nothing', async () => {
  const { id, at } = await asked()
  await late(id)
  expect((await read(at, all.lena)).status).toBe(404)
  expect((await browser.post(`${at}/answer`, { answer: 'accept', notSuperior: 'yes' }, all.lena)).status).toBe(404)
  const back = await read(at, all.amara)
  expect(back.text).toContain('wieder bei dir')
  expect(back.text).toContain('Ines Albrecht')
  expect((await read('/today', all.amara)).text).toContain(at)
  await browser.post(
    `/facilitators/${all.ines.personId}/requests`,
    { id: newId(), journey, lines: 'Magst du?', shown: 'nothing' },
    all.amara,
  )
  expect((await read('/today', all.amara)).text).not.toContain(at)
})

test('its learner takes a request back at any time; nobody else does', async () => {
  const { at } = await asked()
  for (const who of [all.lena, all.jonas]) expect((await browser.post(`${at}/withdrawal`, {}, who)).status).toBe(404)
  expect((await browser.post(`${at}/withdrawal`, {}, all.amara)).status).toBe(303)
  expect((await read(at, all.lena)).status).toBe(404)
})

test('who pauses or has no place is not asked, and nobody asks for the journey of somebody else', async () => {
  await introduce(all.lena, {
    topics: 'Übergaben, Gespräche',
    howIWork: 'Ich frage viel.',
    paused: 'yes',
    'version.howIWork': '1',
    'version.topics': '1',
  })
  const paused = await asked()
  expect([paused.response.status, await paused.response.text()]).toEqual([422, expect.stringContaining('nimmt gerade niemanden neu an')])
  await introduce(all.lena, {
    topics: 'Übergaben, Gespräche',
    howIWork: 'Ich frage viel.',
    places: '0',
    'version.howIWork': '1',
    'version.topics': '1',
  })
  expect(await (await asked()).response.text()).toContain('kein Platz frei')
  const full = () => read(`/facilitators/${all.lena.personId}`, all.amara)
  expect((await full()).text).toContain('Vielleicht passt jemand von diesen')
  await introduce(all.ines, { topics: 'Übergaben', howIWork: '', places: '0', 'version.topics': '1' })
  expect((await full()).text).toContain('Gerade ist sonst bei niemandem ein Platz frei.')
  await introduce(all.lena, {
    topics: 'Übergaben, Gespräche',
    howIWork: 'Ich frage viel.',
    hats: ['coaching'],
    'version.howIWork': '1',
    'version.topics': '1',
  })
  const id = newId()
  const form = { id, journey, lines: 'Hallo', shown: 'situation' }
  expect((await browser.post(`/facilitators/${all.lena.personId}/requests`, form, all.jonas)).status).toBe(404)
})

const pictureOf = async (bytes: Uint8Array) => {
  const form = new FormData()
  form.set('picture', new File([new Uint8Array(bytes)], 'ich.jpg'))
  return browser.upload('/facilitators/mine/portrait', form, all.lena)
}

test('a picture is kept small and without what the camera added, and everybody in the organisation sees it', async () => {
  const { default: sharp } = await import('sharp')
  const photo = await sharp({ create: { width: 1600, height: 900, channels: 3, background: 'teal' } })
    .withExif({ IFD0: { Copyright: 'Kirschbaumweg' } })
    .jpeg()
    .toBuffer()
  expect(photo.includes('Kirschbaumweg')).toBe(true)
  expect((await pictureOf(photo)).status).toBe(303)
  const seen = await browser.get(`/facilitators/${all.lena.personId}/portrait`, all.jonas)
  const kept = Buffer.from(await seen.arrayBuffer())
  expect(seen.headers.get('content-type')).toBe('image/webp')
  expect(await sharp(kept).metadata()).toMatchObject({ width: 320, height: 320, format: 'webp' })
  expect(kept.includes('Kirschbaumweg')).toBe(false)
  expect((await read('/facilitators', all.amara)).text).toContain(`/facilitators/${all.lena.personId}/portrait?v=`)
  await browser.post('/facilitators/mine/portrait/removal', {}, all.lena)
  expect((await browser.get(`/facilitators/${all.lena.personId}/portrait`, all.jonas)).status).toBe(404)
})

test('what only calls itself a picture is refused in words', async () => {
  for (const bytes of [Buffer.from('<svg xmlns="http://www.w3.org/2000/svg"/>'), Buffer.from('GIF89a'), Buffer.alloc(0)]) {
    const refused = await pictureOf(bytes)
    expect([refused.status, await refused.text()]).toEqual([422, expect.stringContaining('JPEG, PNG oder WebP')])
  }
  expect((await browser.get(`/facilitators/${all.lena.personId}/portrait`, all.jonas)).status).toBe(404)
})
