import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { button, field, press, type Somebody, sent, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
let amara: Somebody
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
beforeEach(async () => {
  amara = await somebody(browser, installation)
  await signIn(amara.page, 'amara')
})
afterEach(() => amara.leave())
afterAll(async () => {
  await browser.close()
  await installation.close()
})

const inPhase = async (phase: string) => {
  const { rows } = await installation.owner.query(
    `select '/journeys/' || journey.id as path from journey join person on person.id = learner_id where person.name like 'Amara%' and phase = $1`,
    [phase],
  )
  return rows[0].path as string
}
const situation = (page: Page) => field(page, 'Was geschieht, und wo kommst du nicht weiter?')
const note = (page: Page) => field(page, 'Was ist gerade geschehen?')
const drafts = (page: Page) => page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:')))
const stored = async (body: string) => (await installation.owner.query('select 1 from passage where body = $1', [body])).rowCount ?? 0

test('what Amara writes on the train is saved as soon as there is a connection again', async () => {
  const { page, context } = amara
  await page.goto(await inPhase('identify'))
  await context.setOffline(true)
  await situation(page).fill('Im Tunnel geschrieben')
  await page.getByText('ohne Verbindung').first().waitFor()
  await context.setOffline(false)
  await expect.poll(() => stored('Im Tunnel geschrieben'), { timeout: 15_000 }).toBe(1)
  await page.getByText('gespeichert', { exact: true }).first().waitFor()
  expect(await page.getByText('ohne Verbindung').count()).toBe(0)
})

test('a note that is not sent yet survives a reload and a crash', async () => {
  const { page, context } = amara
  const journey = await inPhase('try')
  await page.goto(journey)
  await note(page).fill('Der Nachtdienst hat gefragt')
  await page.reload()
  expect(await note(page).inputValue()).toBe('Der Nachtdienst hat gefragt')

  const crashed = page.waitForEvent('crash')
  page.goto('chrome://crash').catch(() => undefined)
  await crashed
  const again = await context.newPage()
  await again.goto(journey)
  expect(await note(again).inputValue()).toBe('Der Nachtdienst hat gefragt')
  await press(again, 'Notiz speichern')
  expect(await note(again).inputValue()).toBe('')
  expect(await drafts(again)).toEqual([])
  expect(await stored('Der Nachtdienst hat gefragt')).toBe(1)
})

test('a form that still needs something says so in place, and keeps what was typed', async () => {
  const { page } = amara
  await page.goto('/facilitators/mine')
  await field(page, 'Wie arbeitest du?').fill('Ich frage gern')
  await button(page, 'Vorstellung speichern').click()
  await page.locator('#problems').waitFor()
  expect(await page.locator('#topics-error').isVisible()).toBe(true)
  expect(await field(page, 'Wie arbeitest du?').inputValue()).toBe('Ich frage gern')
  await field(page, 'Wobei begleitest du gern?').fill('Übergaben')
  await press(page, 'Vorstellung speichern')
  expect(await stored('Ich frage gern')).toBe(1)
})

test('two windows that change the same text show both, and none is overwritten', async () => {
  const journey = await inPhase('identify')
  const [one, two] = [await amara.another(journey), await amara.another(journey)]
  await situation(one).fill('Aus dem ersten Fenster')
  await one.locator('.draft-saved').first().waitFor()
  await situation(two).fill('Aus dem zweiten Fenster')
  await two.locator('.conflict').waitFor()
  expect(await two.locator('.conflict-theirs').innerText()).toBe('Aus dem ersten Fenster')
  expect(await situation(two).inputValue()).toBe('Aus dem zweiten Fenster')
  expect([await stored('Aus dem ersten Fenster'), await stored('Aus dem zweiten Fenster')]).toEqual([1, 0])
  await button(two, 'Meinen Text behalten').click()
  await expect.poll(() => stored('Aus dem zweiten Fenster')).toBe(1)
})

test('coming back by the back button brings no old words over newer ones', async () => {
  const { page } = amara
  const journey = await inPhase('identify')
  await page.goto(journey)
  await situation(page).fill('Von vorhin')
  await page.locator('.draft-saved').first().waitFor()
  await page.goto('/today')
  const other = await amara.another(journey)
  await situation(other).fill('Von eben')
  await other.locator('.draft-saved').first().waitFor()
  await page.goBack()
  expect(await situation(page).inputValue()).toBe('Von eben')
  expect([await stored('Von eben'), await stored('Von vorhin')]).toEqual([1, 0])
})

test('what was removed comes back after a reload, in any order', async () => {
  const { page } = amara
  const journey = await inPhase('try')
  await page.goto(journey)
  for (const text of ['Erste Notiz zum Weglegen', 'Zweite Notiz zum Weglegen']) {
    await note(page).fill(text)
    await press(page, 'Notiz speichern')
  }
  await press(page, 'Notiz entfernen: Erste Notiz zum Weglegen')
  await press(page, 'Notiz entfernen: Zweite Notiz zum Weglegen')
  await page.goto(journey)
  expect(await page.getByText('Notiz zum Weglegen').count()).toBe(0)
  await page.goto(`${journey}/removed`)
  await press(page, 'Zurückholen: Erste Notiz zum Weglegen')
  await page.reload()
  await press(page, 'Zurückholen: Zweite Notiz zum Weglegen')
  await page.goto(journey)
  expect(await page.locator('.note-card', { hasText: 'Notiz zum Weglegen' }).count()).toBe(2)
})

test('neither a double click nor the back button does anything twice', async () => {
  const { page } = amara
  await page.goto('/journeys/new')
  await field(page, 'Deine Antwort').fill('Zweimal gedrückt')
  await sent(page, () => button(page, 'Vorhaben beginnen').dblclick())
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/)
  await page.goBack()
  await button(page, 'Vorhaben beginnen').click()
  await page.locator('#problems').or(page.locator('#challenge')).first().waitFor()
  const begun = await installation.owner.query(`select distinct context_id from passage where body = 'Zweimal gedrückt'`)
  expect(begun.rowCount).toBe(1)

  await page.goto(await inPhase('try'))
  await note(page).fill('Nur einmal')
  await sent(page, () => button(page, 'Notiz speichern').dblclick())
  await page.goBack()
  await page.goForward()
  expect(await stored('Nur einmal')).toBe(1)
})

