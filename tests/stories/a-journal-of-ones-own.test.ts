import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { press, type Somebody, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
let amara: Somebody
let lena: Somebody
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
  ;[amara, lena] = [await somebody(browser, installation), await somebody(browser, installation)]
  await Promise.all([signIn(amara.page, 'amara'), signIn(lena.page, 'lena')])
})
afterAll(async () => {
  for (const one of [amara, lena]) await one.leave()
  await browser.close()
  await installation.close()
})

test('what Amara takes back is gone from the page that Lena has open', async () => {
  await lena.page.goto('/reflections/shared')
  const words = lena.page.getByText('Ich habe bis fünf gezählt')
  await words.waitFor()
  await amara.page.goto('/reflections')
  await amara.page.getByRole('article').filter({ hasText: 'Lena Brandt liest einen Ausschnitt' }).getByRole('link').first().click()
  await press(amara.page, /^Zurücknehmen/)
  await words.waitFor({ state: 'detached' })
  await lena.page.getByText('Gerade teilt niemand etwas mit dir').waitFor()
})

test('what Amara shares next appears on that page, without the rest of the entry', async () => {
  await amara.page.goto('/reflections')
  await amara.page.getByRole('article').filter({ hasText: 'Um Hilfe gebeten habe ich' }).getByRole('link').first().click()
  await amara.page.getByRole('link', { name: 'Teilen' }).click()
  await amara.page.getByLabel('Mit wem?').selectOption({ label: 'Lena Brandt' })
  await amara.page.getByLabel('Eine Frage an Karim hätte am Montag gereicht.').check()
  await press(amara.page, 'Vorschau ansehen')
  expect(await amara.page.locator('.preview').innerText()).not.toContain('Um Hilfe gebeten')
  await press(amara.page, 'Mit Lena Brandt teilen')
  await lena.page.getByText('Eine Frage an Karim hätte am Montag gereicht.').waitFor()
  expect(await lena.page.locator('main').innerText()).not.toContain('Um Hilfe gebeten')
})

test('what is being written survives a closed window', async () => {
  await amara.page.goto('/reflections/new')
  await amara.page.locator('#text-1').pressSequentially('Mitten im Gedanken')
  await amara.page.getByText('gespeichert', { exact: true }).waitFor()
  await amara.page.goto('/reflections')
  await amara.page.getByText('Mitten im Gedanken').waitFor()
})

const standIn = (answer: string, knowsDevice: boolean) => `
  class Recognition extends EventTarget {
    start() {
      const heard = new Event('result')
      heard.resultIndex = 0
      heard.results = [Object.assign([{ transcript: 'gesprochen und' }], { isFinal: true })]
      this.dispatchEvent(heard)
    }
    stop() { this.dispatchEvent(new Event('end')) }
    static async available(options) { window.asked = options; return '${answer}' }
  }
  ${knowsDevice ? 'Recognition.prototype.processLocally = false' : ''}
  window.SpeechRecognition = Recognition
  window.webkitSpeechRecognition = Recognition`

async function writing(script: string) {
  const window = await amara.context.newPage()
  await window.addInitScript(script)
  await window.goto('/reflections/new')
  await window.locator('lotse-draft textarea').waitFor()
  return window
}

test('dictation is offered where the device understands speech by itself, and puts the words where the caret is', async () => {
  const window = await writing(standIn('available', true))
  await window.getByText('Es wird kein Ton verschickt.').waitFor()
  expect(await window.evaluate('window.asked')).toEqual({ langs: ['de-DE'], processLocally: true })
  const field = window.locator('#text-1')
  await field.fill('Getippt geschrieben.')
  await field.evaluate((one) => (one as HTMLTextAreaElement).setSelectionRange(7, 7))
  await window.getByRole('button', { name: 'Diktieren' }).click()
  expect(await field.inputValue()).toBe('Getippt gesprochen und geschrieben.')
  await window.getByRole('button', { name: 'Diktat beenden' }).click()
  await window.getByRole('button', { name: 'Diktieren' }).waitFor()
  await window.close()
})

test('where speech would be sent somewhere, or the browser does not say, there is no button', async () => {
  for (const script of [
    standIn('unavailable', true),
    standIn('downloadable', true),
    standIn('available', false),
    'delete window.SpeechRecognition',
  ]) {
    const window = await writing(script)
    await window.locator('lotse-dictate').evaluate((one) => customElements.whenDefined(one.localName))
    await window.evaluate('new Promise((resolve) => setTimeout(resolve, 50))')
    expect(await window.locator('lotse-dictate button').count(), script.slice(0, 40)).toBe(0)
    await window.close()
  }
})
