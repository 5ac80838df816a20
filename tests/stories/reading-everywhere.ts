import type { Page } from 'playwright-core'

const ids = /[0-9a-f]{8}-[0-9a-f-]{27}/g
/** Pages of one kind are looked at once; journeys, of which each stands in another phase, one by one. */
const kindOf = (path: string) =>
  path.replace(/^(\/journeys\/[0-9a-f-]{36})?(.*)$/, (_all, journey = '', rest: string) => `${journey}${rest.replace(ids, ':id')}`)
const isPage = (path: string) => !/\/export\.|\/attachments\/|\.(xml|json|txt|ics)$/.test(path)

/** Follows every link from where somebody begins, and calls `look` on each page that it finds; gives the addresses. */
export async function readEverywhere(page: Page, from: readonly string[], look: (path: string) => Promise<void>): Promise<string[]> {
  const waiting = [...from]
  const seen = new Set<string>()
  const read: string[] = []
  for (let path = waiting.shift(); path !== undefined; path = waiting.shift()) {
    if (seen.has(kindOf(path)) || !isPage(path)) continue
    seen.add(kindOf(path))
    await page.goto(path)
    read.push(path)
    await look(path)
    const links = await page.locator('a[href]').evaluateAll((all) =>
      all
        .map((link) => new URL((link as HTMLAnchorElement).href))
        .filter(({ origin }) => origin === location.origin)
        .map(({ pathname }) => pathname),
    )
    waiting.push(...links)
  }
  return read
}
