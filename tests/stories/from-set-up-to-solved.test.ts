import { readFile } from 'node:fs/promises'
import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, beforeEach, expect, onTestFailed, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Program, password, program } from './program.ts'
import { button, field, follow, press, type Somebody, sent, somebody, tell } from './somebody.ts'

// One story in chapters: each goes on where the one before ended.

let installation: Program
let browser: Browser
let ines: Somebody
let amara: Somebody
let lena: Somebody
/** Address of Amara's journey. */
let journey: string
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program(), launchChromium()])
  ;[ines, amara, lena] = [
    await somebody(browser, installation),
    await somebody(browser, installation),
    await somebody(browser, installation),
  ]
})
let ended = false
beforeEach(() => {
  if (ended) throw new Error('An earlier chapter ended before its end.')
  onTestFailed(() => {
    ended = true
  })
  tell(ines, amara, lena)
})
afterAll(async () => {
  for (const one of [ines, amara, lena]) await one.leave()
  await browser.close()
  await installation.close()
})

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })

async function register(page: Page, name: string, email: string) {
  await page.getByLabel('Name', { exact: true }).fill(name)
  await field(page, 'E-Mail-Adresse').fill(email)
  await page.getByLabel('Passwort', { exact: true }).fill(password)
}

/** The ten codes are shown once, and left behind on purpose. */
async function keepCodes(page: Page) {
  expect(await page.locator('.codes li').count()).toBe(10)
  await follow(page, 'Ich habe sie aufgehoben, weiter')
}

test('Ines opens the set-up link, names the organisation and herself, and keeps her recovery codes', async () => {
  const { page } = ines
  const link = await installation.setupLink()
  await page.goto(link)
  await field(page, 'Name der Organisation').fill('Nordwerk')
  await page.getByLabel('Deutsch (du)').check()
  await register(page, 'Ines Albrecht', 'ines@example.org')
  await press(page, 'Einrichten')
  await keepCodes(page)
  expect(await page.locator('h1').textContent()).toBe('Nordwerk')
  expect((await page.goto(link))?.status()).toBe(404)
})

test('Ines invites Amara, who registers and lands on a quiet page that offers the first act', async () => {
  await ines.page.goto('/organisation')
  await follow(ines.page, 'Jemanden einladen')
  await field(ines.page, 'E-Mail-Adresse').fill('amara@example.org')
  await press(ines.page, 'Einladung machen')
  const link = await ines.page.locator('lotse-copy input').inputValue()

  const { page } = amara
  await page.goto(link)
  await register(page, 'Amara Okafor', 'amara@example.org')
  await press(page, 'Konto anlegen')
  await keepCodes(page)
  await page.waitForURL('**/today')
  await page.getByText('Was beschäftigt dich gerade bei der Arbeit?').waitFor()
  expect((await ines.page.goto(link))?.status()).toBe(410)
})

test('Amara begins inside a question, describes her challenge and starts the first cycle', async () => {
  const { page } = amara
  await follow(page, 'Vorhaben beginnen')
  expect(await page.locator('.first-question').textContent()).toMatch(/\?$/)
  await field(page, 'Deine Antwort').fill('Nach der Übergabe fehlt der Nachtschicht immer etwas.')
  await press(page, 'Vorhaben beginnen')
  journey = new URL(page.url()).pathname
  expect(await field(page, 'Was geschieht, und wo kommst du nicht weiter?').inputValue()).toContain('Nachtschicht')

  await field(page, 'Wie heißt das Vorhaben?').fill('Schichtübergabe ohne Lücken')
  await button(page, 'Erste Runde beginnen').click()
  await page.locator('#problems').waitFor()
  expect(await page.evaluate(() => document.activeElement?.id)).toBe('problems')
  expect(await field(page, 'Wie heißt das Vorhaben?').inputValue()).toBe('Schichtübergabe ohne Lücken')

  await page.getByLabel('Ein Problem').check()
  await field(page, 'Was möchtest du am Ende können?').fill('Wie übergebe ich so, dass niemand nachfragen muss?')
  await page.getByLabel('Zeichen 1', { exact: true }).fill('Die Nachtschicht ruft nicht mehr an.')
  await page.getByRole('radiogroup', { name: 'Lässt sich das durch Lernen lösen?' }).getByLabel('Ja').check()
  await page.getByLabel('Nein, nichts davon').check()
  await page.locator('summary', { hasText: 'Mehr dazu' }).click()
  await field(page, 'Warum ist dir das wichtig?').fill('Ich schlafe schlecht, wenn das Telefon klingelt.')
  await press(page, 'Erste Runde beginnen')
  await page.getByRole('heading', { name: 'Plan für Runde 1' }).waitFor()
  expect(await page.locator('h1').textContent()).toBe('Schichtübergabe ohne Lücken')
})

