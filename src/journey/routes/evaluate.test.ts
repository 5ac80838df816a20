import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { load, started, tried } from '../../../tests/journeys-in-database.ts'
import { bodyOf, openCycleOf } from '../queries/whole.ts'

let all: Cast
let app: Ask
beforeAll(async () => {
  all = await cast()
  app = ask(all)
})
afterAll(() => all.close())

async function inEvaluate(): Promise<{ id: string; sign: string }> {
  return all.as(all.amara, async (db) => {
    const id = await started(db)
    await tried(db, id)
    return { id, sign: (await load(db, id)).challenge.signs[0]!.id }
  })
}
const complete = (sign: string) => ({
  whatHappened: 'Drei Übergaben mit der Liste',
  'wentWell.0': 'Die Liste lag bereit',
  'toImprove.0': 'Früher anfangen',
  insight: 'Fünf Minuten vorher reichen',
  [`sign.${sign}`]: 'partly',
  progress: '2',
  obstacleTags: ['', 'time'],
  'lead.plan': 'learner',
  mood: 'ok',
  nextMove: 'next_cycle',
})
const reviewOf = (id: string) => all.as(all.amara, async (db) => openCycleOf(await load(db, id))?.review)

test('the page asks for the review beside what was expected', async () => {
  const { id } = await inEvaluate()
  const page = await (await app.get(`/journeys/${id}`, all.amara)).text()
  expect(page).toContain('Was ist geschehen?')
  expect(page).toContain('Es fehlt höchstens ein Punkt')
  expect(page).toContain('Wer hat beim Klären geführt?')
})

test('a review that is not complete says at the fields what is missing, and keeps what was typed', async () => {
  const { id, sign } = await inEvaluate()
  const answer = await app.post(`/journeys/${id}/review`, { whatHappened: 'Nur das', nextMove: 'next_cycle', do: 'decide' }, all.amara)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('href="#wentWell"')
  expect(page).toContain(`href="#sign.${sign}"`)
  expect(page).toContain('Nur das')
  expect(bodyOf((await reviewOf(id))!.texts, 'happened')).toBe('Nur das')
})

test('a complete review goes on to the next cycle in one press', async () => {
  const { id, sign } = await inEvaluate()
  const answer = await app.post(`/journeys/${id}/review`, { ...complete(sign), do: 'decide' }, all.amara)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/journeys/${id}`])
  const whole = await all.as(all.amara, (db) => load(db, id))
  expect(whole.cycles.map((cycle) => cycle.state)).toEqual(['reviewed', 'open'])
  expect(whole.cycles[0]!.review).toMatchObject({ mood: 'ok', lead: { plan: 'learner' }, obstacle_tags: ['time'] })
})

test('declaring it solved too early says in words what is lacking', async () => {
  const { id, sign } = await inEvaluate()
  const answer = await app.post(`/journeys/${id}/review`, { ...complete(sign), nextMove: 'declare_solved', do: 'decide' }, all.amara)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('dass es mindestens mit Hilfe klappt')
})

test('a reframe takes its reason along, and asks for it where there is none', async () => {
  const { id, sign } = await inEvaluate()
  const reframe = { ...complete(sign), nextMove: 'reframe', do: 'decide' }
  expect((await app.post(`/journeys/${id}/review`, reframe, all.amara)).status).toBe(422)
  const texts = { ...reframe, 'version.whatHappened': '1', 'version.wentWell.0': '1', 'version.toImprove.0': '1', 'version.insight': '1' }
  expect((await app.post(`/journeys/${id}/review`, { ...texts, reframeReason: 'Es geht um Vertrauen' }, all.amara)).status).toBe(303)
  const whole = await all.as(all.amara, (db) => load(db, id))
  expect(whole.journey.phase).toBe('identify')
  expect(bodyOf(whole.challenge.texts, 'reframeReason')).toBe('Es geht um Vertrauen')
})

test('an autosave keeps what fits, names what does not, and answers with versions', async () => {
  const { id } = await inEvaluate()
  const sent = { whatHappened: 'Getippt', insight: 'x'.repeat(301) }
  const answer = await app.post(`/journeys/${id}/review`, sent, all.amara, { 'x-lotse-autosave': '1' })
  expect(answer.status).toBe(422)
  expect(await answer.json()).toMatchObject({ saved: false, versions: { whatHappened: 1 }, problems: { insight: expect.any(String) } })
  expect(bodyOf((await reviewOf(id))!.texts, 'happened')).toBe('Getippt')
  const stale = await app.post(`/journeys/${id}/review`, { whatHappened: 'Woanders' }, all.amara, { 'x-lotse-autosave': '1' })
  expect(stale.status).toBe(409)
  expect(await stale.json()).toMatchObject({ versions: {}, conflicts: [{ name: 'whatHappened', theirs: 'Getippt', version: 1 }] })
})

test('sharing opens the review to whoever accompanies, who reads it and finds no form', async () => {
  const { id, sign } = await inEvaluate()
  await accompanies(all, all.lena, id)
  const before = await (await app.get(`/journeys/${id}`, all.lena)).text()
  expect(before).toContain('sobald Amara Okafor sie teilt')
  await app.post(`/journeys/${id}/review`, { ...complete(sign), do: 'share' }, all.amara)
  const page = await (await app.get(`/journeys/${id}`, all.lena)).text()
  expect(page).toContain('Fünf Minuten vorher reichen')
  expect(page).not.toContain('id="review-form"')
  expect(page).not.toContain('in Ordnung')
  expect((await app.post(`/journeys/${id}/review`, { do: 'take_back' }, all.lena)).status).toBe(404)
  expect((await app.post(`/journeys/${id}/review`, { do: 'take_back' }, all.jonas)).status).toBe(404)
})

test('a decision that needs its own page leads there, with everything saved', async () => {
  const { id } = await inEvaluate()
  const answer = await app.post(`/journeys/${id}/review`, { whatHappened: 'Genug', nextMove: 'set_aside', do: 'decide' }, all.amara)
  expect(answer.headers.get('location')).toBe(`/journeys/${id}/ending?way=set_aside`)
  expect((await reviewOf(id))?.next_move).toBe('set_aside')
})
