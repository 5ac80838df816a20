import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../tests/cast.ts'
import { journeyInPlan } from '../../tests/under-way.ts'
import { colleaguesQuestions, ownQuestions } from './queries.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const question = (text: string, more: object = {}) => ({ id: newId(), text, phase: 'plan', hat: 'coaching', tag: 'goal', ...more })
const keep = (form: Record<string, string>, who = all.lena) => browser.post('/questions', form, who)
const ofLena = () => all.as(all.lena, ownQuestions)
const readBy = (who = all.jonas) => all.as(who, colleaguesQuestions)

test('a question of one’s own is one’s own alone, and stands first in the list', async () => {
  const form = question('Was wäre der kleinste Anfang?')
  expect((await keep(form)).status).toBe(303)
  await keep(form)
  expect(await ofLena()).toEqual([expect.objectContaining({ text: 'Was wäre der kleinste Anfang?', tags: ['goal'], isShared: false })])
  const page = await (await browser.get('/questions?phase=plan&words=kleinste', all.lena)).text()
  expect(page).toContain('Was wäre der kleinste Anfang?')
  for (const stranger of [all.amara, all.ines]) {
    expect(await (await browser.get('/questions', stranger)).text()).not.toContain('der kleinste Anfang')
    expect((await browser.get(`/questions/${form.id}`, stranger)).status).toBe(404)
    expect((await browser.post(`/questions/${form.id}`, { ...form, 'version.text': '1' }, stranger)).status).toBe(404)
    expect((await browser.post(`/questions/${form.id}/removal`, {}, stranger)).status).toBe(404)
    expect((await keep(form, stranger)).status).toBe(404)
  }
})

test('shared, it is read by whoever accompanies somebody, with its author, until it is kept to oneself again', async () => {
  await accompanies(all, all.jonas, await journeyInPlan(all, all.amara))
  const form = question('Woran würdest du es merken?', { shared: 'yes' })
  await keep(form)
  expect(await readBy()).toEqual([expect.objectContaining({ text: 'Woran würdest du es merken?', authorName: 'Lena Brandt' })])
  expect(await readBy(all.amara)).toEqual([])
  expect(await readBy(all.nour)).toEqual([])
  const { shared: _, ...kept } = form as Record<string, string>
  expect((await browser.post(`/questions/${form.id}`, { ...kept, 'version.text': '1' }, all.lena)).status).toBe(303)
  expect(await readBy()).toEqual([])
})

test('two windows overwrite nothing; without words nothing is kept, and what was chosen stays', async () => {
  const form = question('Erst so?')
  await keep(form)
  await browser.post(`/questions/${form.id}`, { ...form, text: 'Dann so?', 'version.text': '1' }, all.lena)
  const other = await browser.post(`/questions/${form.id}`, { ...form, text: 'Oder so?', 'version.text': '1' }, all.lena)
  expect(other.status).toBe(409)
  const page = await other.text()
  for (const words of ['Dann so?', 'Oder so?']) expect(page).toContain(words)
  const empty = await keep({ ...question(''), hat: 'training' })
  expect(empty.status).toBe(422)
  expect(await empty.text()).toMatch(/id="hat-training"[^>]*checked/)
})

test('a removed question leaves no words', async () => {
  const form = question('Weg damit?')
  await keep(form)
  expect((await browser.post(`/questions/${form.id}/removal`, {}, all.lena)).status).toBe(303)
  const { rows } = await all.owner.query('select from passage where subject_id = $1', [form.id])
  expect(rows).toEqual([])
})

test('while writing a suggestion, another question comes and one is taken, and nothing that was typed goes', async () => {
  const journeyId = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, journeyId)
  const draft = { id: newId(), kind: 'question', text: 'Ich frage mich:', questionHat: 'coaching', questionTag: '' }
  const send = async (more: object) => {
    const answer = await browser.post(`/journeys/${journeyId}/proposals`, { ...draft, ...more }, all.lena)
    return { status: answer.status, page: await answer.text() }
  }
  const [first, second] = [await send({ question: '1' }), await send({ question: '2' })]
  const asked = (page: string) => /id="question-proposal-question">([^<]*)</.exec(page)?.[1]
  expect(first.status).toBe(200)
  expect(asked(first.page)).not.toBe(asked(second.page))
  expect(first.page).toContain('Ich frage mich:')
  const id = /name="take" value="([^"]*)"/.exec(first.page)![1]!
  const taken = await send({ take: id })
  expect(taken.page).toMatch(/Ich frage mich:\s+\S.+\?/)
  const { rows } = await all.owner.query('select from proposal where journey_id = $1', [journeyId])
  expect(rows).toEqual([])
})
