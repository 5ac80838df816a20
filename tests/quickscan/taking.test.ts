import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { gzipSync } from 'node:zlib'
import type { Browser, BrowserContextOptions, Page, Request } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { itemsOf } from '#quickscan/quickscan.ts'
import { ofWidthAndColour, violations } from '../axe.ts'
import type { Person } from '../cast.ts'
import { complaintsIn, launchChromium } from '../chromium.ts'
import { type Served, served } from './served.ts'

let site: Served
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([served(), launchChromium()])
}, 240_000)
afterAll(async () => {
  await browser.close()
  await site.close()
})
afterEach(() => Promise.all(browser.contexts().map((context) => context.close())))

const answers = '544532532435624243554434'
/** All of them as a browser keeps them. */
const allAnswered = JSON.stringify({
  version: '1.0.0',
  at: 'a key of its own',
  takenOn: '2026-11-01',
  answers: Object.fromEntries(itemsOf('full').map(({ id }, index) => [id, Number(answers[index])])),
})
/** An answer is 1 to 6 beside the name of its statement: nothing else in a request looks like one. */
const carriesAnswers = (request: Request) => /qs-(goal|plan|try|network|reflect|drive)-\d/.test(request.url() + (request.postData() ?? ''))

async function visit(options: BrowserContextOptions = {}): Promise<{ tab: Page; requests: Request[]; complaints: string[] }> {
  const context = await browser.newContext({ locale: 'de-DE', reducedMotion: 'reduce', ...options })
  const tab = await context.newPage()
  const requests: Request[] = []
  context.on('request', (request) => requests.push(request))
  return { tab, requests, complaints: complaintsIn(context) }
}

const begin = async (tab: Page, path = '/quickscan') => {
  await tab.goto(site.origin + path)
  await tab.click('[data-do="begin"]')
}
const standsAt = (tab: Page, n: number) =>
  tab.waitForFunction((said) => document.querySelector('#scan-progress')?.textContent?.startsWith(said), `Aussage ${n} von`)

async function answerByKeys(tab: Page, from: number, to: number) {
  for (let index = from; index < to; index++) {
    await standsAt(tab, index + 1)
    await tab.keyboard.press(answers[index]!)
  }
}

/** The result of a test that this browser took before. */
async function resultOf(tab: Page) {
  await tab.goto(`${site.origin}/quickscan`)
  await tab.evaluate((kept) => localStorage.setItem('quickscan:full', kept), allAnswered)
  await tab.goto(`${site.origin}/quickscan/result`)
  await tab.waitForSelector('.scan-result')
}

async function toResult(tab: Page) {
  await tab.click('.statement-actions .button-primary')
  await tab.waitForSelector('.scan-result')
}

