import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeJourney } from '#journey/queries/whole.ts'
import { readersOf } from '#sharing/queries.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInSecondPlan } from '../../../tests/under-way.ts'
import { endFacilitation } from '../commands/agreement.ts'
import { earlierItems } from '../queries/earlier.ts'

let all: Cast
let browser: Ask
let journeyId: string
let jonasAgreement: string
const [insight, response] = ['Fragen hilft', 'Was war der Moment, in dem es kippte?']
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight })
  const lenas = await accompanies(all, all.lena, journeyId)
  const review = (await seen(all.lena))!.cycles[0]!.review!
  await browser.post(`/journeys/${journeyId}/reviews/${review.id}/response`, { text: response, 'version.text': '0' }, all.lena)
  await all.as(all.amara, (db) => endFacilitation(db, lenas))
  jonasAgreement = await accompanies(all, all.jonas, journeyId)
})
afterAll(() => all.close())

const seen = (who = all.jonas) => all.as(who, (db) => wholeJourney(db, journeyId))
const page = async (who = all.jonas) => (await browser.get(`/journeys/${journeyId}`, who)).text()
const items = () => all.as(all.amara, (db) => earlierItems(db, journeyId, all.jonas.personId))
async function decide(shown: (kind: string) => boolean) {
  const all_ = await items()
  const form = { asked: all_.map(({ id }) => id), shown: all_.filter(({ kind }) => shown(kind)).map(({ id }) => id) }
  return browser.post(`/journeys/${journeyId}/agreement/${jonasAgreement}/earlier`, form, all.amara)
}

test('what can be decided on is what lies behind: closed cycles, and what those wrote who accompanied before', async () => {
  expect((await items()).map(({ kind, number, text }) => [kind, number, text])).toEqual([
    ['cycle', 1, expect.any(String)],
    ['words', 1, 'Lena Brandt'],
  ])
})

test('a cycle that is not shown is not there: no step, no note, no review, on no page and in no copy', async () => {
  expect((await seen())!.cycles.map(({ number }) => number)).toEqual([1, 2])
  expect((await decide((kind) => kind === 'words')).status).toBe(303)
  expect((await seen())!.cycles.map(({ number }) => number)).toEqual([2])
  for (const path of ['', '/export.md', '/export.json', '/challenge/versions'])
    expect(await (await browser.get(`/journeys/${journeyId}${path}`, all.jonas)).text()).not.toContain(insight)
  expect(await page(all.amara)).toContain(insight)
})

test('the words of whoever accompanied before are shown or not, on their own', async () => {
  await decide((kind) => kind === 'cycle')
  expect([(await page()).includes(insight), (await page()).includes(response)]).toEqual([true, false])
  await decide(() => true)
  expect((await page()).includes(response)).toBe(true)
})

test('to the learner the words of whoever accompanied before stay, under their name and until when', async () => {
  const text = await page(all.amara)
  expect([text.includes(response), /Lena Brandt, begleitete bis \d+\. \S+, schrieb/.test(text)]).toEqual([true, true])
})

test('only from now on: one button leaves out everything that lies behind, and what comes is there', async () => {
  const asked = (await items()).map(({ id }) => id)
  await browser.post(`/journeys/${journeyId}/agreement/${jonasAgreement}/earlier`, { asked, shown: asked, only: 'now' }, all.amara)
  expect((await seen())!.cycles.map(({ number }) => number)).toEqual([2])
  expect(await page()).toContain('Schichtübergabe ohne Lücken')
})

test('beside what is withheld the learner reads who sees it, without the one who does not', async () => {
  await decide(() => false)
  const text = await page(all.amara)
  const cycle = text.slice(text.indexOf('id="cycle-1"')).split('</details>')[0]!
  expect(cycle).not.toContain('Jonas Petersen')
  expect((await all.as(all.amara, (db) => readersOf(db, journeyId))).map(({ name }) => name)).toContain('Jonas Petersen')
})

test('nobody but the learner decides on it, or hears that something is missing', async () => {
  const path = `/journeys/${journeyId}/agreement/${jonasAgreement}/earlier`
  for (const who of [all.jonas, all.lena, all.ines]) {
    expect((await browser.get(path, who)).status).toBe(404)
    expect((await browser.post(path, { asked: [], shown: [] }, who)).status).toBe(404)
  }
  await decide(() => false)
  expect((await seen())!.withheld).toEqual([])
})
