import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endFacilitation } from '#facilitation/commands/agreement.ts'
import type { AssigneeRole } from '#help/rules/assignee.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { journeyInPlan, read, said } from '../../../tests/under-way.ts'
import { saveStep } from '../commands/step.ts'

let all: Cast
let browser: Ask
let journeyId: string
let agreementId: string
let stepId: string
let here: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())
beforeEach(async () => {
  journeyId = await journeyInPlan(all, all.amara)
  agreementId = await accompanies(all, all.lena, journeyId)
  ;[stepId] = await Promise.all([step('An der Fräse üben'), step('Ein anderer Schritt')])
  here = `/journeys/${journeyId}/steps/${stepId}/assignees`
})

async function step(what: string): Promise<string> {
  const id = newId()
  await browser.post(
    `/journeys/${journeyId}/steps`,
    { stepId: id, what, kind: 'training', byWhen: '2026-12-01', expectation: `Erwartung: ${what}`, obstacle: 'Mein Hindernis' },
    all.amara,
  )
  return id
}

async function asked(who: Person, role: AssigneeRole, more: Record<string, string> = {}): Promise<string> {
  const id = newId()
  const answer = await browser.post(here, { id, personId: who.personId, role, ...more }, all.amara)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `${here}#assignee-${id}`])
  return id
}
const eyeLevel = { notSuperior: 'yes' }
const page = async (path: string, who: Person) => {
  const answer = await browser.get(path, who)
  return { status: answer.status, text: await answer.text() }
}
const asHelper = () => page(`/steps/${stepId}`, all.jonas)
const helps = async (role: AssigneeRole) => {
  const id = await asked(all.jonas, role, role === 'coach' ? eyeLevel : {})
  await browser.post(`/steps/${stepId}/agreement`, eyeLevel, all.jonas)
  return id
}
const writes = (form: Record<string, string | string[]>, who = all.jonas) =>
  browser.post(`/steps/${stepId}`, { note: '', 'version.note': '0', suggestion: '', ...form }, who)

test('whoever helps sees their step with what lies open about it, and nothing else of the journey', async () => {
  await asked(all.jonas, 'trainer')
  const seen = await asHelper()
  expect(seen.text).toContain('An der Fräse üben')
  expect(seen.text).toContain('Erwartung: An der Fräse üben')
  const { challenge } = await all.as(all.amara, (db) => read(db, journeyId))
  for (const other of ['Ein anderer Schritt', 'Mein Hindernis', ...challenge.texts.own.map(({ body }) => body)])
    expect(other === '' || !seen.text.includes(other), other).toBe(true)
  const readable = await all.as(all.jonas, async (db) => {
    const { rows } = await sql<{ table: string; n: number }>`
      select 'step' as table, count(*)::int as n from step union all select 'journey', count(*)::int from journey
      union all select 'challenge', count(*)::int from challenge union all select 'cycle', count(*)::int from cycle`.execute(db)
    return Object.fromEntries(rows.map(({ table, n }) => [table, n]))
  })
  expect(readable).toEqual({ step: 1, journey: 0, challenge: 0, cycle: 0 })
  expect((await page(`/journeys/${journeyId}`, all.jonas)).status).toBe(404)
  for (const stranger of [all.lena, all.ines, all.amara]) expect((await page(`/steps/${stepId}`, stranger)).status, stranger.name).toBe(404)
})

test('only the learner asks, for their own step, and nobody of another organisation', async () => {
  const form = (who: Person) => ({ id: newId(), personId: who.personId, role: 'peer' })
  for (const stranger of [all.lena, all.jonas, all.ines]) expect((await browser.post(here, form(all.ines), stranger)).status).toBe(404)
  expect((await browser.post(here, form(all.nour), all.amara)).status).toBe(404)
  await asked(all.jonas, 'peer')
  await asked(all.jonas, 'trainer')
  const whole = await all.as(all.amara, (db) => read(db, journeyId))
  expect(whole.cycles[0]!.steps.find(({ id }) => id === stepId)!.assignees.map(({ role }) => role)).toEqual(['peer'])
})

test('what is written beside the step names who helps among its readers', async () => {
  await asked(all.jonas, 'trainer')
  const form = (await page(`/journeys/${journeyId}/steps/${stepId}`, all.amara)).text
  expect(form).toMatch(/Das lesen jetzt: du, Lena Brandt und Jonas Petersen/)
})

