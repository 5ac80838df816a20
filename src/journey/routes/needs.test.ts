import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { takeNeedLinkAlong } from '#help/commands/need-link.ts'
import { needLinkDays } from '#help/rules/need-link.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInPlan, read, said } from '../../../tests/under-way.ts'
import { addStep } from '../commands/step.ts'

let all: Cast
let browser: Ask
let journeyId: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
beforeEach(async () => {
  journeyId = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, journeyId)
})
afterAll(() => all.close())

/** A step with one need, and the need's id. */
async function need(text: string, neededBy: string | null = '2099-12-01'): Promise<string> {
  const [id, stepId] = [newId(), newId()]
  await all.as(all.amara, (db) =>
    addStep(db, journeyId, stepId, {
      texts: [said('what', 'Geheime Handlung')],
      needs: [{ id, line: 0, text, baseVersion: 0, neededBy, state: 'open' }],
    }),
  )
  return id
}

async function linkTo(needId: string): Promise<string> {
  const made = await browser.post(`/needs/${needId}/link`, {}, all.amara)
  expect(made.status).toBe(200)
  return /value="http:\/\/localhost(\/need\/[\w-]+)"/.exec(await made.text())![1]!
}
const page = async (path: string, headers = {}) => {
  const answer = await browser.get(path, undefined, headers)
  return { status: answer.status, headers: answer.headers, text: await answer.text() }
}
const answered = (kind: string, more = {}) => ({ id: newId(), kind, comingOn: '', body: '', ...more })
const stepsOf = async () => (await all.as(all.amara, (db) => read(db, journeyId))).cycles[0]!.steps
const stateOf = async (needId: string) => (await stepsOf()).flatMap((step) => step.needs).find(({ id }) => id === needId)!.state

test('whoever holds the link sees the need, its day and who asks, and nothing of the journey', async () => {
  const link = await linkTo(await need('Ein Besprechungsraum am Vormittag'))
  const { text, headers } = await page(link)
  expect(text).toContain('Ein Besprechungsraum am Vormittag')
  expect(text).toContain('Amara Okafor')
  expect(text).toContain('Gebraucht bis Dienstag, 1. Dezember 2099')
  const { challenge } = await all.as(all.amara, (db) => read(db, journeyId))
  for (const own of [...challenge.texts.own.map(({ body }) => body), 'Geheime Handlung', journeyId])
    expect(own === '' || !text.includes(own), own).toBe(true)
  expect([headers.get('cache-control'), headers.get('x-robots-tag'), headers.get('referrer-policy')]).toEqual([
    'no-store',
    'noindex, nofollow',
    'same-origin',
  ])
  expect((await page(link, { 'accept-language': 'en' })).text).toContain('Amara Okafor needs something')
})

test('the link is shown once, to the learner alone, and kept as a hash', async () => {
  const needId = await need('Ein Schlüssel')
  const link = await linkTo(needId)
  expect(await (await browser.get(`/needs/${needId}`, all.amara)).text()).not.toContain(link)
  const token = link.replace('/need/', '')
  const stored = await all.owner.query('select row_to_json(l)::text as row from need_link l')
  expect(stored.rows.some(({ row }) => row.includes(token))).toBe(false)
  for (const stranger of [all.lena, all.jonas, all.ines]) {
    expect((await browser.post(`/needs/${needId}/link`, {}, stranger)).status, stranger.name).toBe(404)
    expect((await browser.get(`/needs/${needId}`, stranger)).status, stranger.name).toBe(404)
  }
})

test('"there" and "not available" are how the need stands at once; afterwards the link takes no other answer', async () => {
  const [there, not] = [await need('Ein Beamer'), await need('Ein Tag frei')]
  const [link, other] = [await linkTo(there), await linkTo(not)]
  await browser.post(link, answered('there', { comingOn: '2099-11-28', body: 'Liegt bei Jörg' }))
  await browser.post(other, answered('not_available'))
  expect([await stateOf(there), await stateOf(not)]).toEqual(['there', 'not_available'])
  const shown = await (await browser.get(`/needs/${there}`, all.amara)).text()
  expect(shown).toContain('Liegt bei Jörg')
  expect(shown).toContain('2099-11-28')
  expect((await page(link)).text).toContain('Das ist geklärt')
  expect((await browser.post(link, answered('not_available'))).status).toBe(422)
  expect(await stateOf(there)).toBe('there')
})

test('a question comes to the learner, and its answer stands at the same link', async () => {
  const needId = await need('Eine Schulung am Gerät')
  const link = await linkTo(needId)
  expect((await browser.post(link, answered('question'))).status).toBe(422)
  const question = answered('question', { body: 'Für wie viele Leute?' })
  await browser.post(link, question)
  await browser.post(link, question)
  const shown = await (await browser.get(`/needs/${needId}`, all.amara)).text()
  expect(shown.split('Für wie viele Leute?').length).toBe(2)
  const reply = { answerId: question.id, reply: 'Für drei.' }
  expect((await browser.post(`/needs/${needId}/replies`, reply, all.lena)).status).toBe(404)
  expect((await browser.post(`/needs/${needId}/replies`, reply, all.amara)).status).toBe(303)
  expect((await page(link)).text).toContain('Für drei.')
  expect(await stateOf(needId)).toBe('open')
})

test('whoever gets a renewed link sees nothing of what was said through the one before; the learner still does', async () => {
  const needId = await need('Eine Freigabe')
  await browser.post(await linkTo(needId), answered('question', { body: 'Für die ganze Linie?' }))
  const renewed = await linkTo(needId)
  expect((await page(renewed)).text).not.toContain('Für die ganze Linie?')
  const own = await (await browser.get(`/needs/${needId}`, all.amara)).text()
  expect([own.includes('Für die ganze Linie?'), own.includes('name="reply"')]).toEqual([true, false])
})

