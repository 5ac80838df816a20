import type { Browser, BrowserContext, BrowserContextOptions, Locator, Page } from 'playwright-core'
import { expect, onTestFailed, vi } from 'vitest'
import { complaintsIn } from '../chromium.ts'
import { type Program, password } from './program.ts'

/** Somebody with a browser of their own: cookies, storage, windows. */
export interface Somebody {
  context: BrowserContext
  /** The window they look at. */
  page: Page
  /** Opens one more window. */
  another(path: string): Promise<Page>
  /** Ends them, and holds the program to it that the browser had nothing to complain about. */
  leave(): Promise<void>
}

/** A machine that does much else at the same time may take a while. */
const patience = 40_000
vi.setConfig({ testTimeout: 120_000 })

export async function somebody(browser: Browser, { origin }: Program, options: BrowserContextOptions = {}): Promise<Somebody> {
  const context = await browser.newContext({ baseURL: origin, locale: 'de-DE', timezoneId: 'Europe/Berlin', ...options })
  context.setDefaultTimeout(patience)
  const complaints = complaintsIn(context)
  context.on('response', (answer) => answer.status() >= 500 && complaints.push(`${answer.status()} ${answer.url()}`))
  const page = await context.newPage()
  return {
    context,
    page,
    another: async (path) => {
      const window = await context.newPage()
      await window.goto(path)
      return window
    },
    async leave() {
      await context.close()
      expect(complaints).toEqual([])
    },
  }
}

/** Comes in as somebody of the demo world, through the door. */
export async function signIn(page: Page, name: 'amara' | 'jonas' | 'lena' | 'ines'): Promise<void> {
  await page.goto('/sign-in')
  await page.locator('[name=email]').fill(`${name}@example.org`)
  await page.locator('[name=password]').fill(password)
  await sent(page, () => page.locator('form[action="/sign-in"] button').click())
  await page.waitForURL('**/today')
}

/** Does something that leads to another page, and waits until that is there. */
export async function sent(page: Page, act: () => Promise<unknown>): Promise<void> {
  await Promise.all([page.waitForEvent('load'), act()])
}

/** What one writes into or chooses from under this label. */
export const field = (within: Page | Locator, label: string) => within.getByLabel(label).and(within.locator('input, textarea, select'))

export const button = (page: Page, name: string | RegExp) => page.getByRole('button', { name, exact: typeof name === 'string' }).first()

/** Presses the button of this name and waits for the page that it leads to. */
export const press = (page: Page, name: string | RegExp) => sent(page, () => button(page, name).click())

export const follow = (page: Page, name: string | RegExp) =>
  sent(page, () =>
    page
      .getByRole('link', { name, exact: typeof name === 'string' })
      .first()
      .click(),
  )

/** If this test fails, says what they had before them. */
export function tell(...people: Somebody[]): void {
  onTestFailed(async () => {
    for (const { page } of people) console.error(page.url(), await page.locator('main').innerText({ timeout: 500 }).catch(String))
  })
}
