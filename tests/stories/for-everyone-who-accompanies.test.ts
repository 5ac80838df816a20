import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { owedEverywhere } from './owed.ts'
import { type Program, program } from './program.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

test('every page that Lena can reach is for everyone, in English', async () => {
  await installation.owner.query(`update person set locale = 'en' where name like 'Lena%'`)
  const except = /^\/(settings|quickscan|imprint|privacy|accessibility|contact)/
  const read = await owedEverywhere(browser, installation, { name: 'lena', from: ['/today'], except })
  expect(read.length).toBeGreaterThan(30)
})