const step = async (page: Page, what: string, further: () => Promise<unknown> = async () => undefined) => {
  await field(page, 'Wie kann ich vorgehen?').fill(what)
  await page.locator('#step-new-more > summary').click()
  await field(page.locator('#step-new'), 'Bis wann?').fill(inDays(7))
  await further()
  await press(page, 'Schritt hinzufügen')
}
const steps = (page: Page) => page.locator('.sort-item .words:first-child').allTextContents()

test('Amara plans three steps, and orders them by keyboard and by dragging', async () => {
  const { page } = amara
  await field(page, 'Worum geht es in dieser Runde?').fill('Die ersten fünf Minuten der Übergabe')
  await step(page, 'Zwei Übergaben zuhören', () => field(page, 'Was für ein Schritt ist das?').selectOption('shadowing'))
  await step(page, 'Eine Liste entwerfen', () => field(page, 'Was für ein Schritt ist das?').selectOption('self_study'))
  await step(page, 'Mit der Liste übergeben', async () => {
    await field(page, 'Was für ein Schritt ist das?').selectOption('on_the_job_trial')
    await field(page, 'Das brauche ich (1)').fill('Zehn Minuten vor Schichtende')
    await field(page, 'Wenn …').fill('jemand drängt')
    await field(page, '… dann').fill('lese ich die drei Punkte laut')
    await field(page, 'Was wird dabei wohl herauskommen?').fill('Es fehlt höchstens ein Punkt.')
  })
  expect(await steps(page)).toEqual(['Zwei Übergaben zuhören', 'Eine Liste entwerfen', 'Mit der Liste übergeben'])
  await page.getByText('Wenn jemand drängt, dann lese ich die drei Punkte laut.').waitFor()

  await page.getByRole('button', { name: 'Eine Liste entwerfen verschieben' }).press(' ')
  await page.keyboard.press('ArrowUp')
  const kept = page.waitForResponse('**/steps/order')
  await page.keyboard.press(' ')
  await kept
  await page.reload()
  expect(await steps(page)).toEqual(['Eine Liste entwerfen', 'Zwei Übergaben zuhören', 'Mit der Liste übergeben'])

  const handle = (what: string) => page.getByRole('button', { name: `${what} verschieben` })
  await handle('Zwei Übergaben zuhören').scrollIntoViewIfNeeded()
  const [from, to] = [await handle('Zwei Übergaben zuhören').boundingBox(), await handle('Eine Liste entwerfen').boundingBox()]
  await page.mouse.move(from!.x + 5, from!.y + from!.height / 2)
  await page.mouse.down()
  await page.mouse.move(to!.x + 5, to!.y - 4, { steps: 12 })
  const dropped = page.waitForResponse('**/steps/order')
  await page.mouse.up()
  await dropped
  await page.reload()
  expect(await steps(page)).toEqual(['Zwei Übergaben zuhören', 'Eine Liste entwerfen', 'Mit der Liste übergeben'])
})

test('Amara invites Lena by a link; Lena registers and reads nothing until Amara opens', async () => {
  const { page } = amara
  await follow(page, 'Wer begleitet')
  await press(page, 'Einladung machen')
  const link = await page.locator('lotse-copy input').inputValue()

  await lena.page.goto(link)
  await register(lena.page, 'Lena Brandt', 'lena@example.org')
  await press(lena.page, 'Konto anlegen')
  await lena.page.locator('#problems').waitFor()
  await lena.page.getByLabel('Passwort', { exact: true }).fill(password)
  await lena.page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(lena.page, 'Konto anlegen')
  await keepCodes(lena.page)
  await lena.page.getByText('Amara Okafor hat dich eingeladen und schreibt noch am Entwurf eurer Vereinbarung').waitFor()
  expect((await lena.page.goto(journey))?.status()).toBe(404)

  await page.goto('/today')
  await follow(page, /Lena Brandt möchte dich bei .* begleiten/)
  await page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(page, 'Absenden und bestätigen')
  await page.getByText('Es fehlt noch das Ja von Lena Brandt').waitFor()
  await lena.page.goto('/today')
  await follow(lena.page, 'Amara Okafor hat eine Fassung eurer Vereinbarung für dich')
  await press(lena.page, 'Bestätigen')
  await page.getByText('Gilt seit').waitFor()
})

