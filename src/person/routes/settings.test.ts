import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const save = (form: Record<string, string>) =>
  browser.post('/settings', { name: 'Amara Okafor', locale: '', timeZone: '', theme: '', ...form }, all.amara)

test('a person says how they are called and how pages look and read, and the next page does', async () => {
  expect((await save({ name: 'Amara O.', locale: 'en', timeZone: 'America/New_York', theme: 'dark' })).headers.get('location')).toBe(
    '/settings?done=saved',
  )
  const page = await (await browser.get('/settings', all.amara)).text()
  expect(page).toContain('<html lang="en" data-theme="dark"')
  expect(page).toContain('Amara O.')
  expect(page).toContain('Sign-ins')
})

test('formal German is a language of its own here, and German to the browser', async () => {
  await save({ locale: 'de-formal' })
  const page = await (await browser.get('/settings/sign-ins', all.amara)).text()
  expect(page).toContain('<html lang="de"')
  expect(page).toContain('Hier sind Sie gerade angemeldet')
})

test('without a choice of their own a person follows the organisation', async () => {
  await save({})
  const { rows } = await all.owner.query('select locale, time_zone, theme from person where id = $1', [all.amara.personId])
  expect(rows).toEqual([{ locale: null, time_zone: null, theme: null }])
})

test('what is not possible is said at the field, and what was typed is still there', async () => {
  const answer = await save({ name: 'A'.repeat(121), timeZone: 'Mars/Olympus' })
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('Es passen 120 Zeichen')
  expect(page).toContain('A'.repeat(121))
})