test('a link that was renewed, taken back or is over shows no word of the need', async () => {
  const needId = await need('Ein Laptop')
  const first = await linkTo(needId)
  const second = await linkTo(needId)
  const nothing = async (link: string, status: number) => {
    const seen = await page(link)
    expect([seen.status, seen.text.includes('Ein Laptop')]).toEqual([status, false])
    expect((await browser.post(link, answered('there'))).status).not.toBe(303)
  }
  await nothing(first, 404)
  expect((await page(second)).status).toBe(200)
  expect((await browser.post(`/needs/${needId}/link/revocation`, {}, all.jonas)).status).toBe(404)
  await browser.post(`/needs/${needId}/link/revocation`, {}, all.amara)
  await nothing(second, 410)
  const third = await linkTo(needId)
  const { rows } = await all.owner.query(
    `select (expires_at - now()) > interval '29 days' as long, (expires_at - now()) <= $2 * interval '1 day' as short
    from need_link where need_id = $1`,
    [needId, needLinkDays],
  )
  expect(rows).toEqual([{ long: true, short: true }])
  await all.owner.query(`update need_link set expires_at = now() where need_id = $1`, [needId])
  await nothing(third, 410)
  await nothing('/need/never-was-one', 404)
  expect(await stateOf(needId)).toBe('open')
})

test('a need that left the plan is gone at its link too', async () => {
  const needId = await need('Ein Probestück')
  const link = await linkTo(needId)
  await all.owner.query('update need set removed_at = now() where id = $1', [needId])
  const seen = await page(link)
  expect([seen.status, seen.text.includes('Ein Probestück')]).toEqual([410, false])
})

test('a link stays with its need when the step is planned anew, and asks for nothing once the step is over', async () => {
  const needId = await need('Ein Prüfgerät')
  const link = await linkTo(needId)
  await browser.post(link, answered('question', { body: 'Welches?' }))
  const { id: stepId } = (await stepsOf()).find(({ needs }) => needs.some(({ id }) => id === needId))!
  await all.owner.query(`update journey set phase = 'try' where id = $1`, [journeyId])
  await browser.post(`/journeys/${journeyId}/moves/replan`, { changed: stepId }, all.amara)
  const copy = (await stepsOf()).find(({ carried_from_id }) => carried_from_id === stepId)!
  const seen = await (await browser.get(`/needs/${copy.needs[0]!.id}`, all.amara)).text()
  expect(seen).toContain('Welches?')
  expect((await page(link)).text).toContain('Ein Prüfgerät')
  for (const status of ['dropped', 'done']) {
    await all.owner.query('update step set status = $2 where id = $1', [copy.id, status])
    const over = await page(link)
    expect([over.status, over.text.includes('Ein Prüfgerät')], status).toEqual([410, false])
  }
  await all.owner.query(`update step set status = 'doing' where id = $1`, [copy.id])
  await browser.post(link, answered('there'))
  expect(await stateOf(copy.needs[0]!.id)).toBe('there')
})

test('nobody but its learner takes the link of a need along, and only to a copy of the same step', async () => {
  const [from, to] = [await need('Ein Kran'), await need('Ein anderer Kran')]
  await linkTo(from)
  for (const who of [all.amara, all.lena, all.jonas]) await all.as(who, (db) => takeNeedLinkAlong(db, from, to))
  expect((await all.owner.query('select need_id from need_link where need_id = any ($1)', [[from, to]])).rows).toEqual([{ need_id: from }])
})

test('its learner says in one press where a need stands, on its own page, and nobody else does', async () => {
  const needId = await need('Ein Stativ')
  const says = (state: string, who = all.amara) => browser.post(`/needs/${needId}/state`, { state }, who)
  for (const other of [all.lena, all.jonas]) expect((await says('there', other)).status).toBe(404)
  const said = await says('there')
  expect([said.status, said.headers.get('location'), await stateOf(needId)]).toEqual([303, `/needs/${needId}`, 'there'])
  expect((await says('somewhere')).status).toBe(404)
  await browser.post(`/journeys/${journeyId}/ending`, { way: 'pause', resumeOn: '' }, all.amara)
  expect([(await says('open')).status, await stateOf(needId)]).toEqual([422, 'there'])
})

test('many answers from one address are slowed down', async () => {
  const link = await linkTo(await need('Geduld'))
  const from = { 'x-forwarded-for': '203.0.113.7' }
  const statuses: number[] = []
  for (let count = 0; count < 31; count++)
    statuses.push((await browser.post(link, answered('question', { body: `Frage ${count}` }), undefined, from)).status)
  expect(statuses.at(-1)).toBe(429)
  expect(statuses.filter((status) => status === 303).length).toBe(20)
})

test('all open needs stand on one page by date, over all journeys, and only one’s own', async () => {
  await need('Später Bedarf', '2099-12-31')
  await need('Früher Bedarf', '2020-01-15')
  const own = await (await browser.get('/needs', all.amara)).text()
  expect(own.indexOf('Früher Bedarf')).toBeGreaterThan(0)
  expect(own.indexOf('Später Bedarf')).toBeGreaterThan(own.indexOf('Früher Bedarf'))
  expect(own).toContain('Termin war')
  for (const word of ['überfällig', 'verpasst', 'field-error']) expect(own).not.toContain(word)
  for (const other of [all.lena, all.jonas]) expect(await (await browser.get('/needs', other)).text()).not.toContain('Später Bedarf')
})