test('Lena reads what was opened to her, and nothing private', async () => {
  const { page } = lena
  await page.goto(journey)
  const text = await page.locator('main').innerText()
  expect(text).toContain('Schichtübergabe ohne Lücken')
  expect(text).toContain('Mit der Liste übergeben')
  expect(await page.content()).not.toContain('Ich schlafe schlecht')
  expect(await page.locator('#plan-form').count()).toBe(0)
})

test('what Lena proposes appears on the page that Amara has open, and disturbs nothing of what she is typing', async () => {
  const { page } = amara
  await page.goto(journey)
  const writing = field(page, 'Wie kann ich vorgehen?')
  await writing.click()
  await page.keyboard.type('Die Meisterin fra')

  await lena.page.locator('#propose-step > summary').click()
  await field(lena.page, 'Was könnte ein nächster Schritt sein?').fill('Eine Übergabe aufnehmen und anhören')
  await field(lena.page, 'Art des Schritts').selectOption('on_the_job_trial')
  await press(lena.page, 'Vorschlagen')
  await page.getByText('Lena Brandt schlägt einen Schritt vor').waitFor()
  await page.keyboard.type('gen')
  expect(await writing.inputValue()).toBe('Die Meisterin fragen')
  expect(await writing.evaluate((field) => field === document.activeElement)).toBe(true)

  await lena.page.locator('#propose-question > summary').click()
  await field(lena.page, 'Deine Frage').fill('Was würde die Nachtschicht zuerst fragen?')
  await sent(lena.page, () => lena.page.locator('#propose-question').getByRole('button', { name: 'Vorschlagen' }).click())
  await page.getByText('Was würde die Nachtschicht zuerst fragen?').waitFor()
  expect(await writing.inputValue()).toBe('Die Meisterin fragen')
})

test('Amara takes the step into her plan and declines the question; Lena sees both', async () => {
  const { page } = amara
  await press(page, 'In den Plan nehmen')
  await page.getByText('von Lena Brandt vorgeschlagen').waitFor()
  expect(await field(page, 'Wie kann ich vorgehen?').inputValue()).toBe('Die Meisterin fragen')
  await field(page, 'Wie kann ich vorgehen?').fill('')
  await press(page, 'Nicht übernehmen')
  expect(await page.locator('#proposals-title').count()).toBe(0)

  await lena.page.locator('#older-proposals > summary').click()
  const older = lena.page.locator('#older-proposals')
  await older.getByText('nicht übernommen').waitFor()
  await older.getByText('angenommen').first().waitFor()
})

test('Amara begins trying, and notes what happens in two taps on a phone', async () => {
  const { page } = amara
  await button(page, 'Mit dem Ausprobieren beginnen').click()
  await page.locator('#problems').waitFor()
  await press(page, 'in zwei Wochen')
  await page.locator('.sort-item', { hasText: 'Eine Übergabe aufnehmen' }).getByRole('link').click()
  await field(page, 'Bis wann?').fill(inDays(9))
  await press(page, 'Schritt speichern')
  await press(page, 'Mit dem Ausprobieren beginnen')
  await page.getByRole('heading', { name: 'Ausprobieren' }).waitFor()

  await page.setViewportSize({ width: 390, height: 844 })
  await page.goto(journey)
  await page.getByRole('link', { name: 'Notiz schreiben' }).click()
  await page.keyboard.type('Beim Zuhören fällt auf: Niemand fragt nach.')
  await press(page, 'Notiz speichern')
  const note = page.locator('.note-card', { hasText: 'Niemand fragt nach.' })
  await note.getByText('Das liest nur du.').waitFor()
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390)
  await page.setViewportSize({ width: 1280, height: 800 })
})

const status = async (page: Page, what: string, to: string) => {
  await page
    .locator('summary')
    .and(page.getByLabel(`Stand ändern: ${what}`))
    .click()
  const one = page.locator('.step', { hasText: what })
  await sent(page, () => one.getByRole('button', { name: to, exact: true }).click())
}

test('Amara evaluates beside what she expected and noted, shares it, and Lena responds', async () => {
  const { page } = amara
  await page.goto(journey)
  await status(page, 'Mit der Liste übergeben', 'teilweise getan')
  await press(page, 'Diese Runde auswerten')
  await page.getByText('Es fehlt höchstens ein Punkt.').first().waitFor()
  await field(page, 'Was ist geschehen?').fill('Zwei Übergaben mit der Liste, eine ohne.')
  await page.locator('#wentWell').getByLabel('Punkt 1').fill('Die Liste lag bereit.')
  await page.locator('#toImprove').getByLabel('Punkt 1').fill('Früher anfangen.')
  await field(page, 'Welchen Satz willst du behalten?').fill('Fünf Minuten vorher reichen.')
  await page.getByLabel('teilweise', { exact: true }).check()
  await page.getByLabel('klappt zum Teil').check()
  await page.locator('.draft-saved').first().waitFor()
  expect(await lena.page.goto(journey).then(() => lena.page.content())).not.toContain('Zwei Übergaben mit der Liste')

  await press(page, 'Auswertung jetzt teilen')
  const theirs = lena.page
  await theirs.getByText('Zwei Übergaben mit der Liste, eine ohne.').waitFor()
  await theirs.reload()
  await field(theirs, 'Auf die Auswertung von Runde 1 antworten').fill('Du hast die Liste selbst gemacht. Was stand nicht darauf?')
  await press(theirs, 'Antwort speichern')
  await page.getByText('Was stand nicht darauf?').waitFor()
})

