import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInPlan, read, said } from '../../../tests/under-way.ts'
import { savePlan } from '../commands/plan.ts'
import { addStep } from '../commands/step.ts'
import { bodiesOf, bodyOf, openCycleOf } from '../queries/whole.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const cycleOf = (id: string) => all.as(all.amara, async (db) => openCycleOf(await read(db, id))!)
const post = (id: string, path: string, fields: Record<string, string>, who = all.amara) =>
  browser.post(`/journeys/${id}${path}`, fields, who)

test('a plan is saved half written, with the ways considered and a day suggested by one tap', async () => {
  const id = await journeyInPlan(all, all.amara)
  const answer = await post(id, '/plan', { focus: 'Die Fragen', 'options.0': 'Ute begleiten', 'options.2': 'Checkliste', reviewIn: '14' })
  expect(answer.status).toBe(303)
  const cycle = await cycleOf(id)
  expect(bodyOf(cycle.texts, 'focus')).toBe('Die Fragen')
  expect(bodiesOf(cycle.texts, 'options')).toEqual(['Ute begleiten', 'Checkliste'])
  expect(cycle.planned_review_on).toMatch(/^\d{4}-\d{2}-\d{2}$/)
})

test('what is missing for trying is said at its fields, and the plan is saved all the same', async () => {
  const id = await journeyInPlan(all, all.amara)
  const answer = await post(id, '/plan', { focus: 'Die Fragen', plannedReviewOn: '', begin: 'trying' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toMatch(/href="#plannedReviewOn"/)
  expect(page).toContain('Die Fragen')
  expect(bodyOf((await cycleOf(id)).texts, 'focus')).toBe('Die Fragen')
})

test('a step without a day holds trying up, and is named with what it lacks', async () => {
  const id = await journeyInPlan(all, all.amara)
  const stepId = newId()
  await post(id, '/steps', { stepId, what: 'Drei Fragen stellen', kind: 'on_the_job_trial' })
  const answer = await post(id, '/plan', { focus: 'Die Fragen', plannedReviewOn: '2026-12-07', begin: 'trying' })
  const page = await answer.text()
  expect(answer.status).toBe(422)
  expect(page).toContain(`href="#step-${stepId}"`)
  expect(page).toContain('Noch offen: bis wann.')
})

test('a plan that has everything begins to be tried by the same button', async () => {
  const id = await journeyInPlan(all, all.amara)
  const step = { stepId: newId(), what: 'Drei Fragen stellen', kind: 'on_the_job_trial', byWhen: '2026-12-01' }
  expect((await post(id, '/steps', step)).headers.get('location')).toBe(`/journeys/${id}#step-${step.stepId}`)
  const answer = await post(id, '/plan', { focus: 'Die Fragen', plannedReviewOn: '2026-12-07', begin: 'trying' })
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/journeys/${id}#trying`])
})

test('five thousand characters are too many for the sentence of a step, and all of them are given back', async () => {
  const id = await journeyInPlan(all, all.amara)
  const words = 'wort '.repeat(1000).trim()
  const answer = await post(id, '/steps', { stepId: newId(), what: words })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain(words)
  expect(page).toContain('Es passen 200 Zeichen')
})

test('a day that does not exist is refused at its field, with everything typed still there', async () => {
  const id = await journeyInPlan(all, all.amara)
  const answer = await post(id, '/steps', {
    id: newId(),
    what: 'Üben',
    byWhen: '2026-02-31',
    'needs.0.id': newId(),
    'needs.0.text': 'Zeit',
  })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('kein Datum, das es gibt')
  expect(page).toContain('value="Zeit"')
})

test('what saves itself keeps what it can and says the rest, and another window’s words are shown', async () => {
  const id = await journeyInPlan(all, all.amara)
  const stepId = newId()
  await all.as(all.amara, (db) => addStep(db, id, stepId, { texts: [said('what', 'Erste Fassung')] }))
  const autosave = (fields: Record<string, string>) =>
    browser.post(`/journeys/${id}/steps/${stepId}`, fields, all.amara, { 'x-lotse-autosave': '1' })
  const kept = await autosave({ what: 'Zweite Fassung', 'version.what': '1', minutesPlanned: 'viele' })
  expect(await kept.json()).toMatchObject({ saved: false, versions: { what: 2 }, problems: { minutesPlanned: expect.any(String) } })
  const late = await autosave({ what: 'Aus dem alten Fenster', 'version.what': '1' })
  expect(late.status).toBe(409)
  expect(await late.json()).toMatchObject({ conflicts: [{ name: 'what', theirs: 'Zweite Fassung', version: 2 }] })
})

test('steps are ordered by buttons without any script', async () => {
  const id = await journeyInPlan(all, all.amara)
  const [a, b] = [newId(), newId()]
  for (const step of [a, b]) await all.as(all.amara, (db) => addStep(db, id, step, { texts: [said('what', step)] }))
  const answer = await browser.post(`/journeys/${id}/steps/order`, { order: [a, b], move: `up:${b}` }, all.amara)
  expect(answer.headers.get('location')).toBe(`/journeys/${id}#step-${b}`)
  expect((await cycleOf(id)).steps.map((step) => step.id)).toEqual([b, a])
})

test('whoever accompanies sees the plan and no form of it; everybody else sees nothing', async () => {
  const id = await journeyInPlan(all, all.amara)
  await all.as(all.amara, (db) => savePlan(db, id, { texts: [said('focus', 'Die Fragen der Übergabe')] }))
  await accompanies(all, all.lena, id)
  const page = await (await browser.get(`/journeys/${id}`, all.lena)).text()
  expect(page).toContain('Die Fragen der Übergabe')
  expect(page).not.toContain('id="plan-form"')
  expect((await post(id, '/plan', { focus: 'Von Lena' }, all.lena)).status).toBe(422)
  expect((await post(id, '/plan', { focus: 'Von Jonas' }, all.jonas)).status).toBe(404)
  expect(bodyOf((await cycleOf(id)).texts, 'focus')).toBe('Die Fragen der Übergabe')
})
