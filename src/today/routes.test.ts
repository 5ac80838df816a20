import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../tests/cast.ts'
import { journeyInPlan, journeyInSecondPlan, journeyInTry } from '../../tests/under-way.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const page = async (who = all.amara) => (await browser.get('/today', who)).text()

test('a day without anything offers one first act', async () => {
  expect(await page(all.jonas)).toContain('href="/journeys/new"')
})

test('a suggestion waits on the day of its learner and of nobody else; a saved review on that of whoever accompanies', async () => {
  const id = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  await accompanies(all, all.lena, id)
  const suggestion = { id: newId(), kind: 'question', text: 'Woran merkst du es?' }
  await browser.post(`/journeys/${id}/proposals`, suggestion, all.lena)
  expect(await page()).toContain('Ein Vorschlag von Lena Brandt')
  expect(await page(all.lena)).toContain('Eine Auswertung, mit dir geteilt')
  expect(await page(all.lena)).not.toContain('Ein Vorschlag von')
  expect(await page(all.jonas)).not.toContain(id)
  expect(await page(all.nour)).not.toContain(id)
})

test('a suggestion about support waits on the day of the one whose word is missing, until it is given', async () => {
  const id = await journeyInPlan(all, all.amara)
  const agreement = await accompanies(all, all.lena, id)
  const form = { agreement, id: newId(), level: 'on_call', for: 'one_cycle' }
  await browser.post(`/journeys/${id}/handovers`, form, all.lena)
  const said = 'Ein Vorschlag zur Begleitung mit'
  expect(await page(all.amara)).toContain(`${said} Lena Brandt`)
  expect(await page(all.lena)).not.toContain(said)
  await browser.post(`/journeys/${id}/handovers/${form.id}/agreement`, { for: '' }, all.amara)
  expect(await page(all.amara)).not.toContain(said)
})

test('a question for help waits on the day of the one asked, and its answer on that of whoever asked', async () => {
  const { id } = await journeyInTry(all, all.amara)
  const question = { id: newId(), to: all.jonas.personId, goal: 'Ruhig übergeben', tried: 'Zettel', happened: '', wantToUnderstand: 'Wie?' }
  await browser.post(`/journeys/${id}/help`, question, all.amara)
  expect(await page(all.jonas)).toContain('Ruhig übergeben')
  expect(await page()).not.toContain('Ruhig übergeben')
  await browser.post(`/help-requests/${question.id}/answers`, { id: newId(), text: 'Erst fragen' }, all.jonas)
  expect(await page(all.jonas)).not.toContain('Ruhig übergeben')
  expect(await page()).toContain('Ruhig übergeben')
})

test('a question about something needed waits on the day of whoever needs it', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  const needId = newId()
  await all.owner.query('insert into need (organisation_id, id, journey_id, step_id) values ($1, $2, $3, $4)', [
    all.amara.organisationId,
    needId,
    id,
    stepId,
  ])
  const made = await (await browser.post(`/needs/${needId}/link`, {}, all.amara)).text()
  const link = /value="http:\/\/localhost(\/need\/[\w-]+)"/.exec(made)![1]!
  expect(await page()).not.toContain(`href="/needs/${needId}"`)
  await browser.post(link, { id: newId(), kind: 'question', comingOn: '', body: 'Wie groß?' })
  expect(await page()).toContain(`href="/needs/${needId}"`)
  expect(await page(all.lena)).not.toContain(needId)
})

test('a day counts nothing and blames nobody', async () => {
  const said = (await page()).toLowerCase()
  for (const word of ['inaktiv', 'überfällig', 'badge', 'streak']) expect(said).not.toContain(word)
})
