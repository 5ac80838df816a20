import type { Browser, Page } from 'playwright-core'
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { browseAs } from './browsing.ts'
import { type TestPage, testPage } from './test-page.tsx'

let page: TestPage
let browser: Browser
beforeAll(async () => {
  ;[page, browser] = await Promise.all([testPage(), launchChromium()])
})
afterEach(async () => {
  page.unreachable = false
  for (const context of browser.contexts()) await context.close()
})
afterAll(async () => {
  await browser.close()
  await page.close()
})

const order = (tab: Page) =>
  tab.locator('.sort-item input[name=order]').evaluateAll((inputs) => inputs.map((input) => (input as HTMLInputElement).value))
const saved = async (tab: Page) => {
  await tab.reload()
  return order(tab)
}
const handle = (tab: Page, n: number) => tab.getByRole('button', { name: `Schritt ${n} verschieben` })

async function open(options = {}) {
  const amara = await browseAs(browser, page, page.people.amara, options)
  const tab = await amara.open()
  await page.begin()
  await tab.reload()
  return tab
}

test('steps are ordered by keyboard, with words for whoever does not see it', async () => {
  const tab = await open()
  await handle(tab, 1).press(' ')
  await tab.locator('lotse-sort [role=status]', { hasText: 'aufgenommen' }).waitFor({ state: 'attached' })
  await tab.keyboard.press('ArrowDown')
  await tab.keyboard.press('ArrowDown')
  expect(await tab.locator('lotse-sort [role=status]').textContent()).toBe('Schritt 1 steht an Platz 3 von 3.')
  await tab.keyboard.press(' ')
  expect(await tab.evaluate(() => document.activeElement?.getAttribute('aria-label'))).toBe('Schritt 1 verschieben')
  expect(await order(tab)).toEqual(['2', '3', '1'])
  await expect.poll(() => page.order).toEqual(['2', '3', '1'])
  expect(await saved(tab)).toEqual(['2', '3', '1'])
})

test('escape puts a step back where it was', async () => {
  const tab = await open()
  await handle(tab, 3).press(' ')
  await tab.keyboard.press('ArrowUp')
  expect(await order(tab)).toEqual(['1', '3', '2'])
  await tab.keyboard.press('Escape')
  expect(await order(tab)).toEqual(['1', '2', '3'])
})

test('steps are ordered by dragging', async () => {
  const tab = await open()
  const [from, to] = [await handle(tab, 3).boundingBox(), await handle(tab, 1).boundingBox()]
  await tab.mouse.move(from!.x + 5, from!.y + from!.height / 2)
  await tab.mouse.down()
  await tab.mouse.move(to!.x + 5, to!.y + 2, { steps: 12 })
  await tab.mouse.up()
  expect(await order(tab)).toEqual(['3', '1', '2'])
  await expect.poll(() => page.order).toEqual(['3', '1', '2'])
  expect(await saved(tab)).toEqual(['3', '1', '2'])
})

test('the buttons move one place, with and without JavaScript, and the focus stays', async () => {
  const tab = await open()
  const down = tab.getByRole('button', { name: 'Schritt 1 nach unten' })
  await down.click()
  await down.click()
  expect(await order(tab)).toEqual(['2', '3', '1'])
  expect(await down.evaluate((button) => button === document.activeElement)).toBe(true)
  const plain = await open({ javaScriptEnabled: false })
  await plain.getByRole('button', { name: 'Schritt 3 nach oben' }).click()
  expect(await order(plain)).toEqual(['1', '3', '2'])
})

test('an order that could not be saved is put back, and said', async () => {
  const tab = await open()
  page.unreachable = true
  await tab.getByRole('button', { name: 'Schritt 1 nach unten' }).click()
  await tab.getByText('Die Reihenfolge ließ sich nicht speichern.').waitFor()
  expect(await order(tab)).toEqual(['1', '2', '3'])
})

test('a limited field says how much is left once it matters', async () => {
  const tab = await open()
  const count = tab.locator('lotse-count span').first()
  expect(await count.textContent()).toBe('höchstens 40 Zeichen')
  await tab.locator('#note').fill('x'.repeat(35))
  expect(await count.textContent()).toBe('noch 5 Zeichen')
  await tab.locator('#note').fill('x'.repeat(43))
  expect(await count.textContent()).toBe('3 Zeichen zu viel')
})

test('a link is copied', async () => {
  const tab = await open({ permissions: ['clipboard-read', 'clipboard-write'] })
  await tab.getByRole('button', { name: 'Link kopieren' }).click()
  await tab.getByText('Kopiert').waitFor()
  expect(await tab.evaluate(() => navigator.clipboard.readText())).toBe('https://example.org/x')
})

test('a form is sent once, however often its button is pressed', async () => {
  const tab = await open()
  await tab.evaluate(() => {
    const form = document.createElement('form')
    form.method = 'post'
    form.action = '/slow'
    form.innerHTML = '<button>Senden</button>'
    document.body.append(form)
  })
  const button = tab.getByText('Senden')
  await button.evaluate((it: HTMLButtonElement) => {
    it.click()
    it.click()
  })
  await tab.waitForURL('**/page#slow')
  expect(page.asked.filter((one) => one === 'POST /slow')).toHaveLength(1)
})
