import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { browseAs } from './browsing.ts'
import { type TestPage, testPage } from './test-page.tsx'

let page: TestPage
let browser: Browser
beforeAll(async () => {
  ;[page, browser] = await Promise.all([testPage(), launchChromium()])
})
beforeEach(() => page.begin())
afterEach(async () => {
  page.unreachable = false
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await page.close()
})

const asked = (what: string) => page.asked.filter((one) => one === what).length
/** Does something, and waits until a page asked to be kept up to date because of it. */
async function listening<T>(act: () => Promise<T>): Promise<T> {
  const before = asked('GET /events')
  const done = await act()
  await expect.poll(() => asked('GET /events')).toBeGreaterThan(before)
  return done
}

test('what Lena writes appears on the page that Amara has open, and disturbs nothing of what she does there', async () => {
  const [amara, lena] = [await browseAs(browser, page, page.people.amara), await browseAs(browser, page, page.people.lena)]
  const [hers, theirs] = [await amara.open(), await lena.open()]
  await hers.locator('#fold summary').click()
  await hers.locator('#note').pressSequentially('mitten im Sa')
  await theirs.locator('[name=wish]').fill('Was hat dich überrascht?')
  await hers.locator('#others li', { hasText: 'Was hat dich überrascht?' }).waitFor()
  expect(await hers.locator('#fold').getAttribute('open')).not.toBeNull()
  await hers.keyboard.type('tz')
  expect(await hers.locator('#note').inputValue()).toBe('mitten im Satz')
  expect([...amara.complaints, ...lena.complaints]).toEqual([])
})

test('a page that was just rendered is not fetched a second time', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  await amara.open()
  const before = asked('GET /page')
  await (await amara.open()).waitForTimeout(600)
  expect(asked('GET /page') - before).toBe(1)
})

test('seven tabs share one connection, follow all of them, and another one takes over when its tab is closed', async () => {
  const before = asked('GET /events')
  const [amara, lena] = [await browseAs(browser, page, page.people.amara), await browseAs(browser, page, page.people.lena)]
  const tabs: Page[] = []
  for (let n = 0; n < 7; n++) tabs.push(await amara.open())
  const theirs = await lena.open()
  const says = async (text: string) => {
    await theirs.locator('[name=wish]').fill(text)
    for (const tab of tabs) {
      await tab.bringToFront()
      await tab.locator('#others li', { hasText: text }).waitFor({ state: 'attached' })
    }
  }
  await says('für sieben')
  // One for Amara, one for Lena.
  expect(asked('GET /events') - before).toBe(2)
  await listening(() => tabs.shift()!.close())
  await says('für sechs')
})

test('what changed while the connection was away is fetched when it is back', async () => {
  const [amara, lena] = [await browseAs(browser, page, page.people.amara), await browseAs(browser, page, page.people.lena)]
  const hers = await listening(amara.open)
  await amara.context.setOffline(true)
  await hers.waitForTimeout(6000)
  const theirs = await lena.open()
  await theirs.locator('[name=wish]').fill('Inzwischen')
  await theirs.locator('.draft-saved').waitFor()
  await amara.context.setOffline(false)
  await hers.locator('#others li', { hasText: 'Inzwischen' }).waitFor({ state: 'attached' })
})

test('whoever may no longer read loses the words at once, and is told calmly', async () => {
  const lena = await browseAs(browser, page, page.people.lena)
  const theirs = await listening(lena.open)
  await page.people.owner.query('update membership set until = now() where person_id = $1', [page.people.lena.personId])
  await theirs.locator('#others .live-gone').waitFor()
  expect(await theirs.locator('#others li').count()).toBe(0)
})

test('words whose right to be read ended before the connection came about go as soon as it is there', async () => {
  const [amara, lena] = [await browseAs(browser, page, page.people.amara), await browseAs(browser, page, page.people.lena)]
  await listening(amara.open)
  const ended = Promise.withResolvers<void>()
  await lena.context.route('**/events', async (route) => {
    await ended.promise
    await route.continue()
  })
  const theirs = await lena.open()
  await page.people.owner.query('update membership set until = now() where person_id = $1', [page.people.lena.personId])
  ended.resolve()
  await theirs.locator('#others .live-gone').waitFor()
})

test('whoever is signed out elsewhere loses the words on every open page', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const hers = await listening(amara.open)
  await page.people.owner.query('delete from sign_in where person_id = $1', [page.people.amara.personId])
  await hers.locator('#others .live-gone').waitFor()
})
