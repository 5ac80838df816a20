import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endFacilitation } from '#facilitation/commands/agreement.ts'
import { eraseJourney } from '#journey/commands/erase.ts'
import { wholeJourney } from '#journey/queries/whole.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { journeyInTry } from '../../tests/under-way.ts'
import { helpRequest } from './queries/help-request.ts'

let all: Cast
let browser: Ask
let journeyId: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  journeyId = (await journeyInTry(all, all.amara)).id
  await accompanies(all, all.lena, journeyId)
})
afterAll(() => all.close())

const question = (to: Person, more: Record<string, string> = {}) => ({
  id: newId(),
  to: to.personId,
  goal: 'Die Übergabe in zehn Minuten schaffen',
  tried: 'Eine Tafel aufgehängt',
  happened: 'Niemand schreibt hinein',
  wantToUnderstand: 'Woran liegt es, dass andere eine Tafel nutzen?',
  ...more,
})

async function asked(to = all.jonas): Promise<string> {
  const form = question(to)
  const answer = await browser.post(`/journeys/${journeyId}/help`, form, all.amara)
  expect(answer.headers.get('location')).toBe(`/help-requests/${form.id}?done=asked`)
  return form.id
}
const page = async (id: string, who: Person) => {
  const answer = await browser.get(`/help-requests/${id}`, who)
  return { status: answer.status, text: await answer.text() }
}
const act = (id: string, name: string, who: Person, form = {}) => browser.post(`/help-requests/${id}/${name}`, form, who)
const lists = async (who: Person) => (await browser.get('/help-requests', who)).text()

test('the one asked reads the question and answers it; nobody else finds that it exists', async () => {
  const id = await asked()
  const read = await page(id, all.jonas)
  expect(read.text).toContain('Woran liegt es, dass andere eine Tafel nutzen?')
  expect(read.text).not.toContain(journeyId)
  expect((await browser.get(`/journeys/${journeyId}`, all.jonas)).status).toBe(404)
  for (const stranger of [all.lena, all.ines, all.nour]) {
    expect((await page(id, stranger)).text).not.toContain('Tafel')
    expect((await act(id, 'answers', stranger, { id: newId(), text: 'Fremd' })).status).not.toBe(200)
  }
  expect((await page(id, all.lena)).status).toBe(404)
  expect((await act(id, 'answers', all.jonas, { id: newId(), text: 'Wer führt denn die Tafel?' })).status).toBe(303)
  expect((await page(id, all.amara)).text).toContain('Wer führt denn die Tafel?')
  expect(await all.as(all.amara, (db) => helpRequest(db, id))).toMatchObject({ state: 'answered', givenBack: false })
})

test('the form stands open before whose turn it is, and folded before the other', async () => {
  const id = await asked()
  const folded = async (who: Person) => (await page(id, who)).text.includes('<details class="fold" id="add"')
  expect([await folded(all.jonas), await folded(all.amara)]).toEqual([false, true])
  await act(id, 'answers', all.jonas, { id: newId(), text: 'Wer führt denn die Tafel?' })
  expect([await folded(all.jonas), await folded(all.amara)]).toEqual([true, false])
})

test('whoever accompanies sees nothing of it in the journey, until its learner says so, and no longer than that', async () => {
  const id = await asked()
  const seen = async () => (await all.as(all.lena, (db) => wholeJourney(db, journeyId)))!.helpRequests.map((request) => request.id)
  expect(await seen()).toEqual([])
  await act(id, 'readers', all.amara, { shown: 'yes' })
  expect(await seen()).toEqual([id])
  expect((await act(id, 'answers', all.lena, { id: newId(), text: 'Ich lese nur mit' })).status).toBe(422)
  await act(id, 'readers', all.amara, { shown: '' })
  expect(await seen()).toEqual([])
  expect((await act(id, 'readers', all.jonas, { shown: 'yes' })).status).toBe(422)
})

test('a question sent twice is asked once, and one that lacks something comes back with every word', async () => {
  const form = question(all.jonas)
  await browser.post(`/journeys/${journeyId}/help`, form, all.amara)
  expect((await browser.post(`/journeys/${journeyId}/help`, form, all.amara)).status).toBe(303)
  const { rows } = await all.owner.query('select count(*)::int as n from help_request where id = $1', [form.id])
  expect(rows).toEqual([{ n: 1 }])
  const again = await browser.post(`/journeys/${journeyId}/help`, question(all.jonas, { goal: '', tried: 'x'.repeat(501) }), all.amara)
  const html = await again.text()
  expect(again.status).toBe(422)
  expect(html).toContain('Niemand schreibt hinein')
  expect(html).toContain('Es passen 500 Zeichen')
  for (const stranger of [all.lena, all.jonas])
    expect((await browser.post(`/journeys/${journeyId}/help`, question(all.ines), stranger)).status).toBe(404)
  expect((await browser.post(`/journeys/${journeyId}/help`, question(all.nour), all.amara)).status).toBe(404)
  expect((await browser.post(`/journeys/${journeyId}/help`, question(all.amara), all.amara)).status).toBe(404)
})

