import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { ownRhythm } from '../queries.ts'
import { usualRhythm } from '../rules/rhythm.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const hours = { learningDays: ['1', '3'], learningFrom: '09:00', learningTo: '12:30', asks: ['daily'], weeklyDay: '4', weeklyAt: '11:15' }
const save = (form: Record<string, string | string[]>) => browser.post('/settings/rhythm', { ...hours, ...form }, all.amara)
const kept = () => all.as(all.amara, ownRhythm)

test('without a word about it the usual rhythm holds, and the settings lead to it', async () => {
  expect(await kept()).toEqual(usualRhythm)
  expect(await (await browser.get('/settings', all.amara)).text()).toContain('href="/settings/rhythm"')
})

test('what somebody says about their rhythm is kept, for them alone, and shown again', async () => {
  const saved = await save({ offFrom: ['2096-12-21', '2097-05-06'], offTo: ['2096-12-31', ''] })
  expect(saved.headers.get('location')).toBe('/settings/rhythm?done=saved')
  expect(await kept()).toEqual({
    learningDays: [1, 3],
    learningFrom: '09:00',
    learningTo: '12:30',
    daysOff: [
      { from: '2096-12-21', to: '2096-12-31' },
      { from: '2097-05-06', to: '2097-05-06' },
    ],
    daily: true,
    weekly: false,
    weeklyDay: 4,
    weeklyAt: '11:15',
    afterStep: false,
  })
  expect(await all.as(all.lena, ownRhythm)).toEqual(usualRhythm)
  expect(await all.as(all.ines, ownRhythm)).toEqual(usualRhythm)
  const page = await (await browser.get('/settings/rhythm', all.amara)).text()
  expect(page).toContain('value="2096-12-31"')
})

test('stretches of days off that touch become one', async () => {
  await save({ offFrom: ['2096-12-24', '2096-12-21', ''], offTo: ['2096-12-31', '2096-12-23', ''] })
  expect((await kept()).daysOff).toEqual([{ from: '2096-12-21', to: '2096-12-31' }])
})

test('hours that end before they begin, and days off that do, are asked for again with everything that was typed', async () => {
  const wrongs: Parameters<typeof save>[0][] = [{ learningTo: '08:00' }, { offFrom: ['2097-02-09'], offTo: ['2097-02-01'] }]
  for (const wrong of wrongs) {
    const answer = await save({ ...wrong, weeklyAt: '10:45' })
    expect(answer.status).toBe(422)
    const page = await answer.text()
    expect(page).toContain('Das Ende liegt nicht nach dem Anfang.')
    expect(page).toContain('value="10:45"')
  }
  expect((await save({ weeklyAt: '25:00' })).status).toBe(422)
  expect((await save({ offFrom: ['2097-02-30'], offTo: [''] })).status).toBe(422)
  expect((await save({ offFrom: [''], offTo: ['2097-02-01'] })).status).toBe(422)
  expect((await kept()).weeklyAt).toBe('11:15')
})
