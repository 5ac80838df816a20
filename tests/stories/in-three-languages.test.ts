import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Locale } from '#platform/words/words.ts'
import { catalogues } from '../catalogues.ts'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { opener, readEverywhere } from './reading-everywhere.ts'
import { press, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

/** Sentences that one language says and the other does not: long enough to be no name and no accident. */
function saidOnlyIn(one: Locale, other: Locale): string[] {
  const all = (locale: Locale) =>
    catalogues.flatMap(({ de, formal, en }) => Object.values(locale === 'en' ? en : locale === 'de' ? de : { ...de, ...formal }))
  const known = new Set(all(other))
  return all(one).filter((text) => !known.has(text) && !/[{\u00ad]/.test(text) && text.length > 12)
}

interface Spoken {
  lang: string
  /** What the program says; fields and choices hold the words of people or name the languages. */
  said: string
  links: string[]
}

/** Reads a page as it was sent: what it says, shown or not, seen or heard. */
const reading = (desk: Page, sent: string): Promise<Spoken> =>
  desk.evaluate((html) => {
    const read = new DOMParser().parseFromString(html, 'text/html')
    for (const other of read.querySelectorAll('head, option, textarea, label:has([name="locale"]), .words:has(ins, del)')) other.remove()
    const texts: string[] = []
    const walker = read.createTreeWalker(read.body, NodeFilter.SHOW_TEXT)
    while (walker.nextNode()) texts.push(walker.currentNode.nodeValue ?? '')
    for (const one of read.querySelectorAll('[aria-label], [title]')) texts.push(one.ariaLabel ?? '', one.getAttribute('title') ?? '')
    const links = [...read.querySelectorAll('a[href^="/"]')].map((link) => link.getAttribute('href')!.replace(/[?#].*/, ''))
    return { lang: read.documentElement.lang, said: texts.join(' ').replace(/\s+/g, ' '), links }
  }, sent)

async function personalWords(): Promise<string[]> {
  const { rows } = await installation.owner.query(
    `select body as words from passage union select name from attachment union select body from need_answer`,
  )
  const all = rows.map(({ words }) => (words as string).replace(/\s+/g, ' ').trim()).filter((words) => words.length > 2)
  // Names of notes in labels are their beginning.
  return [...all, ...all.map((words) => words.slice(0, 60).trim())].sort((a, b) => b.length - a.length)
}

async function everywhereAs(locale: Locale, wrong: (text: string) => string[]) {
  await installation.owner.query('update person set locale = $1', [locale])
  const personal = await personalWords()
  const problems: string[] = []
  const desk = await browser.newPage()
  for (const name of ['amara', 'lena', 'ines'] as const) {
    const open = await opener(installation, name)
    const look = async (path: string) => {
      const { lang, said, links } = await reading(desk, await open(path))
      if (lang !== (locale === 'en' ? 'en' : 'de')) problems.push(`${path}: lang ${lang}`)
      const ours = personal.reduce((rest, words) => rest.replaceAll(words, '…'), said)
      for (const found of wrong(ours)) problems.push(`${path}: ${found}`)
      return links
    }
    const read = await readEverywhere({ from: ['/today', '/journeys/new'] }, look, look, look)
    expect(read.length).toBeGreaterThan(30)
  }
  await desk.close()
  expect([...new Set(problems)]).toEqual([])
}

const found = (text: string, pattern: RegExp) => text.match(pattern) ?? []

test('whoever is called Sie reads no du on any page', async () => {
  const informal = saidOnlyIn('de', 'de-formal')
  await everywhereAs('de-formal', (text) => [
    ...found(text, /.{0,30}\b(du|dich|dir|dein(e[mnrs]?)?)\b.{0,20}/gi).filter((one) => !one.includes('(du)')),
    ...informal.filter((sentence) => text.includes(sentence)),
  ])
})

test('whoever is called du reads no Sie on any page', async () => {
  const formal = saidOnlyIn('de-formal', 'de')
  await everywhereAs('de', (text) => formal.filter((sentence) => text.includes(sentence)))
})

test('whoever reads English reads no German on any page', async () => {
  const german = saidOnlyIn('de', 'en')
  await everywhereAs('en', (text) => [
    ...found(text, /.{0,30}\b(und|oder|nicht|heute|gestern|Uhr|Vorhaben|Runde|Schritt|Notiz|Auswertung)\b.{0,20}/g),
    ...german.filter((sentence) => text.includes(sentence)),
  ])
})

test('Amara changes her language for herself, and Lena keeps hers', async () => {
  await installation.owner.query('update person set locale = null')
  const [amara, lena] = [await somebody(browser, installation), await somebody(browser, installation)]
  await Promise.all([signIn(amara.page, 'amara'), signIn(lena.page, 'lena')])
  await amara.page.goto('/settings')
  await amara.page.locator('[name=locale][value=en]').check()
  await press(amara.page, 'Speichern')
  expect(await amara.page.locator('h1').innerText()).toBe('Settings')
  await lena.page.goto('/today')
  expect(await lena.page.locator('h1').innerText()).toBe('Heute')
  await amara.leave()
  await lena.leave()
})
