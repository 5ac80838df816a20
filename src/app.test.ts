import { afterAll, beforeAll, expect, test } from 'vitest'
import { createJourney } from '#journey/commands/create.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../tests/app.ts'
import { type Cast, cast } from '../tests/cast.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

test('a page of somebody signed in leads everybody else to the sign-in page, and back afterwards', async () => {
  const path = `/journeys/${newId()}`
  const answer = await browser.get(path)
  expect(answer.status).toBe(303)
  expect(answer.headers.get('location')).toBe(`/sign-in?back=${encodeURIComponent(path)}`)
})

test('what is not yours and what does not exist look alike, to the letter', async () => {
  const journeyId = newId()
  await all.as(all.amara, (db) => createJourney(db, journeyId))
  expect((await browser.get(`/journeys/${journeyId}`, all.amara)).status).toBe(200)
  const foreign = await browser.get(`/journeys/${journeyId}`, all.jonas)
  const unknown = await browser.get(`/journeys/${newId()}`, all.jonas)
  const malformed = await browser.get('/journeys/nonsense', all.jonas)
  expect([foreign.status, unknown.status, malformed.status]).toEqual([404, 404, 404])
  const bodies = await Promise.all([foreign, unknown, malformed].map((answer) => answer.text()))
  expect(new Set(bodies).size).toBe(1)
})

test('a form from another site is not taken', async () => {
  const answer = await browser.post('/journeys', { id: newId() }, all.amara, { origin: 'https://elsewhere.example' })
  expect(answer.status).toBe(403)
})

test('no browser keeps a page of somebody signed in', async () => {
  const journeyId = newId()
  await all.as(all.amara, (db) => createJourney(db, journeyId))
  const page = await browser.get(`/journeys/${journeyId}`, all.amara)
  expect([page.status, page.headers.get('cache-control')]).toEqual([200, 'no-store'])
})

test('nothing inline, nothing from elsewhere, nothing kept', async () => {
  const answer = await browser.get('/journeys/nonsense', all.amara)
  const policy = answer.headers.get('content-security-policy') ?? ''
  expect(policy).toContain("default-src 'none'")
  expect(policy).not.toContain('unsafe')
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(answer.headers.get('x-frame-options')).toBe('DENY')
})
