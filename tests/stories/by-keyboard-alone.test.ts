import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Program, password, program } from './program.ts'
import { somebody } from './somebody.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

/** Name and kind of what has the focus, as a screen reader would say it. */
const here = (page: Page) =>
  page.evaluate(() => {
    const one = document.activeElement as HTMLElement & { labels?: NodeListOf<HTMLLabelElement>; type?: string; value?: string }
    const group =
      one.type === 'radio' || one.type === 'checkbox' ? `${one.closest('fieldset')?.querySelector('legend')?.textContent}: ` : ''
    const name = one.ariaLabel ?? ([...(one.labels ?? [])].map((label) => label.textContent).join(' ') || one.textContent || '')
    return (group + name).replace(/\s+/g, ' ').trim()
  })

/** Walks on with the Tab key until something of this name has the focus. */
async function walkTo(page: Page, name: string | RegExp): Promise<void> {
  const passed: string[] = []
  for (let stop = 0; stop < 150; stop++) {
    const now = await here(page)
    passed.push(now)
    if (typeof name === 'string' ? now.startsWith(name) : name.test(now)) return
    await page.keyboard.press('Tab')
  }
  throw new Error(`Nothing named ${name} on the way: ${passed.join(' | ')}`)
}
const write = async (page: Page, name: string | RegExp, text: string) => {
  await walkTo(page, name)
  await page.keyboard.type(text)
}
const go = async (page: Page, name: string | RegExp, key = 'Enter') => {
  await walkTo(page, name)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press(key)])
}

test('Amara comes in, begins a journey, plans, tries and evaluates without touching a mouse', async () => {
  const { page, leave } = await somebody(browser, installation, { reducedMotion: 'reduce' })
  await page.goto('/sign-in')
  await write(page, 'E-Mail-Adresse', 'amara@example.org')
  await write(page, 'Passwort', password)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])

  await page.keyboard.press('Tab')
  expect(await here(page)).toBe('Zum Inhalt')
  await page.keyboard.press('Enter')
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('main')

  await page.goto('/journeys')
  await go(page, 'Neues Vorhaben')
  await write(page, 'Deine Antwort', 'Ich traue mich nicht, in der Runde zu widersprechen.')
  await go(page, 'Vorhaben beginnen')

  await write(page, 'Wie heißt das Vorhaben?', 'Widersprechen lernen')
  await walkTo(page, /^Ist es eher eine Aufgabe oder ein Problem/)
  await page.keyboard.press('ArrowDown')
  await page.keyboard.press('ArrowUp')
  await write(page, 'Was möchtest du am Ende können?', 'Wie sage ich, dass ich es anders sehe?')
  await write(page, 'Zeichen 1', 'Ich habe einmal widersprochen, und es wurde besser.')
  await walkTo(page, /^Lässt sich das durch Lernen lösen/)
  await page.keyboard.press('Space')
  await walkTo(page, /Nein, nichts davon$/)
  await page.keyboard.press('Space')
  await go(page, 'Erste Runde beginnen')
  expect(await page.locator('h2').first().innerText()).toBe('Plan für Runde 1')

  await write(page, 'Worum geht es in dieser Runde?', 'Ein Einwand in der Frühbesprechung')
  await walkTo(page, 'Wann schaust du zurück?')
  await go(page, 'in einer Woche')
  for (const what of ['Mit der Meisterin üben', 'In der Besprechung einen Einwand sagen']) {
    await write(page, 'Wie kann ich vorgehen?', what)
    await walkTo(page, 'Mehr dazu')
    await page.keyboard.press('Enter')
    await walkTo(page, 'Bis wann?')
    await page.keyboard.type('12312026')
    await walkTo(page, 'Was für ein Schritt ist das?')
    await page.keyboard.type('Bei der Arbeit')
    await go(page, 'Schritt hinzufügen')
  }
  await walkTo(page, 'In der Besprechung einen Einwand sagen verschieben')
  await page.keyboard.press('Space')
  await page.keyboard.press('ArrowUp')
  await Promise.all([page.waitForResponse('**/steps/order'), page.keyboard.press('Space')])
  expect(await here(page)).toBe('In der Besprechung einen Einwand sagen verschieben')
  await go(page, 'Mit dem Ausprobieren beginnen')

  await write(page, 'Was ist gerade geschehen?', 'Ich habe es gesagt. Es war still, dann nickte jemand.')
  await go(page, 'Notiz speichern')
  await walkTo(page, /Stand ändern: In der Besprechung/)
  await page.keyboard.press('Enter')
  await go(page, 'getan')
  await go(page, 'Diese Runde auswerten')

  await write(page, 'Was ist geschehen?', 'Ein Einwand, eine Änderung.')
  await write(page, 'Punkt 1', 'Ich war vorbereitet.')
  await write(page, 'Welchen Satz willst du behalten?', 'Ein Satz genügt.')
  await walkTo(page, /^Ich habe einmal widersprochen/)
  for (let down = 0; down < 2; down++) await page.keyboard.press('ArrowDown')
  await walkTo(page, /^Wie weit bist du\?/)
  for (let up = 0; up < 1; up++) await page.keyboard.press('ArrowUp')
  await walkTo(page, /^Wie geht es weiter\?/)
  await page.keyboard.press('ArrowDown')
  await go(page, 'So weitermachen')
  expect(await page.getByRole('heading', { name: 'Abschließen' }).count()).toBe(1)
  await write(page, 'Wie sieht deine Lösung aus?', 'Einen Satz vorbereiten, früh sagen.')
  await write(page, 'Was hat den Unterschied gemacht?', 'Das Üben.')
  await walkTo(page, /Lerngeschichte/)
  await page.keyboard.press('Space')
  await go(page, 'Als gelöst abschließen')
  expect(await page.locator('main').innerText()).toContain('Der Kurs ist im Hafen. Eine Runde hat hierher geführt.')
  await leave()
})

test('the menu of the account opens, walks and closes by keyboard, and gives the focus back', async () => {
  const { page, leave } = await somebody(browser, installation)
  await page.goto('/sign-in')
  await write(page, 'E-Mail-Adresse', 'lena@example.org')
  await write(page, 'Passwort', password)
  await Promise.all([page.waitForEvent('load'), page.keyboard.press('Enter')])
  await walkTo(page, 'Konto von Lena')
  await page.keyboard.press('Enter')
  await page.keyboard.press('Tab')
  expect(await page.locator('#account-menu').isVisible()).toBe(true)
  await page.keyboard.press('Escape')
  expect(await page.locator('#account-menu').isVisible()).toBe(false)
  expect(await here(page)).toBe('Konto von Lena Brandt')
  await leave()
})