test('whoever cannot just now gives it back without a reason, and the learner asks somebody else in the same words', async () => {
  const id = await asked()
  expect((await act(id, 'declination', all.jonas)).headers.get('location')).toBe('/help-requests?done=declined')
  expect((await page(id, all.jonas)).status).toBe(404)
  expect(await lists(all.jonas)).not.toContain(id)
  const back = await page(id, all.amara)
  expect(back.text).toContain('Jonas Petersen kann gerade nicht helfen')
  const found = await (await browser.get(`/help-requests/${id}?name=albr`, all.amara)).text()
  expect(found).toContain('Ines Albrecht fragen')
  expect((await act(id, 'addressee', all.jonas, { to: all.jonas.personId })).status).toBe(404)
  await act(id, 'addressee', all.amara, { to: all.ines.personId })
  expect((await page(id, all.ines)).text).toContain('Eine Tafel aufgehängt')
  expect((await page(id, all.jonas)).status).toBe(404)
})

test('a question taken back is gone for the one asked from that second, with every answer; its learner keeps them', async () => {
  const id = await asked()
  await act(id, 'answers', all.jonas, { id: newId(), text: 'Frag die Nachtschicht' })
  expect((await act(id, 'withdrawal', all.jonas)).status).toBe(422)
  await act(id, 'withdrawal', all.amara)
  expect((await page(id, all.jonas)).status).toBe(404)
  expect(await lists(all.jonas)).not.toContain(id)
  expect(await all.as(all.jonas, (db) => sql`select from passage where context_id = ${id}::uuid`.execute(db))).toMatchObject({ rows: [] })
  expect((await page(id, all.amara)).text).toContain('Frag die Nachtschicht')
})

test('only the learner resolves, and afterwards nobody writes under it', async () => {
  const id = await asked()
  expect((await act(id, 'resolution', all.jonas)).status).toBe(422)
  await act(id, 'resolution', all.amara)
  const late = await act(id, 'answers', all.jonas, { id: newId(), text: 'Noch ein Gedanke' })
  expect(late.status).toBe(422)
  expect((await page(id, all.jonas)).text).toContain('Diese Frage ist geklärt.')
})

test('an answer sent twice stands once', async () => {
  const id = await asked()
  const form = { id: newId(), text: 'Einmal genügt' }
  await act(id, 'answers', all.jonas, form)
  await act(id, 'answers', all.jonas, form)
  expect((await page(id, all.amara)).text.split('Einmal genügt').length).toBe(2)
})

test('whoever no longer accompanies reads nothing of a question that was put or shown to them', async () => {
  const other = (await journeyInTry(all, all.jonas)).id
  const agreementId = await accompanies(all, all.lena, other)
  const [put, shown] = [question(all.lena), question(all.ines)]
  for (const form of [put, shown]) await browser.post(`/journeys/${other}/help`, form, all.jonas)
  await act(shown.id, 'readers', all.jonas, { shown: 'yes' })
  expect([(await page(put.id, all.lena)).status, (await page(shown.id, all.lena)).status]).toEqual([200, 200])
  await all.as(all.jonas, (db) => endFacilitation(db, agreementId))
  expect([(await page(put.id, all.lena)).status, (await page(shown.id, all.lena)).status]).toEqual([404, 404])
  expect((await page(shown.id, all.ines)).status).toBe(200)
})

test('the one asked writes no word beside it that the learner could not read', async () => {
  const id = await asked()
  const hidden = all.as(all.jonas, (db) =>
    writePassages(db, {
      contextId: id,
      subjectId: newId(),
      audienceOf: () => null,
      texts: [{ field: 'answer', body: 'heimlich', baseVersion: 0 }],
    }),
  )
  await expect(hidden).rejects.toMatchObject({ code: '42501' })
})

test('with the journey its questions go, whoever wrote under them', async () => {
  const mine = (await journeyInTry(all, all.amara)).id
  const form = question(all.jonas)
  await browser.post(`/journeys/${mine}/help`, form, all.amara)
  await act(form.id, 'answers', all.jonas, { id: newId(), text: 'Das bleibt nicht' })
  await all.as(all.amara, (db) => eraseJourney(db, mine))
  const left = await all.owner.query(
    'select id from passage where context_id = $1 union select id from membership where audience_id = $1',
    [form.id],
  )
  expect(left.rows).toEqual([])
})
