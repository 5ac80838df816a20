import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { journeyInSecondPlan } from '../../../tests/under-way.ts'

let all: Cast
let browser: Ask
let rahel: Person
let milan: Person
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  const colleague = async (name: string): Promise<Person> => {
    const personId = newId()
    await all.owner.query('insert into person (organisation_id, id, name) values ($1, $2, $3)', [all.lena.organisationId, personId, name])
    return { organisationId: all.lena.organisationId, personId, name }
  }
  rahel = await colleague('Rahel Stern')
  milan = await colleague('Milan Kovač')
})
afterAll(() => all.close())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Amara's journey, which Lena accompanies, and Rahel proposed to stand in from yesterday to next week. */
async function proposed(from = inDays(-1), to = inDays(7)) {
  const journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  const agreementId = await accompanies(all, all.lena, journeyId)
  const absence = { deputy: rahel.personId, from, to, agreements: agreementId }
  for (const _ of ['once', 'again']) expect((await browser.post('/accompanying/absence', absence, all.lena)).status).toBe(303)
  const { rows } = await all.owner.query<{ id: string }>('select id from deputy_offer where journey_id = $1', [journeyId])
  expect(rows).toHaveLength(1)
  return { journeyId, agreementId, at: `/journeys/${journeyId}/deputies/${rows[0]!.id}` }
}
/** Nour signs in next door, at its own address. */
const door = (who: Person): Record<string, string> => (who === all.nour ? { host: 'sued.localhost', origin: 'http://sued.localhost' } : {})
const statusFor = async (who: Person, path: string) => (await browser.get(path, who, door(who))).status
const agree = (at: string, who: Person) => browser.post(`${at}/word`, { neitherIsSuperior: 'yes' }, who)

async function agreed(from?: string, to?: string) {
  const offer = await proposed(from, to)
  for (const who of [rahel, all.amara]) await agree(offer.at, who)
  return offer
}

test('a deputy reads with the word of the learner and their own, both without being a superior, and not before', async () => {
  const { journeyId, at } = await proposed()
  const journey = `/journeys/${journeyId}`
  expect((await browser.post(`${at}/word`, {}, all.amara)).status).toBe(422)
  expect((await agree(at, all.amara)).status).toBe(303)
  expect(await statusFor(rahel, journey)).toBe(404)
  expect((await agree(at, rahel)).status).toBe(303)
  expect(await statusFor(rahel, journey)).toBe(200)
  for (const other of [milan, all.nour]) expect(await statusFor(other, journey)).toBe(404)
})

test('an offer is known to the three of it and to nobody else, and only the two who are asked can give their word', async () => {
  const { at } = await proposed()
  for (const who of [all.amara, all.lena, rahel]) expect(await statusFor(who, at)).toBe(200)
  for (const other of [milan, all.jonas, all.ines, all.nour]) {
    expect(await statusFor(other, at)).toBe(404)
    for (const act of ['word', 'ending'])
      expect((await browser.post(`${at}/${act}`, { neitherIsSuperior: 'yes' }, other, door(other))).status).toBe(404)
  }
  expect((await agree(at, all.lena)).status).toBe(404)
})

test('before the first day and after the last nobody reads, and nothing has to happen for that', async () => {
  const ahead = await agreed(inDays(3), inDays(7))
  expect(await statusFor(rahel, `/journeys/${ahead.journeyId}`)).toBe(404)
  const { journeyId, at } = await agreed()
  expect(await statusFor(rahel, `/journeys/${journeyId}`)).toBe(200)
  await all.owner.query(`update membership set until = now() where audience_id = $1 and role = 'deputy'`, [journeyId])
  await all.owner.query(`update deputy_offer set starts_at = now() - interval '2 days', ends_at = now() where journey_id = $1`, [journeyId])
  expect(await statusFor(rahel, `/journeys/${journeyId}`)).toBe(404)
  expect(await statusFor(rahel, at)).toBe(404)
})

test.each(['amara', 'lena', 'rahel'] as const)('%s can end it at once, without a reason', async (name) => {
  const { journeyId, at } = await agreed()
  const who = name === 'rahel' ? rahel : all[name]
  expect((await browser.post(`${at}/ending`, {}, who)).status).toBe(303)
  expect(await statusFor(rahel, `/journeys/${journeyId}`)).toBe(404)
})

test('a deputy goes with the facilitation', async () => {
  const { journeyId, agreementId } = await agreed()
  await browser.post(`/journeys/${journeyId}/agreement/${agreementId}/ending`, {}, all.amara)
  expect(await statusFor(rahel, `/journeys/${journeyId}`)).toBe(404)
})

test('a deputy suggests and answers under both names, and everybody reads for whom they stand in', async () => {
  const { journeyId } = await agreed()
  const both = 'Rahel Stern in Vertretung von Lena Brandt'
  const suggestion = { id: newId(), kind: 'question', text: 'Woran merkst du es?' }
  expect((await browser.post(`/journeys/${journeyId}/proposals`, suggestion, rahel)).status).toBe(303)
  const { rows } = await all.owner.query<{ id: string }>('select id from review where journey_id = $1', [journeyId])
  const response = { text: 'Danke, dass du das zeigst', 'version.text': '0' }
  expect((await browser.post(`/journeys/${journeyId}/reviews/${rows[0]!.id}/response`, response, rahel)).status).toBe(303)
  const page = await (await browser.get(`/journeys/${journeyId}`, all.amara)).text()
  expect(page).toContain(`${both} stellt dir eine Frage`)
  expect(page).toContain(`${both} schreibt`)
  expect(page).toMatch(new RegExp(`lesen jetzt: [^<]*${both}`))
})

test('what is withheld from whoever accompanies is withheld from the deputy', async () => {
  const { journeyId } = await agreed()
  const seen = async () => (await browser.get(`/journeys/${journeyId}`, rahel)).text()
  expect(await seen()).toContain('Früher fragen')
  const { rows } = await all.owner.query<{ id: string }>('select id from cycle where journey_id = $1 and number = 1', [journeyId])
  await all.owner.query('insert into withheld (organisation_id, journey_id, person_id, subject_id) values ($1, $2, $3, $4)', [
    all.lena.organisationId,
    journeyId,
    all.lena.personId,
    rows[0]!.id,
  ])
  expect(await seen()).not.toContain('Früher fragen')
})

test('nobody proposes a deputy for a journey that they do not accompany, nor for days that make no sense', async () => {
  const { agreementId } = await proposed()
  const absence = { deputy: milan.personId, from: inDays(1), to: inDays(5), agreements: agreementId }
  for (const other of [all.amara, all.jonas, all.nour])
    expect((await browser.post('/accompanying/absence', absence, other, door(other))).status).toBe(404)
  for (const days of [
    { from: inDays(5), to: inDays(1) },
    { from: inDays(-9), to: inDays(-2) },
    { from: '', to: '' },
  ])
    expect((await browser.post('/accompanying/absence', { ...absence, ...days }, all.lena)).status).toBe(422)
})

test('the learner finds the question on their day, and goes on without answering it', async () => {
  const { at } = await proposed()
  expect(await (await browser.get('/today', all.amara)).text()).toContain(`href="${at}"`)
  expect(await (await browser.get('/accompanying', rahel)).text()).toContain(`href="${at}"`)
  await browser.post(`${at}/ending`, {}, all.amara)
  expect(await (await browser.get('/today', all.amara)).text()).not.toContain(`href="${at}"`)
})
