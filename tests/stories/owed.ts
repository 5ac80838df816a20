import type { Browser, Page } from 'playwright-core'
import { expect } from 'vitest'
import { ofWidthAndColour, violations } from '../axe.ts'
import type { Program } from './program.ts'
import { type Look, readEverywhere } from './reading-everywhere.ts'
import { signIn, somebody } from './somebody.ts'

/** What a page owes everybody: small and light in every respect, wide and dark in what that changes, and very narrow without being cut off. */
export async function owed(page: Page): Promise<string[]> {
  const problems: string[] = []
  for (const [width, colorScheme, rules] of [
    [360, 'light', undefined],
    [1440, 'dark', ofWidthAndColour],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    for (const problem of await violations(page, rules)) problems.push(`${width} ${colorScheme} ${problem}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= 320) return []
    const isOut = (one: Element) => one.getBoundingClientRect().right > 321
    const cause = [...document.body.querySelectorAll('*')].find((one) => isOut(one) && ![...one.children].some(isOut))
    return [`wider than 320: ${cause?.outerHTML.slice(0, 160)}`]
  })
  const headings = await page.getByRole('heading', { level: 1 }).count()
  return [...problems, ...wide, ...(headings === 1 ? [] : [`${headings} headings of the first level`])]
}

export const still = { reducedMotion: 'reduce' } as const

/** Looks at every page that somebody can reach, in a few windows at once. `except`: pages that are the same for everybody, seen elsewhere. */
export async function owedEverywhere(
  browser: Browser,
  installation: Program,
  { name, from, except }: { name?: 'amara' | 'lena' | 'ines'; from: string[]; except?: RegExp },
): Promise<string[]> {
  const { context, page, leave } = await somebody(browser, installation, still)
  if (name) await signIn(page, name)
  const problems: string[] = []
  const lookIn =
    (window: Page): Look =>
    async (path) => {
      await window.goto(path)
      for (const problem of await owed(window)) problems.push(`${path} ${problem}`)
      const links = await window.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
      return links.map((link) => new URL(link)).flatMap(({ origin, pathname }) => (origin === installation.origin ? [pathname] : []))
    }
  const read = await readEverywhere({ from, except }, ...[page, await context.newPage(), await context.newPage()].map(lookIn))
  await leave()
  expect(problems).toEqual([])
  return read
}