test('signing out asks before it deletes what is unsent; then nobody else finds anything on this device', async () => {
  const { page, context } = amara
  const journey = await inPhase('try')
  await page.goto(journey)
  await note(page).fill('Geht nur mich an')
  await page.getByRole('button', { name: 'Konto von Amara' }).click()
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await page.getByRole('dialog').getByRole('button', { name: 'Zurück' }).click()
  expect(await note(page).inputValue()).toBe('Geht nur mich an')
  expect(await drafts(page)).toHaveLength(1)
  await page.getByRole('button', { name: 'Konto von Amara' }).click()
  await page.getByRole('button', { name: 'Abmelden', exact: true }).click()
  await sent(page, () => page.getByRole('dialog').getByRole('button', { name: 'Trotzdem abmelden' }).click())
  expect(await drafts(page)).toEqual([])
  await page.goBack()
  expect(await page.content()).not.toContain('Geht nur mich an')

  await signIn(page, 'jonas')
  expect(JSON.stringify(await page.evaluate(() => ({ ...localStorage, ...sessionStorage })))).not.toContain('Geht nur mich an')
  expect((await page.goto(journey))?.status()).toBe(404)
  expect((await context.cookies()).every(({ httpOnly }) => httpOnly)).toBe(true)
})

test('whoever was signed out meanwhile signs in again and finds the words where they were', async () => {
  const { page } = amara
  const journey = await inPhase('try')
  await page.goto(journey)
  await note(page).fill('Über Nacht liegen geblieben')
  await installation.owner.query(`delete from sign_in where person_id = (select id from person where name like 'Amara%')`)
  await sent(page, () => button(page, 'Notiz speichern').click())
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  await page.locator('[name=email]').fill('amara@example.org')
  await page.locator('[name=password]').fill('Kompass und Echolot')
  await sent(page, () => page.locator('form[action="/sign-in"] button').click())
  expect(new URL(page.url()).pathname).toBe(journey)
  expect(await note(page).inputValue()).toBe('Über Nacht liegen geblieben')
})
