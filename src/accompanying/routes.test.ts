import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../tests/cast.ts'
import { journeyInSecondPlan, journeyInTry } from '../../tests/under-way.ts'

let all: Cast
let browser: Ask
let journeyId: string
let agreementId: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  agreementId = await accompanies(all, all.lena, journeyId)
})
afterAll(() => all.close())

const page = async (who = all.lena) => (await browser.get('/accompanying', who)).text()

test('somebody who accompanies nobody is told how that begins, and has no place for it in the navigation', async () => {
  expect(await page(all.jonas)).toContain('Du begleitest gerade niemanden.')
  expect(await (await browser.get('/today', all.jonas)).text()).not.toContain('href="/accompanying"')
})

test('whoever accompanies comes here from everywhere, and sees whom they accompany', async () => {
  expect(await (await browser.get('/journeys', all.lena)).text()).toContain('href="/accompanying"')
  expect(await page()).toContain(`href="/journeys/${journeyId}"`)
  expect(await page(all.ines)).not.toContain(journeyId)
  expect(await page(all.nour)).not.toContain(journeyId)
})

test('a shared review is here until it is answered', async () => {
  const said = 'Eine Auswertung, mit dir geteilt'
  expect(await page()).toContain(said)
  const { rows } = await all.owner.query<{ id: string }>('select id from review where journey_id = $1', [journeyId])
  const answered = await browser.post(
    `/journeys/${journeyId}/reviews/${rows[0]!.id}/response`,
    { text: 'Danke dir', 'version.text': '0' },
    all.lena,
  )
  expect(answered.status).toBe(303)
  expect(await page()).not.toContain(said)
})

test('what the learner decided on a suggestion is here, and who suggested nothing is told nothing', async () => {
  const suggestion = { id: newId(), kind: 'question', text: 'Woran merkst du es?' }
  await browser.post(`/journeys/${journeyId}/proposals`, suggestion, all.lena)
  await browser.post(`/journeys/${journeyId}/proposals/${suggestion.id}/decision`, { decision: 'accepted' }, all.amara)
  expect(await page()).toContain('Dein Vorschlag: angenommen')
  expect(await page(all.amara)).not.toContain('Dein Vorschlag: angenommen')
})

test('the agreed contact is here from its day on, until they were in touch', async () => {
  const said = 'Der vereinbarte Kontakt steht an'
  expect(await page()).not.toContain(said)
  await all.owner.query(`update agreement_confirmation set at = now() - interval '20 days' where agreement_id = $1`, [agreementId])
  expect(await page()).toContain(said)
  await browser.post(`/journeys/${journeyId}/agreement/${agreementId}/met`, { what: 'contact' }, all.lena)
  expect(await page()).not.toContain(said)
})

test('a question for help that waits for this person is here, one of their own is not', async () => {
  const { id } = await journeyInTry(all, all.jonas)
  const question = { id: newId(), to: all.lena.personId, goal: 'Ruhig übergeben', tried: 'Zettel', happened: '', wantToUnderstand: 'Wie?' }
  await browser.post(`/journeys/${id}/help`, question, all.jonas)
  expect(await page()).toContain('Ruhig übergeben')
  expect(await page(all.jonas)).not.toContain('Ruhig übergeben')
})

test('own places are said in words', async () => {
  expect(await page()).toContain('Im Verzeichnis stehst du noch nicht')
  await all.owner.query(
    `insert into introduction (organisation_id, person_id, languages, hats, places, reply_days) values ($1, $2, '{de}', '{facilitation}', 3, 3)`,
    [all.lena.organisationId, all.lena.personId],
  )
  expect(await page()).toContain('Du hast 3 Plätze zugesagt; 2 sind frei.')
  await all.owner.query('update introduction set places = 0')
  expect(await page()).toContain('Du begleitest mehr Vorhaben, als du Plätze zugesagt hast')
})

test('it counts nothing and says nothing about how long somebody was away', async () => {
  const said = (await page()).toLowerCase()
  for (const word of ['inaktiv', 'zuletzt', 'überfällig', 'badge', 'tagen']) expect(said).not.toContain(word)
})

test('whoever accompanies no longer finds nothing of it here', async () => {
  await browser.post(`/journeys/${journeyId}/agreement/${agreementId}/ending`, {}, all.amara)
  expect(await page()).not.toContain(journeyId)
})
