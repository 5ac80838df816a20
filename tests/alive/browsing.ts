import type { Browser, BrowserContext, BrowserContextOptions, Page } from 'playwright-core'
import { vi } from 'vitest'
import type { Person } from '../cast.ts'
import { complaintsIn } from '../chromium.ts'
import type { TestPage } from './test-page.tsx'

/** A machine that does much else at the same time may take a while. */
vi.setConfig({ testTimeout: 120_000 })

export interface Browsing {
  context: BrowserContext
  /** Opens the page in a new tab. */
  open(): Promise<Page>
  /** What the browser complained about: errors, and what the content security policy forbade. */
  complaints: string[]
  /** What lies on this device as a draft. */
  drafts(tab: Page): Promise<string[]>
}

/** A browser of its own, as far as storage and cookies go, signed in as somebody. */
export async function browseAs(browser: Browser, page: TestPage, person: Person, options: BrowserContextOptions = {}): Promise<Browsing> {
  const context = await browser.newContext(options)
  await become(context, page, person)
  const complaints = complaintsIn(context)
  return {
    context,
    complaints,
    drafts: (tab) => tab.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('draft:'))),
    async open() {
      const tab = await context.newPage()
      await tab.goto(`${page.origin}/page`)
      return tab
    },
  }
}

/** Signs somebody in, in place of whoever was. */
export async function become(context: BrowserContext, page: TestPage, person: Person): Promise<void> {
  await context.addCookies([{ name: 'sign_in', value: await page.signIn(person), url: page.origin, httpOnly: true }])
}
