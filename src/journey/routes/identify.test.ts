import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { stateOf } from '../queries/state.ts'
import { bodyOf, versionOf, type WholeJourney, wholeJourney } from '../queries/whole.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const read = (id: string, who = all.amara) => all.as(who, async (db) => (await wholeJourney(db, id)) as WholeJourney)

async function begun(situation = 'Nachts fehlen Angaben'): Promise<string> {
  const id = newId()
  const answer = await browser.post('/journeys', { id, situation }, all.amara)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/journeys/${id}`])
  return id
}

const full = () => ({
  situation: 'Nachts fehlen Angaben',
  title: 'Übergabe ohne Lücken',
  kind: 'problem',
  learningQuestion: 'Wie frage ich nach?',
  'sign.0.id': newId(),
  'sign.0.text': 'Vier von fünf Übergaben',
  'sign.0.kind': 'felt',
  learnable: 'partly',
  riskFlags: ['', 'none'],
})
const describe = (id: string, form: Record<string, string | string[]>, headers = {}, who = all.amara) =>
  browser.post(`/journeys/${id}/challenge`, form, who, headers)
/** The whole of a challenge form, with the versions that its page showed. */
async function shown(id: string): Promise<Record<string, string | string[]>> {
  const { challenge } = await read(id)
  const version = (field: string) => String(versionOf(challenge.texts, field))
  return { ...full(), 'version.situation': version('situation'), 'version.title': version('title') }
}

test('a journey begins with half a sentence, and pressing twice begins one', async () => {
  const id = newId()
  for (const _ of [1, 2]) await browser.post('/journeys', { id, situation: 'Die Übergabe am Morgen.\nImmer wieder.' }, all.amara)
  const { journey, challenge } = await read(id)
  expect(journey).toMatchObject({ status: 'draft', phase: 'identify' })
  expect(bodyOf(challenge.texts, 'situation')).toBe('Die Übergabe am Morgen.\nImmer wieder.')
  expect(bodyOf(challenge.texts, 'title')).toBe('Die Übergabe am Morgen')
  const list = await (await browser.get('/journeys', all.amara)).text()
  expect(list.split(`/journeys/${id}"`).length - 1).toBe(1)
})

test('without a word no journey begins; another question keeps what was typed', async () => {
  const empty = await browser.post('/journeys', { id: newId(), situation: ' ' }, all.amara)
  expect(empty.status).toBe(422)
  const another = await browser.post('/journeys', { id: newId(), situation: 'angefangen', question: '1' }, all.amara)
  expect([another.status, await another.text()]).toEqual([200, expect.stringContaining('angefangen')])
})

test('nobody begins a journey with the id of somebody else’s', async () => {
  const id = await begun()
  expect((await browser.post('/journeys', { id, situation: 'Meins jetzt' }, all.jonas)).status).toBe(404)
  expect(bodyOf((await read(id)).challenge.texts, 'situation')).toBe('Nachts fehlen Angaben')
})

test('a described challenge starts its first cycle; the start says at the fields what is missing, and keeps the rest', async () => {
  const id = await begun()
  const { learnable: _, 'sign.0.text': __, ...partly } = await shown(id)
  const missing = await describe(id, { ...partly, goOn: 'yes' })
  const page = await missing.text()
  expect(missing.status).toBe(422)
  expect(page).toContain('href="#learnable"')
  expect(page).toContain('href="#sign.0.text"')
  expect(page).not.toContain('href="#title"')
  expect(bodyOf((await read(id)).challenge.texts, 'learningQuestion')).toBe('Wie frage ich nach?')

  const started = await describe(id, { ...(await shown(id)), 'version.learningQuestion': '1', goOn: 'yes' })
  expect(started.status).toBe(303)
  const whole = await read(id)
  expect(stateOf(whole)).toMatchObject({ status: 'active', phase: 'plan', cycles: [{ number: 1 }] })
  expect(whole.challenge).toMatchObject({ kind: 'problem', learnable: 'partly', risk_flags: ['none'] })
  expect(whole.challenge.signs).toMatchObject([{ kind: 'felt' }])
})

