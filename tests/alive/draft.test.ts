import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, beforeEach, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { become, browseAs } from './browsing.ts'
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

const wish = (tab: Page) => tab.locator('[name=wish]')
const status = (tab: Page) => tab.locator('lotse-draft[data-autosave] > .draft-status')
const crash = async (tab: Page) => {
  const crashed = tab.waitForEvent('crash')
  tab.goto('chrome://crash').catch(() => undefined)
  await crashed
}
const stored = async () =>
  (await page.people.owner.query('select body from passage where context_id = $1', [page.journey])).rows.map((row) => row.body)

test('what is typed is on the server a moment later, and nothing of it stays on the device', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await wish(tab).pressSequentially('Ich will es allein können', { delay: 5 })
  expect(await amara.drafts(tab)).toHaveLength(1)
  await tab.locator('.draft-saved').waitFor()
  expect(await stored()).toEqual(['Ich will es allein können'])
  expect(await amara.drafts(tab)).toEqual([])
  expect(amara.complaints).toEqual([])
})

test('a draft survives reload and crash while the server is away, says so, and can be discarded', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await tab.locator('#note').fill('Was der Meister sagte')
  await tab.reload()
  expect(await tab.locator('#note').inputValue()).toBe('Was der Meister sagte')
  await tab.locator('.draft-restored').waitFor()

  await crash(tab)
  const again = await amara.open()
  expect(await again.locator('#note').inputValue()).toBe('Was der Meister sagte')
  await again.locator('.draft-restored button').click()
  expect(await again.locator('#note').inputValue()).toBe('')
  expect(await amara.drafts(again)).toEqual([])
})

test('without a connection it says so, and saves by itself when there is one again', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await amara.context.setOffline(true)
  await wish(tab).fill('Im Keller geschrieben')
  await status(tab).filter({ hasText: 'ohne Verbindung' }).waitFor()
  expect(await stored()).toEqual([])
  await amara.context.setOffline(false)
  await status(tab)
    .filter({ hasText: /^gespeichert$/ })
    .waitFor()
  expect(await stored()).toEqual(['Im Keller geschrieben'])
})

test('what was typed a blink before the page went is saved too', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await wish(tab).fill('Noch schnell')
  await tab.goto('about:blank')
  await expect.poll(stored).toEqual(['Noch schnell'])
})

test('two tabs that change the same text show both, and the person decides', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const [one, two] = [await amara.open(), await amara.open()]
  await wish(one).fill('Aus dem ersten Fenster')
  await one.locator('.draft-saved').waitFor()
  await wish(two).fill('Aus dem zweiten Fenster')
  const notice = two.locator('.conflict')
  await notice.waitFor()
  expect(await notice.locator('.conflict-theirs').textContent()).toBe('Aus dem ersten Fenster')
  expect(await wish(two).inputValue()).toBe('Aus dem zweiten Fenster')
  expect(await stored()).toEqual(['Aus dem ersten Fenster'])

  await notice.locator('[data-keep]').click()
  await two.locator('.draft-saved').waitFor()
  expect(await stored()).toEqual(['Aus dem zweiten Fenster'])
  expect(await notice.count()).toBe(0)

  await wish(one).fill('Noch einmal aus dem ersten')
  await one.locator('.conflict [data-take]').click()
  expect(await wish(one).inputValue()).toBe('Aus dem zweiten Fenster')
  await wish(one).pressSequentially('!')
  await one.locator('.draft-saved').waitFor()
  expect(await stored()).toEqual(['Aus dem zweiten Fenster!'])
})

test('a draft that was restored after somebody else went on shows both texts', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const [one, two] = [await amara.open(), await amara.open()]
  page.unreachable = true
  await wish(one).fill('Im Zug geschrieben')
  await status(one).filter({ hasText: 'ohne Verbindung' }).waitFor()
  await crash(one)
  page.unreachable = false
  await wish(two).fill('Im Büro geschrieben')
  await two.locator('.draft-saved').waitFor()
  const later = await amara.open()
  await later.locator('.conflict').waitFor()
  expect(await wish(later).inputValue()).toBe('Im Zug geschrieben')
  expect(await later.locator('.conflict-theirs').textContent()).toBe('Im Büro geschrieben')
})

