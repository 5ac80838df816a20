import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Installation, installation } from '../started.ts'

let here: Installation
let browser: Browser
beforeAll(async () => {
  ;[here, browser] = [await installation(), await launchChromium()]
}, 60_000)
afterAll(async () => {
  await browser.close()
  await here.end()
  await here.remove()
})

const notes = (page: Page) => page.locator('textarea[name=notes]')
const demo = async () => {
  const started = here.start({}, [process.execPath, 'bin/demo.ts'])
  await expect.poll(started.said, { timeout: 60_000 }).toContain("Everybody's password")
}

test('notes written while the server is killed, and after, reach everybody once it is back', { timeout: 120_000 }, async () => {
  await demo()
  const pages = await Promise.all(
    ['amara', 'lena'].map(async (name) => {
      const page = await (await browser.newContext({ baseURL: `http://localhost:${here.port}` })).newPage()
      await page.goto('/sign-in')
      await page.locator('[name=email]').fill(`${name}@example.org`)
      await page.locator('[name=password]').fill('lotse-demo')
      await page.locator('form[action="/sign-in"] button').click()
      await page.waitForURL('**/today')
      await page.goto('/sessions')
      await page.getByRole('link', { name: 'Vor der Auswertung' }).click()
      return page
    }),
  )
  const [amara, lena] = pages as [Page, Page]
  await notes(amara).pressSequentially('Vorher. ')
  await expect.poll(() => notes(lena).inputValue(), { timeout: 30_000 }).toBe('Vorher. ')

  const writing = notes(amara).pressSequentially('Mitten im Satz wird der Server beendet. ', { delay: 40 })
  process.kill((await here.find('dist/server/main.js')).pid, 'SIGKILL')
  await writing
  await notes(lena).press('Control+Home')
  await notes(lena).pressSequentially('Zuerst: ')
  await demo()

  const whole = 'Zuerst: Vorher. Mitten im Satz wird der Server beendet. '
  await expect.poll(() => Promise.all(pages.map((page) => notes(page).inputValue())), { timeout: 60_000 }).toEqual([whole, whole])
  await amara.reload()
  expect(await notes(amara).inputValue()).toBe(whole)
})