test('what is too long is said at its field, and everything typed is still there', async () => {
  const id = await begun()
  const answer = await describe(id, { ...(await shown(id)), title: 'x'.repeat(121), triedSoFar: 'Eine Liste am Brett' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('href="#title"')
  expect(page).toContain('x'.repeat(121))
  expect(page).toContain('Eine Liste am Brett')
})

test('autosave keeps what can be kept, and gives the versions to go on from', async () => {
  const id = await begun()
  const headers = { 'x-lotse-autosave': '1' }
  const form = await shown(id)
  const answer = await describe(id, { ...form, situation: 'Nachts fehlen Zahlen', title: 'x'.repeat(121) }, headers)
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({
    saved: false,
    versions: { situation: 2, learningQuestion: 1, 'sign.0.text': 1 },
    problems: { title: expect.stringContaining('120') },
  })
  const { challenge } = await read(id)
  expect(bodyOf(challenge.texts, 'situation')).toBe('Nachts fehlen Zahlen')
  expect(bodyOf(challenge.texts, 'title')).toBe('Nachts fehlen Angaben')

  const stale = await describe(id, { ...form, situation: 'Aus dem anderen Fenster' }, headers)
  expect(stale.status).toBe(409)
  expect(await stale.json()).toMatchObject({ conflicts: [{ name: 'situation', theirs: 'Nachts fehlen Zahlen', version: 2 }] })
})

test('what was changed elsewhere is shown beside what was typed, and a second save keeps one’s own', async () => {
  const id = await begun()
  const form = await shown(id)
  await describe(id, { ...form, situation: 'Aus dem einen Fenster' })
  const answer = await describe(id, { ...form, situation: 'Aus dem anderen Fenster' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain('Aus dem einen Fenster')
  expect(page).toContain('Aus dem anderen Fenster')
  expect(page).toContain('name="version.situation" value="2"')
  expect(bodyOf((await read(id)).challenge.texts, 'situation')).toBe('Aus dem einen Fenster')
  await describe(id, { situation: 'Aus dem anderen Fenster', 'version.situation': '2' })
  expect(bodyOf((await read(id)).challenge.texts, 'situation')).toBe('Aus dem anderen Fenster')
})

test('a text is kept to oneself or opened in the same act that saves it, and the page says by name who reads it', async () => {
  const id = await begun()
  await accompanies(all, all.lena, id)
  const page = () => browser.get(`/journeys/${id}`, all.amara).then((answer) => answer.text())
  expect(await page()).toContain('Das lesen jetzt: du und Lena Brandt.')
  await describe(id, { ...(await shown(id)), whyItMatters: 'Ich schlafe schlecht', opens: 'situation:private' })
  expect(bodyOf((await read(id, all.lena)).challenge.texts, 'situation')).toBe('')
  expect(bodyOf((await read(id, all.lena)).challenge.texts, 'whyItMatters')).toBe('')
  expect(bodyOf((await read(id)).challenge.texts, 'situation')).toBe('Nachts fehlen Angaben')
  await describe(id, { whyItMatters: 'Ich schlafe schlecht', 'version.whyItMatters': '1', opens: 'whyItMatters:journey' })
  expect(bodyOf((await read(id, all.lena)).challenge.texts, 'whyItMatters')).toBe('Ich schlafe schlecht')
})

test('also later a text of the challenge is kept or opened at once, by its learner alone', async () => {
  const id = await begun()
  await describe(id, { ...(await shown(id)), goOn: 'yes' })
  await accompanies(all, all.lena, id)
  const textIn = (whole: WholeJourney, field: string) => whole.challenge.texts.own.find((text) => text.field === field)!
  const situation = textIn(await read(id), 'situation')
  const ask = (text: string, to: string, who = all.amara) =>
    browser.post(`/journeys/${id}/readers`, { text, opens: `situation:${to}` }, who)
  expect((await ask(situation.id, 'private', all.lena)).status).toBe(404)
  expect((await ask(textIn(await read(id), 'title').id, 'private')).status).toBe(404)
  expect((await ask(situation.id, 'private')).status).toBe(303)
  expect(textIn(await read(id, all.lena), 'situation')).toBeUndefined()
  expect((await ask(situation.id, 'journey')).status).toBe(303)
  expect(textIn(await read(id, all.lena), 'situation')).toMatchObject({ body: 'Nachts fehlen Angaben', version: situation.version })
})

test('whoever accompanies reads the challenge and can neither write in it nor move it', async () => {
  const id = await begun()
  await accompanies(all, all.lena, id)
  const page = await (await browser.get(`/journeys/${id}`, all.lena)).text()
  expect(page).toContain('Nachts fehlen Angaben')
  expect(page).not.toContain('name="situation"')
  expect((await describe(id, { situation: 'Von Lena' }, {}, all.lena)).status).toBe(404)
  expect((await describe(id, { situation: 'Von Jonas' }, {}, all.jonas)).status).toBe(404)
  expect(bodyOf((await read(id)).challenge.texts, 'situation')).toBe('Nachts fehlen Angaben')
  const list = await (await browser.get('/journeys', all.lena)).text()
  expect(list).toContain('Ich begleite')
})

test('a risk beside "none" is a risk', async () => {
  const id = await begun()
  await describe(id, { ...(await shown(id)), riskFlags: ['', 'none', 'safety'] })
  expect((await read(id)).challenge.risk_flags).toEqual(['safety'])
})

test('a started challenge changes by a reframe alone, which asks why and keeps the version so far', async () => {
  const id = await begun()
  await describe(id, { ...(await shown(id)), goOn: 'yes' })
  const closed = await describe(id, { situation: 'Hinterher', 'version.situation': '1' })
  expect(closed.status).toBe(422)
  const without = await browser.post(`/journeys/${id}/moves/reframe`, { reason: '' }, all.amara)
  expect([without.status, await without.text()]).toEqual([422, expect.stringContaining('id="reason-error"')])
  expect((await browser.post(`/journeys/${id}/moves/reframe`, { reason: 'Es sind die Fragen' }, all.amara)).status).toBe(303)
  const whole = await read(id)
  await describe(id, {
    situation: 'Niemand fragt nach',
    'version.situation': String(versionOf(whole.challenge.texts, 'situation')),
    goOn: 'yes',
  })
  const versions = await (await browser.get(`/journeys/${id}/challenge/versions`, all.amara)).text()
  expect(versions).toContain('Es sind die Fragen')
  expect(versions).toMatch(/<ins[^>]*>Niemand/)
  expect(versions).toMatch(/<del[^>]*>Nachts/)
  expect(stateOf(await read(id))).toMatchObject({ phase: 'plan', challenge: { version: 2 } })
})
