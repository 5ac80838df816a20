import { afterAll, beforeAll, expect, test } from 'vitest'
import { openCycleOf } from '#journey/queries/whole.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { go, load, started } from '../../../tests/journeys-in-database.ts'

let all: Cast
let browser: Ask
let journeyId: string
let stepId: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  journeyId = await all.as(all.amara, started)
  const cycle = openCycleOf(await all.as(all.amara, (db) => load(db, journeyId)))!
  stepId = newId()
  await all.owner.query(
    `insert into step (organisation_id, id, journey_id, cycle_id, kind, by_when, created_by, created_as)
     values ($1, $2, $3, $4, 'on_the_job_trial', '2026-12-01', $5, 'learner')`,
    [all.amara.organisationId, stepId, journeyId, cycle.id, all.amara.personId],
  )
  const says = (subjectId: string, field: string, body: string) =>
    all.owner.query(
      `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body) values ($1, $2, $3, $4, $5, $6, $3, $7)`,
      [all.amara.organisationId, newId(), journeyId, subjectId, field, all.amara.personId, body],
    )
  await says(stepId, 'what', 'Nachfragen')
  await says(cycle.id, 'focus', 'Eine Übergabe')
  await all.owner.query(`update cycle set planned_review_on = '2026-12-04' where id = $1`, [cycle.id])
  await all.as(all.amara, (db) => go(db, journeyId, 'beginTrying'))
})
afterAll(() => all.close())

const status = async (to: string) =>
  (await browser.post(`/journeys/${journeyId}/steps/${stepId}/status`, { status: to }, all.amara)).headers.get('location')!
const page = async (location: string) => (await browser.get(location.replace(/#.*/, ''), all.amara)).text()

test('a step that was done offers one question at it, answered there and kept in the journal', async () => {
  const location = await status('done')
  expect(location).toMatch(new RegExp(`^/journeys/${journeyId}\\?after=${stepId}&offer=r-after-step-\\d\\d#step-${stepId}$`))
  const shown = await page(location)
  expect(shown).toContain('Eine Frage, höchstens eine Minute')
  const [, promptId] = location.match(/offer=([\w-]+)/)!
  const id = newId()
  const answer = { cadence: 'after_step', journeyId, stepId, 'id-1': id, 'prompt-1': promptId!, 'text-1': 'Es war leichter als gedacht.' }
  const back = (await browser.post('/reflections', answer, all.amara)).headers.get('location')!
  expect(back).toContain(`#step-${stepId}`)
  expect(await page(back)).toContain('Steht in deinem Tagebuch.')
  expect(await page(`/reflections?journey=${journeyId}`)).toContain('Es war leichter als gedacht.')
})

test('the next step brings another question; nothing is offered where a step is not done', async () => {
  const first = (await page('/reflections')).length
  expect(await status('doing')).toBe(`/journeys/${journeyId}#step-${stepId}`)
  const again = await status('done')
  const { rows } = await all.owner.query('select prompt_id from prompt_shown where person_id = $1', [all.amara.personId])
  expect(rows.length).toBe(2)
  expect(again).toMatch(/offer=r-after-step/)
  expect((await page('/reflections')).length).toBe(first)
})

test('passing over has no consequence, and whoever wants no questions after a step gets none', async () => {
  expect(await page(`/journeys/${journeyId}`)).not.toContain('Eine Frage, höchstens eine Minute')
  const rhythm = { learningDays: ['1'], learningFrom: '08:00', learningTo: '17:00', asks: ['weekly'], weeklyDay: '5', weeklyAt: '14:00' }
  await browser.post('/settings/rhythm', rhythm, all.amara)
  await status('doing')
  expect(await status('done')).toBe(`/journeys/${journeyId}#step-${stepId}`)
})

test('an address that names no prompt, or another person’s journey, shows nothing of it', async () => {
  expect(await page(`/journeys/${journeyId}?after=${stepId}&offer=r-weekly-01`)).not.toContain('step-prompt')
  expect(await page(`/journeys/${journeyId}?after=x&offer=y`)).not.toContain('step-prompt')
})
