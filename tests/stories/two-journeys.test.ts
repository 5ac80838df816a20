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
  await lena.page.getByText('am Entwurf eurer Vereinbarung wird noch geschrieben').waitFor()
  expect((await lena.page.goto(journey))?.status()).toBe(404)

  await page.goto('/today')
  await follow(page, /Lena Brandt möchte dich bei .* begleiten/)
  await page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(page, 'Absenden und bestätigen')
  await page.getByText('Es fehlt noch das Ja von Lena Brandt').waitFor()
  await lena.page.goto('/today')
  await follow(lena.page, 'Eine Fassung eurer Vereinbarung für dich')
  await press(lena.page, 'Bestätigen')
  await page.getByText('Gilt seit').waitFor()
})

test('the agreement changes once both have said yes, and holds as it was until then', async () => {
  const { page } = amara
  await follow(page, 'Etwas ändern')
  await field(page, 'Lernzeit').fill('freitags nach der Übergabe')
  await press(page, 'Absenden und bestätigen')
  await page.getByText('Bis dahin gilt Fassung 1.').waitFor()
  await lena.page.goto('/today')
  await follow(lena.page, /Fassung eurer Vereinbarung/)
  await lena.page.getByText('Was sich ändert, ist markiert.').waitFor()
  await press(lena.page, 'Bestätigen')
  await page.getByText('Bis dahin gilt').waitFor({ state: 'detached' })
  expect(await page.locator('main').innerText()).toContain('freitags nach der Übergabe')
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
  await field(lena.page.locator('#propose-step'), 'Mit welchem Hut?').selectOption('training')
  await press(lena.page, 'Vorschlagen')
  await page.getByText('Lena Brandt schlägt einen Schritt vor').waitFor()
  await page.getByText('mit dem Trainingshut').waitFor()
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

test('Amara asks Ines, who reads that one question and nothing else, and whose answer appears on the open page', async () => {
  const { page } = amara
  await page.goto(journey)
  await follow(page, 'Jemanden fragen')
  await page.getByRole('searchbox').fill('Ines')
  await press(page, 'Suchen')
  await follow(page, 'Ines Albrecht fragen')
  await field(page, 'Was möchtest du erreichen?').fill('Die Nachtschicht soll von selbst nachfragen.')
  await field(page, 'Was hast du schon versucht?').fill('Gewartet, und es blieb still.')
  await field(page, 'Was möchtest du verstehen?').fill('Warum fragt niemand, obwohl alle es merken?')
  await press(page, 'Frage stellen')
  await page.getByText('Deine Frage ist bei Ines Albrecht.').waitFor()

  await ines.page.goto('/today')
  await follow(ines.page, 'Die Nachtschicht soll von selbst nachfragen.')
  expect(await ines.page.content()).not.toContain('Schichtübergabe ohne Lücken')
  await field(ines.page, 'Deine Antwort').fill('Wer hat dort zuletzt gefragt, und was ist dann geschehen?')
  await press(ines.page, 'Antworten')
  await page.getByText('Wer hat dort zuletzt gefragt').waitFor()
  await press(page, 'Als geklärt ablegen')
  expect((await ines.page.goto(journey))?.status()).toBe(404)
})

const status = async (page: Page, what: string, to: string) => {
  await page
    .locator('summary')
    .and(page.getByLabel(`Stand ändern: ${what}`))
    .click()
  const one = page.locator('.step', { hasText: what })
  await sent(page, () => one.getByRole('button', { name: to, exact: true }).click())
}

interface Told {
  happened: string
  wentWell: string
  insight: string
  progress: 'klappt zum Teil' | 'klappt allein'
  sign: 'teilweise' | 'erreicht'
}

/** Fills the review of the cycle, as somebody who took the lead in everything. */
async function review(page: Page, { happened, wentWell, insight, progress, sign }: Told) {
  await field(page, 'Was ist geschehen?').fill(happened)
  await page.locator('#wentWell').getByLabel('Punkt 1').fill(wentWell)
  await field(page, 'Welchen Satz willst du behalten?').fill(insight)
  await page.getByLabel(sign, { exact: true }).check()
  await page.getByLabel(progress).check()
  await page.locator('[name=confidenceNow][value="7"]').check()
  await page.locator('#review-more > summary').click()
  for (const lead of await page.locator('[name^="lead."][value=learner]').all()) await lead.check()
}

test('Amara evaluates beside what she expected and noted, shares it, and Lena responds', async () => {
  const { page } = amara
  await page.goto(journey)
  await status(page, 'Mit der Liste übergeben', 'teilweise getan')
  await press(page, 'Diese Runde auswerten')
  await page.getByText('Es fehlt höchstens ein Punkt.').first().waitFor()
  await page.locator('#toImprove').getByLabel('Punkt 1').fill('Früher anfangen.')
  await review(page, {
    happened: 'Zwei Übergaben mit der Liste, eine ohne.',
    wentWell: 'Die Liste lag bereit.',
    insight: 'Fünf Minuten vorher reichen.',
    progress: 'klappt zum Teil',
    sign: 'teilweise',
  })
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

/** One step at work, planned and tried: everything between a plan and its review. */
async function throughTheCycle(page: Page, { what, focus }: { what: string; focus: string }) {
  await step(page, what, () => field(page, 'Was für ein Schritt ist das?').selectOption('on_the_job_trial'))
  await field(page, 'Worum geht es in dieser Runde?').fill(focus)
  await press(page, 'in einer Woche')
  await press(page, 'Mit dem Ausprobieren beginnen')
  await status(page, what, 'getan')
  await press(page, 'Diese Runde auswerten')
}

const goOn = async (page: Page, move: string) => {
  await page.getByLabel(move).check()
  await press(page, 'So weitermachen')
}

test('a second cycle takes along what Amara wants of the first', async () => {
  const { page } = amara
  await goOn(page, 'Noch eine Runde')
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
  await page.locator('#toImprove').getByLabel('Punkt 1').fill('Auch ohne mich.')
  await review(page, {
    happened: 'Drei Nächte ohne Anruf.',
    wentWell: 'Ich war als Erste da.',
    insight: 'Zeit ist die halbe Übergabe.',
    progress: 'klappt zum Teil',
    sign: 'teilweise',
  })
  await goOn(page, 'Noch eine Runde')
})

const levelOn = ({ page }: Somebody) => page.locator('[id^=support-] > summary').innerText()

test('the signals say what they counted and suggest a little less support, which holds for one cycle once both agree', async () => {
  const { page } = amara
  await page.getByText('Vorschlag aus den letzten Runden').waitFor()
  await page.getByText('Von „eng begleitet“ zu „regelmäßig begleitet“').waitFor()
  await lena.page.goto(journey)
  await press(page, 'Eine Runde ausprobieren')
  await page.getByText('Wartet auf Lena Brandt.').waitFor()
  expect(await levelOn(amara)).toContain('eng begleitet')
  await lena.page.getByText('für eine Runde auf Probe').first().waitFor()
  await press(lena.page, 'Einverstanden')
  for (const one of [amara, lena]) {
    await one.page.goto(journey)
    expect(await levelOn(one)).toContain('regelmäßig begleitet')
  }
  await page.locator('[id^=support-] > summary').click()
  await page.locator('#signals > summary').click()
  await page.getByText('1 von 1 Schritten hast du selbst geplant.').waitFor()
})

test('Amara declares it solved once she has the evidence, and says whether the support on trial was right', async () => {
  const { page } = amara
  await throughTheCycle(page, { what: 'Einmal nicht dabei sein', focus: 'Die Übergabe trägt ohne mich' })
  await review(page, {
    happened: 'Fünf Nächte ohne Anruf.',
    wentWell: 'Ich fange zehn Minuten früher an.',
    insight: 'Ruhe entsteht vorher.',
    progress: 'klappt allein',
    sign: 'teilweise',
  })
  await page.getByLabel('Für gelöst erklären').check()
  await button(page, 'So weitermachen').click()
  await page.locator('#nextMove-error').waitFor()
  expect(await field(page, 'Was ist geschehen?').inputValue()).toBe('Fünf Nächte ohne Anruf.')
  await page.getByLabel('erreicht', { exact: true }).check()
  await press(page, 'So weitermachen')

  await page.getByText('War die Unterstützung passend?').waitFor()
  await press(page, 'Sie war passend')
  expect(await levelOn(amara)).toContain('regelmäßig begleitet')
})

/** Closes as solved; the rest of what one can say there stays empty. */
async function closeSolved(page: Page, { solution, difference }: { solution: string; difference: string }) {
  await field(page, 'Wie sieht deine Lösung aus?').fill(solution)
  await field(page, 'Was hat den Unterschied gemacht?').fill(difference)
  await page.getByLabel('vielleicht später').check()
  await press(page, 'Als gelöst abschließen')
}

test('the journey ends in the harbour, and a transfer check is agreed', async () => {
  const { page } = amara
  await field(page, 'Was möchtest du Lena Brandt sagen?').fill('Deine Fragen kamen zur rechten Zeit.')
  await closeSolved(page, {
    solution: 'Drei Punkte, zehn Minuten vorher, laut gelesen.',
    difference: 'Dass ich zuerst zugehört habe.',
  })
  await page.getByText('Der Kurs ist im Hafen. Drei Runden haben hierher geführt.').waitFor()
  await page.getByRole('heading', { name: 'Transfer-Check' }).waitFor()
  await page.goto('/today')
  await page.getByText('Transfer-Check').waitFor()

  await lena.page.goto(journey)
  await lena.page.getByText('Deine Fragen kamen zur rechten Zeit.').waitFor()
})

test('Amara says how she got on with something new: what came of it is for both, what it was for her alone', async () => {
  const { page } = amara
  await page.goto(journey)
  await page.locator('#transfer-early > summary').click()
  await page.locator('[name=metNewChallenge][value=yes]').check()
  await field(page, 'Was war das?').fill('Eine Schicht in der fremden Halle, ohne Einweisung.')
  await page.locator('[name=progress][value="3"]').check()
  await page.locator('[name=supportUsed][value=peer]').check()
  await press(page, 'Antworten')
  await page.getByText('Etwas Neues kam, und es ging ohne Begleitung.').waitFor()
  await page.getByText('Eine Schicht in der fremden Halle').waitFor()
  await press(page, 'Noch einmal fragen lassen')
  await page.getByRole('heading', { name: 'Zweiter Transfer-Check' }).waitFor()

  await lena.page.goto(journey)
  await lena.page.getByText('Etwas Neues kam, und es ging ohne Begleitung.').waitFor()
  expect(await lena.page.content()).not.toContain('fremden Halle')
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

test('the next journey begins with half a sentence, and its first cycle is gone alone', async () => {
  const { page } = amara
  await page.goto('/journeys/new')
  await field(page, 'Deine Antwort').fill('In der Planungsrunde nicke ich,')
  await press(page, 'Vorhaben beginnen')
  journey = new URL(page.url()).pathname
  await field(page, 'Wie heißt das Vorhaben?').fill('In der Planungsrunde widersprechen')
  await page.getByLabel('Ein Problem').check()
  await field(page, 'Was möchtest du am Ende können?').fill('Wie sage ich Nein, ohne dass jemand das Gesicht verliert?')
  await page.getByLabel('Zeichen 1', { exact: true }).fill('Ein Termin verschiebt sich, weil ich etwas gesagt habe.')
  await page.getByRole('radiogroup', { name: 'Lässt sich das durch Lernen lösen?' }).getByLabel('Ja').check()
  await page.getByLabel('Nein, nichts davon').check()
  await press(page, 'Erste Runde beginnen')
  await throughTheCycle(page, { what: 'Einmal laut nachfragen', focus: 'Eine Frage statt eines Nickens' })
  await page.locator('#toImprove').getByLabel('Punkt 1').fill('Nicht erst am Ende.')
  await review(page, {
    happened: 'Ich habe gefragt, und es wurde still.',
    wentWell: 'Ich habe die Stille ausgehalten.',
    insight: 'Stille ist keine Antwort.',
    progress: 'klappt zum Teil',
    sign: 'teilweise',
  })
  await goOn(page, 'Noch eine Runde')
  expect(await page.locator('[id^=support-]').count()).toBe(0)
})

test('Lena comes along again, on call and from now on: the cycle before stays with Amara', async () => {
  const { page } = amara
  await follow(page, 'Wer begleitet')
  await press(page, 'Einladung machen')
  await lena.page.goto(await page.locator('lotse-copy input').inputValue())
  await lena.page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(lena.page, /annehmen|begleiten/i)

  await page.goto('/today')
  await follow(page, /Lena Brandt möchte dich bei .* begleiten/)
  await follow(page, 'Erst etwas ändern')
  await page.getByLabel('auf Zuruf').check()
  await page.getByLabel('wenn die lernende Person es möchte').check()
  await page.getByLabel('Runde 1: Schritte, geöffnete Notizen, Auswertung').uncheck()
  await page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(page, 'Absenden und bestätigen')
  await lena.page.goto('/today')
  await follow(lena.page, 'Eine Fassung eurer Vereinbarung für dich')
  await press(lena.page, 'Bestätigen')

  await lena.page.goto(journey)
  expect(await levelOn(lena)).toContain('auf Zuruf')
  expect(await lena.page.content()).not.toContain('es wurde still')
})

test('what Amara writes into her journal on the way stays with her', async () => {
  const { page } = amara
  await page.goto(journey)
  await follow(page, 'Tagebuch dazu')
  await follow(page, 'Etwas aufschreiben')
  await page.locator('#text-1').fill('Mir war heiß, und ich habe trotzdem gefragt.')
  await press(page, 'Ins Tagebuch schreiben')
  await page.getByText('Mir war heiß').first().waitFor()
  await lena.page.goto(journey)
  expect(await lena.page.content()).not.toContain('Mir war heiß')
})

test('Amara asks for more support, and it holds at once, without anybody agreeing', async () => {
  const { page } = amara
  await page.goto(journey)
  await page.locator('[id^=support-] > summary').click()
  await page.locator('[id^=more-] > summary').click()
  await field(page, 'Wo?').selectOption('plan')
  await press(page, 'Mehr Unterstützung holen')
  await page.getByText('Ab jetzt wird enger begleitet.').waitFor()
  for (const one of [amara, lena]) {
    await one.page.goto(journey)
    expect(await levelOn(one)).toContain('auf Zuruf, enger beim Planen')
  }
})

test('it is solved with less support than the first time', async () => {
  const { page } = amara
  await throughTheCycle(page, { what: 'Als Zweite sprechen', focus: 'Früh widersprechen' })
  await review(page, {
    happened: 'Der Termin liegt jetzt eine Woche später.',
    wentWell: 'Ich habe zuerst gesagt, was dafür spricht.',
    insight: 'Ein Nein braucht einen Vorschlag.',
    progress: 'klappt allein',
    sign: 'erreicht',
  })
  await goOn(page, 'Für gelöst erklären')
  await closeSolved(page, {
    solution: 'Als Zweite sprechen, mit einem Gegenvorschlag.',
    difference: 'Dass ich es vorher laut gesagt habe.',
  })
  await page.getByText('Zwei Runden haben hierher geführt. Es klappt allein.').waitFor()
})

test('weeks later the day asks, and where nothing new has come the question comes again', async () => {
  const { page } = amara
  await installation.owner.query('update transfer_check set due_on = current_date where state = $1', ['open'])
  await page.goto('/today')
  await follow(page, 'In der Planungsrunde widersprechen')
  await page.locator('[name=metNewChallenge][value=not_yet]').check()
  await press(page, 'Antworten')
  await page.getByText('Beim letzten Mal war noch nichts Neues dabei.').waitFor()
})

test('over time Amara sees both courses side by side and how the support drew away, and Lena sees nothing of it', async () => {
  const { page } = amara
  await page.goto('/journeys')
  await follow(page, 'Wie du lernst, über die Zeit')
  expect(await page.locator('.voyage').count()).toBe(2)
  const [first, second] = await page.locator('.voyage').allInnerTexts()
  await page.getByText('Beim ersten Mal eng begleitet, zuletzt auf Zuruf.').waitFor()
  expect(first).toContain('erst eng begleitet, am Ende regelmäßig begleitet')
  expect(first).toContain('Etwas Neues kam, und du bist allein weitergekommen.')
  expect(first).toContain('Die Frage kommt noch einmal.')
  expect(second).toContain('auf Zuruf')
  expect(second).toContain('Der Transfer-Check kommt noch.')
  await lena.page.goto('/over-time')
  expect(await lena.page.locator('main').innerText()).not.toMatch(/Schichtübergabe|Planungsrunde/)
})