test('without JavaScript the same conflict is a page with both texts', async () => {
  const amara = await browseAs(browser, page, page.people.amara, { javaScriptEnabled: false })
  const [one, two] = [await amara.open(), await amara.open()]
  await wish(one).fill('Erster')
  await one.getByText('Fertig').click()
  await wish(two).fill('Zweiter')
  await two.getByText('Fertig').click()
  expect(await two.locator('.conflict-theirs').textContent()).toBe('Erster')
  expect(await wish(two).inputValue()).toBe('Zweiter')
  await two.getByText('Meinen Text behalten').click()
  expect(await stored()).toEqual(['Zweiter'])
})

test('what a form still needs appears in place, with what was typed; then the form is sent and its draft gone', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await wish(tab).fill('unberührt')
  await tab.locator('#note').fill('kurz')
  await tab.getByText('Notieren').click()
  await tab.locator('#problems').waitFor()
  expect(await tab.evaluate(() => document.activeElement?.id)).toBe('problems')
  expect(await tab.locator('#note').inputValue()).toBe('kurz')
  expect(await wish(tab).inputValue()).toBe('unberührt')
  await tab.locator('#note').fill('jetzt lang genug')
  await Promise.all([tab.waitForEvent('load'), tab.getByText('Notieren').click()])
  expect(await tab.locator('#note').inputValue()).toBe('')
  expect(await tab.evaluate(() => Object.keys(localStorage).filter((key) => key.includes(':note@')))).toEqual([])
})

test('what somebody asked the server to put into a field stands there beside what they typed, and is kept like it', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await tab.locator('#note').fill('Warum?')
  await tab.getByText('Frage nehmen').click()
  await expect.poll(() => tab.locator('#note').inputValue()).toBe('Warum? Und wie?')
  await tab.reload()
  expect(await tab.locator('#note').inputValue()).toBe('Warum? Und wie?')
})

test('a form that could not be sent stays, and says so', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await tab.locator('#note').fill('lang genug für alles')
  page.unreachable = true
  await tab.getByText('Notieren').click()
  await tab.getByText('Noch nicht gesendet').waitFor()
  expect(await tab.locator('#note').inputValue()).toBe('lang genug für alles')
})

test('whoever was signed out meanwhile keeps the text on the device, and nobody else sees it', async () => {
  const shared = await browseAs(browser, page, page.people.amara)
  const tab = await shared.open()
  await page.people.owner.query('delete from sign_in where person_id = $1', [page.people.amara.personId])
  await wish(tab).fill('Nur für mich')
  await status(tab).filter({ hasText: 'abgemeldet' }).waitFor()
  await become(shared.context, page, page.people.lena)
  const hers = await shared.open()
  expect(await wish(hers).inputValue()).toBe('')
  await become(shared.context, page, page.people.amara)
  const back = await shared.open()
  expect(await wish(back).inputValue()).toBe('Nur für mich')
})

test('signing out sends what is unsent and wipes the device', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await wish(tab).fill('Kurz vor Feierabend')
  await tab.getByText('Abmelden').click()
  await tab.waitForURL('**/sign-in')
  expect(await stored()).toEqual(['Kurz vor Feierabend'])
  expect(await amara.drafts(tab)).toEqual([])
})

test('signing out asks before it deletes what could not be sent', async () => {
  const amara = await browseAs(browser, page, page.people.amara)
  const tab = await amara.open()
  await tab.locator('#note').fill('noch nicht abgeschickt')
  await tab.getByText('Abmelden').click()
  await tab.getByRole('button', { name: 'Zurück' }).click()
  expect(await amara.drafts(tab)).toHaveLength(1)
  expect(tab.url()).toContain('/page')
  await tab.getByText('Abmelden', { exact: true }).click()
  await tab.getByRole('button', { name: 'Trotzdem abmelden' }).click()
  await tab.waitForURL('**/sign-in')
  expect(await amara.drafts(tab)).toEqual([])
})
