import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { go, load, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { journeyInPlan } from '../../../tests/under-way.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const read = (id: string, who = all.amara) => all.as(who, (db) => load(db, id))
const page = async (id: string, who = all.amara) => (await browser.get(`/journeys/${id}`, who)).text()
async function accompanied() {
  const id = await journeyInPlan(all, all.amara)
  return { id, agreement: await accompanies(all, all.lena, id) }
}
async function cycleDone(id: string) {
  await all.as(all.amara, async (db) => {
    await tried(db, id)
    await reviewed(db, id, { lead: { plan: 'learner' }, obstacleTags: [] })
    await go(db, id, 'nextCycle')
  })
}

test('the level stands on the page of the two of them with what it means, and the learner sees who leads', async () => {
  const { id } = await accompanied()
  for (const who of [all.amara, all.lena]) {
    const html = await page(id, who)
    expect(html).toContain('regelmäßig begleitet')
    expect(html).toContain('etwa alle zwei Wochen')
  }
  expect(await page(id)).toContain('Du bereitest vor, ihr entscheidet zusammen')
  expect(await page(id, all.lena)).toContain('Amara Okafor bereitet vor, ihr entscheidet zusammen')
  const alone = await page(await journeyInPlan(all, all.jonas), all.jonas)
  expect(alone).not.toContain('Begleitstufe')
})

test('the one form follows the level: examples where support is close, help behind a question mark on call', async () => {
  const { id, agreement } = await accompanied()
  const atLevel = async (level: string, overrides = '{}') => {
    await all.owner.query('update agreement_version set support_level = $2, phase_overrides = $3 where agreement_id = $1', [
      agreement,
      level,
      overrides,
    ])
    return page(id)
  }
  const folded = 'class="field-hint-folded"'
  const close = await atLevel('guided')
  expect(close).toContain('<details class="fold" id="short-help" open="">')
  expect(close).not.toContain(folded)
  expect(await atLevel('regular')).toContain('<details class="fold" id="short-help">')
  const onCall = await atLevel('on_call')
  expect(onCall).toContain(folded)
  expect(onCall).not.toContain('short-help')
  expect(await atLevel('on_call', '{"plan":true}')).toContain('short-help')
  expect(await atLevel('independent')).not.toContain('so hast du es in Runde')
  await cycleDone(id)
  expect(await atLevel('independent')).toContain('<a href="#cycle-1">so hast du es in Runde 1 gemacht</a>')
})

test('what was counted is said in a sentence, after a cycle was reviewed', async () => {
  const { id } = await accompanied()
  expect(await page(id)).toContain('Nach der ersten ausgewerteten Runde')
  await cycleDone(id)
  expect(await page(id)).toContain('1 von 1 Schritten hast du selbst geplant.')
  expect(await page(id, all.lena)).toContain('1 von 1 Schritten hat Amara Okafor selbst geplant.')
})

test('Lena suggests, Amara agrees, and after a cycle she is asked once whether it was right', async () => {
  const { id, agreement } = await accompanied()
  const form = { agreement, id: newId(), level: 'on_call', closer: 'evaluate', for: 'one_cycle' }
  expect((await browser.post(`/journeys/${id}/handovers`, form, all.lena)).status).toBe(303)
  expect((await browser.post(`/journeys/${id}/handovers`, form, all.lena)).status).toBe(422)
  const html = await page(id)
  expect(html).toContain('Lena Brandt schlägt eine andere Begleitstufe vor')
  expect(html).toContain('Von „regelmäßig begleitet“ zu „auf Zuruf, enger beim Auswerten“, für eine Runde auf Probe')
  expect(await page(id, all.lena)).toContain('Wartet auf Amara Okafor')
  const agreed = await browser.post(`/journeys/${id}/handovers/${form.id}/agreement`, { for: '' }, all.amara)
  expect([agreed.status, agreed.headers.get('location')]).toEqual([303, `/journeys/${id}?done=support_agreed`])
  expect((await read(id)).supportLevel).toBe('on_call')
  expect(await page(id)).toContain('Diese Stufe gilt auf Probe für eine Runde.')
  expect(await page(id)).not.toContain('War die Unterstützung passend?')
  await cycleDone(id)
  expect(await page(id)).toContain('War die Unterstützung passend?')
  expect(await page(id, all.lena)).not.toContain('War die Unterstützung passend?')
  const answer = { answer: 'right', next: newId() }
  expect((await browser.post(`/journeys/${id}/handovers/${form.id}/answer`, answer, all.amara)).status).toBe(303)
  expect(await page(id)).not.toContain('War die Unterstützung passend?')
  expect((await read(id)).handovers[0]).toMatchObject({ state: 'agreed', answer: 'right' })
})

test('more support is one press, holds at once, and is told like any other change', async () => {
  const { id, agreement } = await accompanied()
  const form = { agreement, id: newId(), phase: '' }
  for (let press = 0; press < 2; press++) expect((await browser.post(`/journeys/${id}/support/more`, form, all.amara)).status).toBe(303)
  expect((await read(id, all.lena)).supportLevel).toBe('guided')
  expect(await page(id, all.lena)).toContain('Begleitstufe neu vereinbart')
  expect((await browser.post(`/journeys/${id}/support/more`, { ...form, id: newId() }, all.amara)).status).toBe(422)
  expect((await browser.post(`/journeys/${id}/support/more`, { ...form, id: newId() }, all.lena)).status).toBe(404)
})

test('with safety at stake the signals suggest nothing: two people talk first', async () => {
  const id = await all.as(all.amara, started)
  await accompanies(all, all.lena, id)
  await all.owner.query(`update challenge set risk_flags = '{safety}' where journey_id = $1`, [id])
  await cycleDone(id)
  await cycleDone(id)
  expect((await read(id)).handovers).toEqual([])
  expect(await page(id)).toContain('Sprecht zuerst darüber')
})

test('a hat is asked for, taken and laid down on the page; nobody else has a hand in it', async () => {
  const { id, agreement } = await accompanied()
  const form = { agreement, id: newId(), hat: 'training', purpose: 'Wie man die Liste liest' }
  expect((await browser.post(`/journeys/${id}/hats`, { ...form, purpose: 'x'.repeat(121) }, all.lena)).status).toBe(422)
  expect((await browser.post(`/journeys/${id}/hats`, form, all.lena)).status).toBe(303)
  expect(await page(id)).toContain('Lena Brandt möchte kurz den Trainingshut aufsetzen')
  const change = `/journeys/${id}/hats/${form.id}`
  expect((await browser.post(change, { answer: 'accept' }, all.lena)).status).toBe(404)
  expect((await browser.post(change, { answer: 'accept' }, all.jonas)).status).toBe(404)
  expect((await browser.post(change, { answer: 'accept' }, all.amara)).status).toBe(303)
  const html = await page(id, all.lena)
  expect(html).toMatch(/Du trägst gerade den Trainingshut, bis \d\d:\d\d Uhr/)
  expect(html).toContain('<option value="training" selected="">')
  await all.owner.query(`update hat_change set accepted_at = accepted_at - interval '21 minutes' where id = $1`, [form.id])
  expect(await page(id, all.lena)).toContain('Die Zeit für den Trainingshut ist um.')
  expect(await page(id)).not.toContain('Trainingshut')
  expect((await browser.post(change, { answer: 'return' }, all.lena)).status).toBe(303)
  expect(await page(id, all.lena)).not.toContain('Trainingshut')
})

test('wrong ids and other people’s ids are not found', async () => {
  const { id, agreement } = await accompanied()
  const form = { agreement, id: newId(), level: 'on_call', for: 'one_cycle' }
  await browser.post(`/journeys/${id}/handovers`, form, all.lena)
  for (const who of [all.jonas, all.ines]) {
    expect((await browser.post(`/journeys/${id}/handovers`, { ...form, id: newId() }, who)).status).toBe(404)
    expect((await browser.post(`/journeys/${id}/handovers/${form.id}/agreement`, {}, who)).status).toBe(404)
    expect((await browser.post(`/journeys/${id}/handovers/${form.id}/refusal`, {}, who)).status).toBe(404)
    expect((await browser.post(`/journeys/${id}/support/more`, { agreement, id: newId() }, who)).status).toBe(404)
  }
  const elsewhere = { ...form, agreement: newId(), id: newId() }
  expect((await browser.post(`/journeys/${id}/handovers`, elsewhere, all.amara)).status).toBe(404)
  expect((await browser.post(`/journeys/${id}/handovers/${newId()}/refusal`, {}, all.amara)).status).toBe(404)
})

test('what is missing for a step suggests its kind, and what was typed stays', async () => {
  const { id } = await accompanied()
  const asked = await browser.post(
    `/journeys/${id}/steps`,
    { what: 'Die Liste verstehen', stepId: newId(), missing: 'skill', advise: 'kind' },
    all.amara,
  )
  expect(asked.status).toBe(200)
  const html = await asked.text()
  expect(html).toContain('Zuerst ein Training oder jemandem zuschauen')
  expect(html).toContain('Die Liste verstehen</textarea>')
  expect(html).toContain('<option value="training" selected="">')
  expect(html).toContain('<details class="fold" id="step-new-more" open="">')
})

test('an input names the trial it prepares; the plan says what comes to mind, and begins all the same', async () => {
  const { id } = await accompanied()
  const [trial, reading] = [newId(), newId()]
  const add = (form: Record<string, string>) => browser.post(`/journeys/${id}/steps`, form, all.amara)
  await add({ stepId: reading, what: 'Anleitung lesen', kind: 'self_study', byWhen: '2026-11-25' })
  expect(await page(id)).toContain('Noch kommt nichts davon bei der Arbeit zum Einsatz')
  await add({ stepId: trial, what: 'Ausprobieren', kind: 'on_the_job_trial', byWhen: '2026-11-27' })
  expect(await page(id)).toContain('Wofür ist „Anleitung lesen“?')
  const named = { what: 'Anleitung lesen', 'version.what': '1', kind: 'self_study', byWhen: '2026-11-25', preparesId: trial }
  expect((await browser.post(`/journeys/${id}/steps/${reading}`, { ...named, preparesId: newId() }, all.amara)).status).toBe(404)
  expect((await browser.post(`/journeys/${id}/steps/${reading}`, named, all.amara)).status).toBe(303)
  const html = await page(id)
  expect(html).not.toContain('plan-hints')
  expect(html).toContain('Bereitet vor')
})