async function signedIn(tab: Page, { organisationId, personId }: Person) {
  const token = newToken()
  await site.cast.owner.query(
    `insert into sign_in (organisation_id, id, person_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [organisationId, newId(), personId, hashOf(token)],
  )
  await tab.context().addCookies([{ name: 'sign_in', value: token, url: site.origin, httpOnly: true }])
}

test('somebody takes the whole test by keyboard, and no request carries an answer until they keep the result', async () => {
  const { tab, requests, complaints } = await visit()
  await signedIn(tab, site.cast.amara)
  await tab.goto(`${site.origin}/quickscan`)
  await tab.locator('[data-do="begin"]').focus()
  await tab.keyboard.press('Enter')
  await answerByKeys(tab, 0, 24)
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('Enter')
  await tab.waitForSelector('.scan-result')
  expect(tab.url()).toBe(`${site.origin}/quickscan/result`)
  expect(await tab.evaluate(() => document.activeElement?.tagName)).toBe('H1')
  expect(await tab.textContent('h1')).toContain('Hilfe holen und gemeinsam lernen')
  await tab.reload()
  expect(await tab.textContent('h1')).toContain('Hilfe holen und gemeinsam lernen')
  expect(requests.filter((one) => !one.url().startsWith(site.origin)).map((one) => one.url())).toEqual([])
  expect(requests.filter((one) => one.method() !== 'GET')).toEqual([])
  expect(requests.filter(carriesAnswers)).toEqual([])

  await tab.click('text=Für mich behalten')
  await tab.waitForURL(/\/quickscan\/mine\/.*done=kept/)
  expect(requests.filter(carriesAnswers).map((one) => `${one.method()} ${new URL(one.url()).pathname}`)).toEqual(['POST /quickscan/mine'])
  expect(complaints).toEqual([])
}, 60_000)

test('what a visitor loads is one script of at most 25 kB', async () => {
  const page = await (await fetch(`${site.origin}/quickscan`)).text()
  const scripts = [...page.matchAll(/<script[^>]* src="([^"]+)"/g)].map(([, src]) => src!)
  expect(scripts).toHaveLength(1)
  expect(gzipSync(await readFile(join(site.files, scripts[0]!))).length).toBeLessThanOrEqual(25_000)
})

test('a thumb answers, goes back and changes its mind', async () => {
  const { tab } = await visit({ hasTouch: true, isMobile: true, viewport: { width: 360, height: 740 } })
  await tab.goto(`${site.origin}/quickscan`)
  await tab.tap('[data-do="begin"]')
  await tab.tap('.statement:not([hidden]) .point:nth-child(5)')
  await standsAt(tab, 2)
  await tab.tap('[data-do="back"]')
  await standsAt(tab, 1)
  expect(await tab.isChecked('input[name="qs-goal-1"][value="5"]')).toBe(true)
  await tab.tap('.statement:not([hidden]) .point:nth-child(2)')
  await standsAt(tab, 2)
  expect(await tab.evaluate(() => JSON.parse(localStorage.getItem('quickscan:full')!).answers)).toEqual({ 'qs-goal-1': 2 })
  for (const box of await tab.locator('.statement:not([hidden]) .point').all())
    expect((await box.boundingBox())!.height).toBeGreaterThanOrEqual(44)
})

test('arrow keys choose within a statement without turning the page', async () => {
  const { tab } = await visit()
  await begin(tab)
  await tab.keyboard.press('Tab')
  await tab.keyboard.press('Space')
  for (let times = 0; times < 3; times++) await tab.keyboard.press('ArrowDown')
  expect(await tab.isChecked('input[name="qs-goal-1"][value="4"]')).toBe(true)
  await tab.waitForTimeout(300)
  await standsAt(tab, 1)
})

test('a reload half-way, and a lost connection, lose nothing', async () => {
  const { tab } = await visit()
  await begin(tab)
  await answerByKeys(tab, 0, 10)
  await standsAt(tab, 11)
  await tab.reload()
  expect(await tab.textContent('.scan-note')).toContain('10 von 24')
  await tab.click('[data-do="go-on"]')
  await standsAt(tab, 11)
  await tab.context().setOffline(true)
  await answerByKeys(tab, 10, 24)
  await toResult(tab)
  expect(await tab.textContent('h1')).toContain('Hilfe holen und gemeinsam lernen')
  expect(await tab.locator('.scan-text').count()).toBe(3)
}, 60_000)

test('where nothing may be stored the test still works and says what it cannot do', async () => {
  const { tab } = await visit()
  await tab.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('denied', 'SecurityError')
    }
  })
  await tab.goto(`${site.origin}/quickscan?form=short`)
  expect(await tab.textContent('.scan-note')).toContain('Dieser Browser lässt nichts ablegen')
  await tab.click('[data-do="begin"]')
  await answerByKeys(tab, 0, 12)
  await toResult(tab)
  expect(await tab.textContent('.scan-private')).toContain('hält er kein Neuladen aus')
})

test('answers of an older version, or what is no longer readable, are removed and said to be', async () => {
  for (const left of ['{"version":"0.9.0","answers":{"qs-goal-1":5}}', '{"version":"1.0.0","ans', '"x"']) {
    const { tab } = await visit()
    await tab.addInitScript((text) => {
      if (!sessionStorage.getItem('seen')) localStorage.setItem('quickscan:full', text)
      sessionStorage.setItem('seen', '1')
    }, left)
    await tab.goto(`${site.origin}/quickscan`)
    expect(await tab.textContent('.scan-note')).toContain('aus einer älteren Fassung')
    expect(await tab.evaluate(() => localStorage.getItem('quickscan:full'))).toBeNull()
  }
})

test('tampered answers in the browser count as not given', async () => {
  const { tab } = await visit()
  await tab.addInitScript(() => {
    const answers = { 'qs-goal-1': 99, 'qs-goal-2': '6', 'qs-goal-3': [6], 'qs-goal-4': {}, else: 3 }
    localStorage.setItem('quickscan:full', JSON.stringify({ version: '1.0.0', at: 'x', takenOn: '2026-11-01', answers }))
  })
  await tab.goto(`${site.origin}/quickscan/result`)
  expect(await tab.textContent('h1')).toContain('Hier fehlen zu viele Antworten')
})

test('the result is deleted from the browser, or taken along as a file', async () => {
  const { tab } = await visit()
  await begin(tab, '/quickscan?form=short')
  await answerByKeys(tab, 0, 12)
  await toResult(tab)
  const [download] = await Promise.all([tab.waitForEvent('download'), tab.click('[data-do="file"]')])
  expect(download.suggestedFilename()).toMatch(/^quickscan-\d{4}-\d\d-\d\d\.json$/)
  const file = JSON.parse(await readFile(await download.path(), 'utf8'))
  expect(Object.keys(file.answers)).toHaveLength(12)
  await tab.click('[data-do="delete"]')
  await tab.waitForURL(/done=deleted/)
  expect(await tab.evaluate(() => localStorage.length)).toBeLessThanOrEqual(1)
  await tab.goto(`${site.origin}/quickscan/result`)
  expect(await tab.textContent('main')).toContain('Noch kein Ergebnis')
})

test('the radar says all six values in words', async () => {
  const { tab } = await visit()
  await resultOf(tab)
  const words = await tab.getAttribute('svg[role="img"]', 'aria-label')
  expect(words).toMatch(/^Netz mit sechs Achsen.*Ziele klären: \d+, .*Zutrauen und dranbleiben: \d+\.$/)
}, 60_000)

test('without script the whole test works on one page', async () => {
  const { tab } = await visit({ javaScriptEnabled: false })
  await tab.goto(`${site.origin}/quickscan`)
  expect(await tab.textContent('noscript')).toContain('kein JavaScript')
  for (const [index, { id }] of itemsOf('full').entries())
    await tab.check(`input[name="${id}"][value="${answers[index]}"]`, { force: true })
  await tab.click('text=Auswerten')
  expect(await tab.textContent('h1')).toContain('Hilfe holen und gemeinsam lernen')
  expect(await tab.textContent('.scan-private')).toContain('Er rechnet im Arbeitsspeicher')
}, 60_000)

test('the result fits on one sheet of paper', async () => {
  const { tab } = await visit()
  await resultOf(tab)
  const pdf = (await tab.pdf({ format: 'A4', preferCSSPageSize: true })).toString('latin1')
  expect(pdf.match(/\/Type\s*\/Page\b/g)).toHaveLength(1)
}, 60_000)

test('nothing stands in anybody’s way: axe finds no violation in any state, theme or language, nor does a page scroll sideways at 320 px', async () => {
  for (const locale of ['de', 'de-formal', 'en']) {
    const { tab } = await visit({ viewport: { width: 320, height: 640 }, bypassCSP: true })
    await tab.context().addCookies([{ name: 'locale', value: locale, url: site.origin }])
    const holds = async (state: string) => {
      const light = await violations(tab)
      await tab.emulateMedia({ colorScheme: 'dark' })
      const dark = await violations(tab, ofWidthAndColour)
      await tab.emulateMedia({ colorScheme: 'light' })
      expect([...light, ...dark], `${locale}, ${state}`).toEqual([])
      expect(await tab.evaluate(() => document.documentElement.scrollWidth), state).toBeLessThanOrEqual(320)
    }
    await tab.goto(`${site.origin}/quickscan/result`)
    await holds('no result')
    await tab.goto(`${site.origin}/quickscan`)
    await holds('start')
    await tab.click('[data-do="begin"]')
    await holds('statement')
    await resultOf(tab)
    await tab.evaluate(() => {
      for (const details of document.querySelectorAll('details')) details.open = true
    })
    await holds('result')
    await tab.check('input[name="first"]')
    await tab.click('.scan-after form button')
    await tab.waitForSelector('#donation-problem')
    await holds('donation without consent')
    await signedIn(tab, site.cast.lena)
    await tab.goto(`${site.origin}/quickscan/mine`)
    await holds('nothing kept')
    await tab.goto(`${site.origin}/quickscan/result`)
    await tab.click('.scan-act button')
    await tab.waitForURL(/done=kept/)
    await holds('kept')
    await tab.context().close()
    await site.cast.owner.query('delete from scan')
  }
}, 120_000)
