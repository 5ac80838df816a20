import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { field, follow, press, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

test('Jonas answers what Amara asked him, and reads nothing more on his open page once she takes it back', async () => {
  const [amara, jonas] = [await somebody(browser, installation), await somebody(browser, installation)]
  await Promise.all([signIn(amara.page, 'amara'), signIn(jonas.page, 'jonas')])
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
  await Promise.all([amara.leave(), jonas.leave()])
})