test('a trainer notes for those of the step: the learner and whoever accompanies read it, and the material stands at the step', async () => {
  await helps('trainer')
  await writes({ note: 'Zweimal geübt', resource: ['Heft: https://example.org/fraesen', ''] })
  for (const reader of [all.amara, all.lena]) expect((await page(here, reader)).text, reader.name).toContain('Zweimal geübt')
  expect((await page(`/journeys/${journeyId}`, all.amara)).text).toContain('href="https://example.org/fraesen"')
  expect((await asHelper()).text).toMatch(/Das lesen jetzt: du, Amara Okafor und Lena Brandt/)
  expect((await page(here, all.ines)).status).toBe(404)
})

test('what a coach notes is between the two of them: whoever accompanies does not read it', async () => {
  await helps('coach')
  await writes({ note: 'Die Angst vor dem Anfang' })
  expect((await page(here, all.amara)).text).toContain('Die Angst vor dem Anfang')
  expect((await page(here, all.lena)).text).not.toContain('Die Angst vor dem Anfang')
  const { rows } = await all.as(all.lena, (db) => sql`select from passage where body = 'Die Angst vor dem Anfang'`.execute(db))
  expect(rows).toEqual([])
  expect((await asHelper()).text).toMatch(/Das lesen jetzt: du und Amara Okafor/)
})

test('a coach begins only when both say that neither is the other’s superior', async () => {
  const without = await browser.post(here, { id: newId(), personId: all.jonas.personId, role: 'coach' }, all.amara)
  expect([without.status, (await without.text()).includes('Ein Coaching braucht Augenhöhe')]).toEqual([422, true])
  await asked(all.jonas, 'coach', eyeLevel)
  expect((await browser.post(`/steps/${stepId}/agreement`, {}, all.jonas)).status).toBe(422)
  expect((await writes({ note: 'Noch nicht' })).status).toBe(404)
  expect((await browser.post(`/steps/${stepId}/agreement`, eyeLevel, all.jonas)).status).toBe(303)
})

test('a trainer suggests another wording; the learner takes it or leaves it, and nobody else', async () => {
  const id = await helps('trainer')
  await writes({ suggestion: 'Erst zuschauen, dann fräsen' })
  const decide = (decision: string, who: Person) => browser.post(`${here}/${id}/decision`, { decision }, who)
  for (const other of [all.jonas, all.lena]) expect((await decide('accepted', other)).status, other.name).toBe(404)
  expect((await decide('accepted', all.amara)).status).toBe(303)
  expect((await asHelper()).text).toContain('Erst zuschauen, dann fräsen')
  expect((await page(`/journeys/${journeyId}`, all.amara)).text).toContain('Erst zuschauen, dann fräsen')
  await writes({ suggestion: 'Ganz anders' })
  await decide('declined', all.amara)
  expect((await page(here, all.amara)).text).toContain('nicht übernommen')
  expect((await page(`/journeys/${journeyId}/steps/${stepId}`, all.amara)).text).toContain('Erst zuschauen, dann fräsen')
})

test('neither a coach nor a colleague gives material or suggests another step', async () => {
  for (const role of ['coach', 'peer'] as const) {
    const id = await helps(role)
    await writes({ note: 'Da', resource: ['Ein Buch'], suggestion: 'Mach es so' })
    const { text } = await page(here, all.amara)
    expect([text.includes('Ein Buch'), text.includes('Mach es so')], role).toEqual([false, false])
    await browser.post(`${here}/${id}/ending`, {}, all.amara)
  }
})

test('taken out, somebody sees nothing from that second; what they noted stays with the learner', async () => {
  const id = await helps('trainer')
  await writes({ note: 'Bleibt bei dir' })
  expect((await browser.post(`${here}/${id}/ending`, {}, all.lena)).status).toBe(404)
  await browser.post(`${here}/${id}/ending`, {}, all.amara)
  expect((await asHelper()).status).toBe(404)
  expect((await writes({ note: 'Danach' })).status).toBe(404)
  expect((await page('/help-requests', all.jonas)).text).not.toContain(stepId)
  expect((await page(here, all.amara)).text).toContain('Bleibt bei dir')
})

test('whoever cannot, or no longer, goes without a reason, and may be asked again', async () => {
  await asked(all.jonas, 'trainer')
  await browser.post(`/steps/${stepId}/leaving`, {}, all.jonas)
  expect((await asHelper()).status).toBe(404)
  expect((await page(here, all.amara)).text).toContain('kann nicht oder nicht mehr')
  await asked(all.jonas, 'trainer')
  expect((await asHelper()).status).toBe(200)
})

test('whoever no longer accompanies the journey no longer helps with a step of it either', async () => {
  const id = newId()
  await browser.post(here, { id, personId: all.lena.personId, role: 'peer' }, all.amara)
  expect((await page(`/steps/${stepId}`, all.lena)).status).toBe(200)
  await all.as(all.amara, (db) => endFacilitation(db, agreementId))
  expect((await page(`/steps/${stepId}`, all.lena)).status).toBe(404)
})