test('a second cycle takes along what Amara wants of the first', async () => {
  const { page } = amara
  await page.getByLabel('Noch eine Runde').check()
  await press(page, 'So weitermachen')
  await page.getByRole('heading', { name: 'Plan für Runde 2' }).waitFor()
  await press(page, 'Einen Schritt daraus machen: Früher anfangen.')
  expect(await field(page, 'Wie kann ich vorgehen?').inputValue()).toBe('Früher anfangen.')
  await field(page, 'Bis wann?').fill(inDays(5))
  await field(page, 'Was für ein Schritt ist das?').selectOption('on_the_job_trial')
  await press(page, 'Schritt speichern')
  await page.getByText('Anlass').waitFor()
  await field(page, 'Worum geht es in dieser Runde?').fill('Rechtzeitig anfangen')
  await press(page, 'in einer Woche')
  await press(page, 'Mit dem Ausprobieren beginnen')
  await status(page, 'Früher anfangen.', 'getan')
  await press(page, 'Diese Runde auswerten')
})

test('Amara declares it solved once she has the evidence, closes, and a transfer check is agreed', async () => {
  const { page } = amara
  await field(page, 'Was ist geschehen?').fill('Fünf Nächte ohne Anruf.')
  await page.locator('#wentWell').getByLabel('Punkt 1').fill('Ich fange zehn Minuten früher an.')
  await field(page, 'Welchen Satz willst du behalten?').fill('Ruhe entsteht vorher.')
  await page.getByLabel('teilweise', { exact: true }).check()
  await page.getByLabel('klappt allein').check()
  await page.getByLabel('Für gelöst erklären').check()
  await button(page, 'So weitermachen').click()
  await page.locator('#nextMove-error').waitFor()
  expect(await field(page, 'Was ist geschehen?').inputValue()).toBe('Fünf Nächte ohne Anruf.')
  await page.getByLabel('erreicht', { exact: true }).check()
  await press(page, 'So weitermachen')

  await field(page, 'Wie sieht deine Lösung aus?').fill('Drei Punkte, zehn Minuten vorher, laut gelesen.')
  await field(page, 'Was hat den Unterschied gemacht?').fill('Dass ich zuerst zugehört habe.')
  await field(page, 'Was möchtest du Lena Brandt sagen?').fill('Deine Fragen kamen zur rechten Zeit.')
  await page.getByLabel('vielleicht später').check()
  await press(page, 'Als gelöst abschließen')
  await page.getByText('Der Kurs ist im Hafen. Zwei Runden haben hierher geführt.').waitFor()
  await page.getByRole('heading', { name: 'Transfer-Check' }).waitFor()
  await page.goto('/today')
  await page.getByText('Transfer-Check').waitFor()

  await lena.page.goto(journey)
  await lena.page.getByText('Deine Fragen kamen zur rechten Zeit.').waitFor()
})

test('the journey prints without its controls, and is taken along as a document and as data', async () => {
  const { page } = amara
  await page.goto(journey)
  await page.emulateMedia({ media: 'print' })
  const controls = page.locator('main :is(button, input, textarea, select):visible, nav:visible')
  expect(await controls.evaluateAll((shown) => shown.map((one) => one.outerHTML))).toEqual([])
  expect(await page.locator('main').innerText()).toContain('Zwei Übergaben mit der Liste, eine ohne.')
  await page.emulateMedia({ media: 'screen' })

  const [markdown] = await Promise.all([page.waitForEvent('download'), page.getByRole('link', { name: 'Markdown' }).click()])
  const document = await readFile(await markdown.path(), 'utf8')
  expect(document).toContain('# Schichtübergabe ohne Lücken')
  expect(document).toContain('Ich schlafe schlecht')
  const theirs = await lena.context.request.get(`${journey}/export.json`)
  const data = await theirs.text()
  expect(data).toContain('Zwei Übergaben mit der Liste')
  expect(data).not.toContain('Ich schlafe schlecht')
})
