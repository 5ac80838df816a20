import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { convincing, go, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { journeyInPlan, journeyInSecondPlan } from '../../../tests/under-way.ts'
import { closeSolved, setJourneyAside, writeClosing } from '../commands/closing.ts'
import { bodyOf, wholeJourney } from '../queries/whole.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const read = async (id: string, who = all.amara) => (await all.as(who, (db) => wholeJourney(db, id)))!

const suggestion = (words: string) => ({ id: newId(), kind: 'step', text: words, stepKind: 'shadowing', byWhen: '2026-12-01' })

test('a step that Lena suggests enters the plan when Amara takes it, and says who proposed it', async () => {
  const id = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, id)
  expect((await browser.post(`/journeys/${id}/proposals`, suggestion('Bei der Instandhaltung zuschauen'), all.lena)).status).toBe(303)
  const { proposals } = await read(id)
  const decided = await browser.post(`/journeys/${id}/proposals/${proposals[0]!.id}/decision`, { decision: 'accepted' }, all.amara)
  expect(decided.status).toBe(303)
  const [step] = (await read(id)).cycles[0]!.steps
  expect(step).toMatchObject({ created_as: 'facilitator', created_by: all.lena.personId, kind: 'shadowing' })
  expect(bodyOf(step!.texts, 'what')).toBe('Bei der Instandhaltung zuschauen')
})

test('a suggestion is made once, however often its form is sent, and decided once', async () => {
  const id = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, id)
  const form = suggestion('Einmal')
  await browser.post(`/journeys/${id}/proposals`, form, all.lena)
  await browser.post(`/journeys/${id}/proposals`, form, all.lena)
  const { proposals } = await read(id)
  expect(proposals).toHaveLength(1)
  const decision = `/journeys/${id}/proposals/${proposals[0]!.id}/decision`
  expect((await browser.post(decision, { decision: 'declined' }, all.amara)).status).toBe(303)
  expect((await browser.post(decision, { decision: 'accepted' }, all.amara)).status).toBe(422)
  expect((await read(id)).proposals[0]!.state).toBe('declined')
})

test('Lena cannot decide for Amara, nor suggest where she does not accompany', async () => {
  const id = await journeyInPlan(all, all.amara)
  expect((await browser.post(`/journeys/${id}/proposals`, suggestion('Fremd'), all.lena)).status).toBe(404)
  await accompanies(all, all.lena, id)
  await browser.post(`/journeys/${id}/proposals`, suggestion('Für Amara'), all.lena)
  const { proposals } = await read(id)
  expect((await browser.post(`/journeys/${id}/proposals/${proposals[0]!.id}/decision`, { decision: 'accepted' }, all.lena)).status).toBe(
    404,
  )
  expect((await read(id)).proposals[0]!.state).toBe('waiting')
})

test('what Lena typed stays when a suggestion cannot be taken', async () => {
  const id = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, id)
  const answer = await browser.post(`/journeys/${id}/proposals`, { ...suggestion('Ein halber Gedanke'), stepKind: '' }, all.lena)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Ein halber Gedanke')
})

test('Lena answers a saved review and says who led; Amara reads both beside her own words', async () => {
  const id = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  await accompanies(all, all.lena, id)
  const review = (await read(id, all.lena)).cycles[0]!.review!
  await browser.post(`/journeys/${id}/reviews/${review.id}/response`, { text: 'Woran merkst du es?', 'version.text': '0' }, all.lena)
  await browser.post(`/journeys/${id}/reviews/${review.id}/lead`, { 'lead.plan': 'learner', 'lead.try': 'shared' }, all.lena)
  const seen = (await read(id)).cycles[0]!.review!
  expect(seen.texts.others.map((text) => text.body)).toEqual(['Woran merkst du es?'])
  expect(seen.lead_by_facilitator).toEqual({ plan: 'learner', try: 'shared' })
  const stale = await browser.post(
    `/journeys/${id}/reviews/${review.id}/response`,
    { text: 'Etwas anderes', 'version.text': '0' },
    all.lena,
  )
  expect(stale.status).toBe(422)
  const page = await stale.text()
  expect([page.includes('Woran merkst du es?'), page.includes('Etwas anderes')]).toEqual([true, true])
})

test('who accompanies may see a solved journey differently: Amara reads it, and it stays solved; of no other end it can be said', async () => {
  const solved = await all.as(all.amara, async (db) => {
    const id = await started(db)
    await tried(db, id)
    await reviewed(db, id, convincing, 'met')
    await go(db, id, 'declareSolved')
    const texts = ['solutionSummary', 'whatMadeTheDifference'].map((field) => ({ field, body: 'Die Liste', baseVersion: 0 }))
    await writeClosing(db, id, { texts, storyChoice: 'no', transferCheckOn: null })
    await closeSolved(db, id, '2026-11-23')
    return id
  })
  await accompanies(all, all.lena, solved)
  const view = { text: 'Weil du es erst einmal allein gemacht hast.', 'version.text': '0' }
  expect((await browser.post(`/journeys/${solved}/differing-view`, view, all.lena)).status).toBe(303)
  const page = await (await browser.get(`/journeys/${solved}`, all.amara)).text()
  expect([page.includes('Lena Brandt sieht es anders'), page.includes(view.text)]).toEqual([true, true])
  expect((await read(solved)).journey).toMatchObject({ status: 'closed', outcome: 'solved', phase: 'transfer' })
  for (const who of [all.amara, all.jonas]) expect((await browser.post(`/journeys/${solved}/differing-view`, view, who)).status).toBe(404)

  const aside = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, aside)
  await all.as(all.amara, (db) => setJourneyAside(db, aside, { reason: 'no_time', note: '', parkedUntil: null }, '2026-11-23'))
  expect((await browser.post(`/journeys/${aside}/differing-view`, view, all.lena)).status).toBe(404)
})