test('an older version of a note overwrites nothing: both texts come back', async () => {
  await helps('trainer')
  await writes({ note: 'Zuerst' })
  const late = await writes({ note: 'Im anderen Fenster' })
  const html = await late.text()
  expect([late.status, html.includes('Zuerst'), html.includes('Im anderen Fenster')]).toEqual([422, true, true])
})

test('what is removed from the plan is gone for whoever helps', async () => {
  await asked(all.jonas, 'trainer')
  await all.as(all.amara, (db) => saveStep(db, journeyId, stepId, { texts: [said('expectation', 'Neu', 1)] }))
  expect((await asHelper()).text).toContain('Neu')
  await browser.post(`/journeys/${journeyId}/steps/${stepId}/removal`, {}, all.amara)
  expect((await asHelper()).status).toBe(404)
})

/** Goes back to the plan to write the step anew: the id of the copy in which that happens. */
async function plannedAnew(): Promise<string> {
  await all.owner.query(`update cycle set planned_review_on = '2026-12-01' where journey_id = $1`, [journeyId])
  await all.owner.query(`update journey set phase = 'try' where id = $1`, [journeyId])
  await browser.post(`/journeys/${journeyId}/moves/replan`, { changed: stepId }, all.amara)
  const steps = (await all.as(all.amara, (db) => read(db, journeyId))).cycles[0]!.steps
  return steps.find(({ carried_from_id }) => carried_from_id === stepId)!.id
}

test('whoever helps goes along when the step is planned anew, with what they noted, and is not asked again', async () => {
  await helps('trainer')
  await writes({ note: 'Zweimal geübt', resource: ['Das Heft'] })
  const coach = newId()
  await browser.post(here, { id: coach, personId: all.ines.personId, role: 'coach', ...eyeLevel }, all.amara)
  const copy = await plannedAnew()
  expect((await asHelper()).status).toBe(404)
  const { status, text } = await page(`/steps/${copy}`, all.jonas)
  expect([status, text.includes('Zweimal geübt'), text.includes('Das Heft'), text.includes('Ich helfe gern')]).toEqual([
    200,
    true,
    true,
    false,
  ])
  expect((await page(`/steps/${copy}`, all.ines)).text).toContain('Ich helfe gern')
  for (const reader of [all.amara, all.lena])
    expect((await page(`/journeys/${journeyId}/steps/${copy}/assignees`, reader)).text).toContain('Zweimal geübt')
  const writing = await browser.post(`/steps/${copy}`, { note: 'Und noch einmal', 'version.note': '1', suggestion: '' }, all.jonas)
  expect(writing.status).toBe(303)
  await browser.post(`/journeys/${journeyId}/steps/${copy}/assignees/${coach}/ending`, {}, all.amara)
  expect((await page(`/steps/${copy}`, all.ines)).status).toBe(404)
})

test('nobody but its learner takes helpers along, and only to a copy of the same step', async () => {
  await helps('trainer')
  const copy = await plannedAnew()
  const along = (who: Person, from: string, to: string) =>
    all.as(who, (db) => sql`select helpers_go_along(${from}::uuid, ${to}::uuid)`.execute(db)).then(({ rows }) => rows)
  const back = await step('Ein dritter Schritt')
  expect(await along(all.amara, copy, back)).toEqual([])
  await all.owner.query('update assignee set step_id = $1 where step_id = $2', [stepId, copy])
  for (const other of [all.lena, all.jonas, all.nour]) expect(await along(other, stepId, copy), other.name).toEqual([])
  expect(await along(all.amara, stepId, copy)).toHaveLength(1)
})

test('only the one asked agrees to help, and only the learner takes a suggestion over, past the pages too', async () => {
  const id = await asked(all.jonas, 'trainer')
  const sets = (who: Person, what: string) =>
    all.as(who, (db) => sql`update assignee set ${sql.raw(what)} where id = ${id}::uuid`.execute(db))
  for (const state of ['accepted', 'declined'])
    await expect(sets(all.amara, `state = '${state}'`), state).rejects.toThrow('Nobody agrees for another')
  await sets(all.jonas, `state = 'accepted', suggestion = 'waiting'`)
  await expect(sets(all.jonas, `suggestion = 'accepted'`)).rejects.toThrow('Nobody agrees for another')
  await sets(all.amara, `suggestion = 'accepted'`)
  await expect(sets(all.amara, `suggestion = 'waiting'`)).rejects.toThrow('Nobody agrees for another')
  await sets(all.amara, `state = 'ended'`)
})
