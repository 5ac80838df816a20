import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { field, follow, press, type Somebody, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
let amara: Somebody
let lena: Somebody
let journey: string
let unshared: string
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
  ;[amara, lena] = [await somebody(browser, installation), await somebody(browser, installation)]
  await Promise.all([signIn(amara.page, 'amara'), signIn(lena.page, 'lena')])
  const { rows } = await installation.owner.query(
    `select '/journeys/' || journey.id as path, phase from journey join person on person.id = learner_id where person.name like 'Amara%'`,
  )
  journey = rows.find(({ phase }) => phase === 'try').path
  unshared = rows.find(({ phase }) => phase === 'identify').path
})
afterAll(async () => {
  for (const one of [amara, lena]) await one.leave()
  await browser.close()
  await installation.close()
})

test('what the two agree on fits on one sheet of paper, however much they write', async () => {
  const pages = async () => {
    const pdf = (await amara.page.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
    return pdf.match(/\/Type\s*\/Page\b/g)?.length
  }
  await amara.page.goto(`${journey}/agreement`)
  await amara.page.getByText('Vereinbarung zwischen Amara Okafor und Lena Brandt').first().waitFor()
  expect(await pages()).toBe(1)

  await follow(amara.page, 'Etwas ändern')
  const words = (length: number) => 'Wort und Antwort '.repeat(50).slice(0, length).trim()
  for (const [name, length] of Object.entries({ title: 120, learningQuestion: 300, channel: 200, confidential: 600, learningTime: 200 }))
    await amara.page.locator(`[name=${name}]`).fill(words(length))
  for (let most = 3; most <= 5; most++) {
    for (const line of await amara.page.locator('[name$=Commitments]').all()) await line.fill(words(200))
    await press(amara.page, 'Absenden und bestätigen')
    await amara.page.getByText('Es fehlt noch das Ja von Lena Brandt').waitFor()
    if (most < 5) await follow(amara.page, 'Etwas ändern')
  }
  expect(await pages()).toBe(1)
})

test('Jonas answers what Amara asked him, and reads nothing more on his open page once she takes it back', async () => {
  const jonas = await somebody(browser, installation)
  await signIn(jonas.page, 'jonas')
  const question = 'Die Übergabe soll auch beginnen, wenn ich noch nicht da bin.'
  await follow(jonas.page, question)
  await amara.page.goto(new URL(jonas.page.url()).pathname)
  await field(jonas.page, 'Your answer').fill('Wer stand beim letzten Mal der Tafel am nächsten?')
  await press(jonas.page, 'Answer')
  await amara.page.getByText('Wer stand beim letzten Mal der Tafel am nächsten?').waitFor()

  const open = jonas.page.locator('#help-request')
  expect(await open.innerText()).toContain('Alle standen an der Tafel')
  await amara.page.locator('#withdraw > summary').click()
  await amara.page.locator('#withdraw button').click()
  await amara.page.getByText('Außer dir liest sie niemand mehr.').first().waitFor()
  await open.locator('.live-gone').waitFor()
  expect(await open.innerText()).not.toContain('Tafel')
  await jonas.leave()
})

test('what Amara keeps from Lena of earlier times leaves the page that Lena has open', async () => {
  await lena.page.goto(journey)
  await lena.page.locator('#cycle-1').waitFor()
  await amara.page.goto(`${journey}/facilitation`)
  await follow(amara.page, 'Was Lena Brandt von früher sieht')
  await amara.page.getByLabel('Runde 1: Schritte, geöffnete Notizen, Auswertung').uncheck()
  await press(amara.page, 'So speichern')
  await lena.page.locator('#cycle-1').waitFor({ state: 'detached' })
  await lena.page.locator('#cycle-2').waitFor()
})

test('Ines stands in for Lena with Amara’s consent, and her open page loses the words when Amara has had enough', async () => {
  await installation.owner.query(`update deputy_offer set starts_at = now() - interval '1 day'`)
  const ines = await somebody(browser, installation)
  await signIn(ines.page, 'ines')
  expect((await ines.context.request.get(journey)).status()).toBe(404)
  await amara.page.goto('/today')
  await follow(amara.page, 'Ines Albrecht in Vertretung von Lena Brandt')
  await amara.page.getByLabel('Weder Ines Albrecht noch ich sind der anderen Person vorgesetzt.').check()
  await press(amara.page, 'Einverstanden')
  await amara.page.getByText('Abgemacht: Ines Albrecht vertritt Lena Brandt.').waitFor()

  await ines.page.goto(journey)
  const words = ines.page.locator('#journey-now .words')
  await words.first().waitFor()
  await press(amara.page, 'Vertretung beenden')
  await ines.page.locator('.live-gone').first().waitFor()
  expect(await words.count()).toBe(0)
  expect((await ines.context.request.get(journey)).status()).toBe(404)
  await ines.leave()
})

test('when Amara ends the facilitation, the page that Lena has open loses the words at once', async () => {
  await lena.page.goto(journey)
  const words = lena.page.locator('#journey-now .words')
  expect(await words.count()).toBeGreaterThan(0)
  const said = await words.first().innerText()

  await amara.page.goto(`${journey}/facilitation`)
  await amara.page.getByText('Begleitung durch Lena Brandt beenden').first().click()
  await press(amara.page, 'Begleitung durch Lena Brandt beenden')
  await amara.page.getByText('Lena Brandt hat dich begleitet, bis').waitFor()

  await lena.page.locator('.live-gone').first().waitFor()
  expect(await words.count()).toBe(0)
  expect(await lena.page.locator('main').innerText()).not.toContain(said)
})

test('afterwards nothing of it is left for Lena: no page, no copy, no file, no line on her list', async () => {
  const { request } = lena.context
  const { rows } = await installation.owner.query(`select id, journey_id from step where '/journeys/' || journey_id = $1 limit 1`, [
    journey,
  ])
  for (const path of [
    '',
    '/facilitation',
    '/agreement',
    '/challenge/versions',
    '/removed',
    '/ending',
    '/export.md',
    '/export.json',
    `/steps/${rows[0].id}`,
  ])
    expect([path, (await request.get(journey + path)).status()]).toEqual([path, 404])
  await lena.page.goto('/journeys')
  expect(await lena.page.locator(`a[href^="${journey}"]`).count()).toBe(0)
})

test('what one may not see looks exactly like what does not exist', async () => {
  const answer = async (path: string) => {
    const got = await lena.context.request.get(path)
    return [got.status(), (await got.text()).replace(/[0-9a-f]{8}-[0-9a-f-]{27}/g, ':id')]
  }
  const nothing = await answer(`/journeys/${newId()}`)
  expect(nothing[0]).toBe(404)
  expect(await answer(unshared)).toEqual(nothing)
  expect(await answer('/journeys/12')).toEqual(nothing)
})

test('forms to what is not hers change nothing, and say no more than that there is nothing', async () => {
  const headers = { origin: installation.origin }
  const before = (await installation.owner.query('select count(*) from passage')).rows
  for (const [path, form] of [
    ['/steps', { id: newId(), what: 'Fremd' }],
    ['/observations', { id: newId(), text: 'Fremd' }],
    ['/proposals', { id: newId(), kind: 'question', text: 'Fremd' }],
    ['/moves/evaluate', {}],
    [`/agreement/${newId()}/confirmation`, { versionId: newId() }],
  ] as const) {
    const answer = await lena.context.request.post(journey + path, { form: form as Record<string, string>, headers, maxRedirects: 0 })
    expect([path, answer.status()]).toEqual([path, 404])
  }
  expect((await installation.owner.query('select count(*) from passage')).rows).toEqual(before)
})
