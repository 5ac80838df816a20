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

test('every page that Amara can reach is for everyone, in German', async () => {
  const read = await owedEverywhere(browser, installation, { name: 'amara', from: ['/today', '/journeys/new'] })
  expect(read.length).toBeGreaterThan(60)
})
