import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { publicPaths } from '#site/rules/found.ts'
import { ofWidthAndColour, violations } from '../axe.ts'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { press, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

const paths = [...publicPaths, '/register']

test('every public page is for everyone: in both languages, light and dark, on phones and wide', async () => {
  const problems: string[] = []
  const lookAt = async (language: 'de' | 'en', width: number, widthInTheDark: number) => {
    const { page, leave } = await somebody(browser, installation, { reducedMotion: 'reduce' })
    for (const path of paths) {
      await page.goto(`${path}?lang=${language}`)
      for (const [colorScheme, size, rules] of [
        ['light', width, undefined],
        ['dark', widthInTheDark, ofWidthAndColour],
      ] as const) {
        await page.setViewportSize({ width: size, height: 900 })
        await page.emulateMedia({ colorScheme })
        for (const problem of await violations(page, rules)) problems.push(`${path} ${language} ${size} ${colorScheme} ${problem}`)
      }
    }
    await leave()
  }
  await Promise.all([lookAt('de', 360, 1440), lookAt('en', 1440, 360)])
  expect(problems).toEqual([])
})

test('enlarged four times, every public page is read in one direction, and nothing covers what one reads', {
  timeout: 120_000,
}, async () => {
  // 400 % of a window of 1280 by 1024 leaves this much.
  const { page, leave } = await somebody(browser, installation, { viewport: { width: 320, height: 256 } })
  const problems: string[] = []
  for (const path of paths)
    for (const language of ['de', 'en']) {
      await page.goto(`${path}?lang=${language}`)
      const { wide, covered } = await page.evaluate(() => ({
        wide: document.documentElement.scrollWidth - innerWidth,
        covered: [...document.querySelectorAll<HTMLElement>('body *')]
          .filter((one) => getComputedStyle(one).position === 'fixed')
          .reduce((sum, one) => sum + one.offsetHeight, 0),
      }))
      if (wide > 0) problems.push(`${path} ${language}: ${wide} px too wide`)
      if (covered > 256 / 3) problems.push(`${path} ${language}: ${covered} px of the window are covered`)
    }
  expect(problems).toEqual([])
  await leave()
})

test('a public page is light: no script but that of the self-test, at most two fonts, nothing from elsewhere', {
  timeout: 120_000,
}, async () => {
  const { another, context, leave } = await somebody(browser, installation)
  const asked: { url: string; type: string }[] = []
  context.on('request', (request) => asked.push({ url: request.url(), type: request.resourceType() }))
  for (const path of publicPaths) {
    asked.length = 0
    // A window of its own: a transition would bring the fonts of the page before.
    const page = await another(path)
    await page.waitForLoadState('networkidle')
    await page.close()
    expect(asked.filter(({ url }) => !url.startsWith(installation.origin)).map(({ url }) => url)).toEqual([])
    expect(asked.filter(({ type }) => type === 'font').length).toBeLessThanOrEqual(2)
    const scripts = asked.filter(({ type }) => type === 'script')
    expect([path, scripts.length]).toEqual([path, path === '/quickscan' ? 1 : 0])
    for (const { url } of scripts) {
      const { size } = await fetch(url, { headers: { 'accept-encoding': 'identity' } }).then((answer) => answer.blob())
      const sent = Number((await fetch(url, { headers: { 'accept-encoding': 'gzip' } })).headers.get('content-length') ?? size)
      expect(sent).toBeLessThanOrEqual(25 * 1024)
    }
  }
  await leave()
})

test('without script a visitor reads, changes the language and writes to the administration', { timeout: 120_000 }, async () => {
  const { page, leave } = await somebody(browser, installation, { javaScriptEnabled: false })
  await page.goto('/')
  await page.getByRole('link', { name: 'English' }).click()
  await page.getByRole('link', { name: 'Contact', exact: true }).click()
  await page.getByLabel('E-mail address').fill('tarek@example.org')
  await page.getByLabel('Message').fill('Is Lotse for clubs, too?')
  await page.waitForTimeout(3_100)
  await press(page, 'Send the message')
  expect(await page.locator('main').innerText()).toContain('Your message has arrived')
  const { rows } = await installation.owner.query('select email, body from contact_message')
  expect(rows).toEqual([{ email: 'tarek@example.org', body: 'Is Lotse for clubs, too?' }])
  await leave()
})
