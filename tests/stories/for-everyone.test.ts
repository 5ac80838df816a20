import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../axe.ts'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { readEverywhere } from './reading-everywhere.ts'
import { button, field, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

const speak = (name: string, locale: 'de' | 'de-formal' | 'en') =>
  installation.owner.query('update person set locale = $1 where name like $2', [locale, `${name}%`])

/** What a page owes everybody, small and light, wide and dark, and very narrow. */
async function owed(page: Page): Promise<string[]> {
  const problems: string[] = []
  for (const [width, colorScheme] of [
    [360, 'light'],
    [1440, 'dark'],
  ] as const) {
    await page.setViewportSize({ width, height: 900 })
    await page.emulateMedia({ colorScheme })
    for (const problem of await violations(page)) problems.push(`${width} ${colorScheme} ${problem}`)
  }
  await page.setViewportSize({ width: 320, height: 640 })
  const wide = await page.evaluate(() => {
    if (document.documentElement.scrollWidth <= 320) return []
    const out = [...document.body.querySelectorAll('*')].filter((one) => one.getBoundingClientRect().right > 321)
    return [`wider than 320: ${out.slice(-1)[0]?.outerHTML.slice(0, 160)}`]
  })
  const headings = await page.getByRole('heading', { level: 1 }).count()
  return [...problems, ...wide, ...(headings === 1 ? [] : [`${headings} headings of the first level`])]
}

/** Pages that are the same for everybody, whoever found them first. */
const looked = new Set<string>()
const forAll = /^\/(settings|quickscan|imprint|privacy|accessibility|contact)/

async function everywhere(page: Page, from: string[]) {
  const problems: string[] = []
  const read = await readEverywhere(from, async (path) => {
    if (looked.has(path)) return []
    if (forAll.test(path)) looked.add(path)
    await page.goto(path)
    for (const problem of await owed(page)) problems.push(`${path} ${problem}`)
    const links = await page.locator('a[href]').evaluateAll((all) => all.map((link) => (link as HTMLAnchorElement).href))
    return links.map((link) => new URL(link)).flatMap(({ origin, pathname }) => (origin === installation.origin ? [pathname] : []))
  })
  expect(problems).toEqual([])
  return read
}

const still = { reducedMotion: 'reduce' } as const

test('every page that Amara can reach is for everyone, in German', async () => {
  const { page, leave } = await somebody(browser, installation, still)
  await signIn(page, 'amara')
  const read = await everywhere(page, ['/today', '/journeys/new'])
  expect(read.length).toBeGreaterThan(20)
  await leave()
})

test('every page that Lena can reach is for everyone, in English', async () => {
  await speak('Lena', 'en')
  const { page, leave } = await somebody(browser, installation, still)
  await signIn(page, 'lena')
  const read = await everywhere(page, ['/today'])
  expect(read.length).toBeGreaterThan(8)
  await leave()
})

test('so is every page that a visitor finds, and what a wrong address shows', async () => {
  const { page, leave } = await somebody(browser, installation, still)
  await everywhere(page, ['/', '/sign-in', '/password', '/setup?token=gone', '/invitation/gone', '/nowhere'])
  await leave()
})

test('so are the pages of whoever administers, and those that are still empty', async () => {
  const { page, leave } = await somebody(browser, installation, still)
  await signIn(page, 'ines')
  await everywhere(page, ['/today', '/journeys', '/organisation', '/organisation/invitations'])
  await leave()
})

test('so are forms that ask for more', async () => {
  const { page, leave } = await somebody(browser, installation, still)
  await page.goto('/sign-in')
  await field(page, 'E-Mail-Adresse').fill('amara')
  await page.locator('main form button').first().click()
  await page.locator('#problems').waitFor()
  expect(await owed(page)).toEqual([])
  await signIn(page, 'jonas')
  await speak('Jonas', 'de')
  await page.goto('/journeys/new')
  await button(page, 'Vorhaben beginnen').click()
  await page.locator('#problems').waitFor()
  expect(await owed(page)).toEqual([])
  await field(page, 'Deine Antwort').fill('Niemand fragt nach.')
  await button(page, 'Vorhaben beginnen').click()
  await page.waitForURL(/\/journeys\/[0-9a-f-]{36}$/)
  await button(page, 'Erste Runde beginnen').click()
  await page.locator('#problems').waitFor()
  expect(await owed(page)).toEqual([])
  await leave()
})

test('so are an open menu, and the question before unsent words are deleted', async () => {
  const { page, context, leave } = await somebody(browser, installation, still)
  await signIn(page, 'amara')
  await page.goto('/journeys/new')
  await field(page, 'Deine Antwort').fill('Noch nicht gesendet')
  await page.getByRole('button', { name: 'Konto von Amara' }).click()
  expect(await owed(page)).toEqual([])
  await context.setOffline(true)
  await page.getByRole('button', { name: 'Abmelden' }).click()
  await page.getByRole('dialog').waitFor()
  expect(await owed(page)).toEqual([])
  await context.setOffline(false)
  await leave()
})

test('whoever walks with the keyboard always sees where they are', async () => {
  const { page, leave } = await somebody(browser, installation, still)
  await signIn(page, 'amara')
  const { rows } = await installation.owner.query(`select id from journey where phase = 'plan'`)
  for (const path of ['/today', '/settings', `/journeys/${rows[0]?.id ?? 'new'}`]) {
    await page.goto(path)
    const unseen: string[] = []
    for (let stop = 0; stop < 60; stop++) {
      await page.keyboard.press('Tab')
      const invisible = await page.evaluate(() => {
        const one = document.activeElement
        if (!one || one === document.body) return 'end'
        const seen = [one, one.nextElementSibling, one.closest('label'), one.parentElement].some((shown) => {
          const { outlineStyle, outlineWidth } = shown ? getComputedStyle(shown) : { outlineStyle: 'none', outlineWidth: '0' }
          return outlineStyle !== 'none' && Number.parseFloat(outlineWidth) >= 2
        })
        return seen ? undefined : one.outerHTML.slice(0, 160)
      })
      if (invisible === 'end') break
      if (invisible) unseen.push(`${path} ${invisible}`)
    }
    expect(unseen).toEqual([])
  }
  await leave()
})
