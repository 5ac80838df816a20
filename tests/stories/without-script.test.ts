import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { button, field, follow, press, sent, signIn, somebody } from './somebody.ts'

let installation: Program
let browser: Browser
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
})
afterAll(async () => {
  await browser.close()
  await installation.close()
})

const plain = { javaScriptEnabled: false }
const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toLocaleDateString('sv-SE', { timeZone: 'Europe/Berlin' })

test('a journey goes from a half-sentence to solved without any script, with Lena beside it', async () => {
  const [amara, lena] = [await somebody(browser, installation, plain), await somebody(browser, installation, plain)]
  const { page } = amara
  await signIn(page, 'amara')
  await page.goto('/journeys/new')
  await press(page, 'eine andere Frage')
  await field(page, 'Deine Antwort').fill('Im Kundengespräch rede ich zu viel.')
  await press(page, 'Vorhaben beginnen')
  const journey = new URL(page.url()).pathname

  await field(page, 'Wie heißt das Vorhaben?').fill('Zuhören im Kundengespräch')
  await press(page, 'Erste Runde beginnen')
  expect(await page.locator('#problems').innerText()).toContain('Alles, was du geschrieben hast, steht noch da.')
  expect(await field(page, 'Wie heißt das Vorhaben?').inputValue()).toBe('Zuhören im Kundengespräch')
  await page.getByLabel('Eine Aufgabe').check()
  await field(page, 'Was möchtest du am Ende können?').fill('Wie frage ich so, dass andere erzählen?')
  await field(page, 'Zeichen 1').first().fill('Kundinnen reden länger als ich.')
  await page.getByRole('radiogroup', { name: 'Lässt sich das durch Lernen lösen?' }).getByLabel('Ja').check()
  await page.getByLabel('Nein, nichts davon').check()
  await press(page, 'Erste Runde beginnen')

  for (const what of ['Ein Gespräch beobachten', 'Ein Gespräch mit drei Fragen führen']) {
    await field(page, 'Wie kann ich vorgehen?').fill(what)
    await page.locator('#step-new-more > summary').click()
    await field(page, 'Bis wann?').fill(inDays(6))
    await field(page, 'Was für ein Schritt ist das?').selectOption('on_the_job_trial')
    await press(page, 'Schritt hinzufügen')
  }
  await press(page, 'Ein Gespräch mit drei Fragen führen nach oben')
  expect(await page.locator('.sort-item .words:first-child').first().textContent()).toBe('Ein Gespräch mit drei Fragen führen')

  await follow(page, 'Wer begleitet')
  await press(page, 'Einladung machen')
  const link = await page.locator('lotse-copy input').inputValue()
  await signIn(lena.page, 'lena')
  await lena.page.goto(link)
  await lena.page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(lena.page, 'Einladung annehmen')
  await page.reload()
  await page.goto(`${journey}/agreement`)
  await page.getByLabel('Niemand von uns beiden ist der anderen Person vorgesetzt.').check()
  await press(page, 'Absenden und bestätigen')
  await lena.page.goto(`${journey}/agreement`)
  await press(lena.page, 'Bestätigen')
  await lena.page.goto(journey)
  await lena.page.locator('#propose-question > summary').click()
  await field(lena.page, 'Deine Frage').fill('Woran merkst du, dass jemand fertig ist?')
  await sent(lena.page, () => lena.page.locator('#propose-question').getByRole('button', { name: 'Vorschlagen' }).click())

  await page.goto(journey)
  await press(page, 'Frage behalten')
  await field(page, 'Worum geht es in dieser Runde?').fill('Drei Fragen')
  await press(page, 'in zwei Wochen')
  await press(page, 'Mit dem Ausprobieren beginnen')
  await field(page, 'Was ist gerade geschehen?').fill('Es war lange still, und dann kam das Wichtige.')
  await press(page, 'Notiz speichern')
  await page.getByLabel('Stand ändern: Ein Gespräch mit drei Fragen führen').click()
  await sent(page, () => page.locator('.step').first().getByRole('button', { name: 'getan', exact: true }).click())
  await press(page, 'Diese Runde auswerten')

  await field(page, 'Was ist geschehen?').fill('Ein Gespräch, drei Fragen.')
  await page.locator('#wentWell').getByLabel('Punkt 1').fill('Ich habe die Stille ausgehalten.')
  await field(page, 'Welchen Satz willst du behalten?').fill('Stille arbeitet.')
  await page.getByLabel('erreicht', { exact: true }).check()
  await page.getByLabel('klappt allein').check()
  await page.getByLabel('Für gelöst erklären').check()
  await press(page, 'So weitermachen')
  await field(page, 'Wie sieht deine Lösung aus?').fill('Drei Fragen, dann warten.')
  await field(page, 'Was hat den Unterschied gemacht?').fill('Zuschauen.')
  await page.getByRole('radiogroup', { name: 'Möchtest du daraus eine Lerngeschichte' }).getByLabel('nein').check()
  await press(page, 'Als gelöst abschließen')
  await page.getByText('Der Kurs ist im Hafen. Eine Runde hat hierher geführt.').waitFor()

  await lena.page.goto(journey)
  await field(lena.page, 'Auf die Auswertung von Runde 1 antworten').fill('Du hast gewartet. Was hat dir dabei geholfen?')
  await press(lena.page, 'Antwort speichern')
  await page.reload()
  await page.locator('summary', { hasText: 'Runde 1' }).click()
  await page.getByText('Was hat dir dabei geholfen?').waitFor()
  await amara.leave()
  await lena.leave()
})

test('whatever can be chosen, ended and removed can be so without script', async () => {
  const { page, leave } = await somebody(browser, installation, plain)
  await signIn(page, 'amara')
  await page.goto('/settings')
  await page.locator('[name=theme][value=dark]').check()
  await sent(page, () => button(page, 'Speichern').click())
  expect(await page.locator('html').getAttribute('data-theme')).toBe('dark')

  const { rows } = await installation.owner.query(
    `select journey.id from journey join person on person.id = learner_id where phase = 'try' and status = 'active' and person.name like 'Amara%'`,
  )
  const journey = `/journeys/${rows[0].id}`
  await page.goto(journey)
  const note = await page.locator('.note-card').first().locator('.words').innerText()
  await press(page, /^Notiz entfernen/)
  expect(await page.locator('.note-card', { hasText: note }).count()).toBe(0)
  await press(page, 'Rückgängig machen')
  expect(await page.locator('.note-card', { hasText: note }).count()).toBe(1)

  await page.goto(`${journey}/ending`)
  await page.locator('#pause > summary').click()
  await press(page, 'Ruhen lassen')
  await page.getByRole('heading', { name: 'Das Vorhaben ruht' }).waitFor()
  await press(page, 'Wieder aufnehmen')
  await page.getByRole('heading', { name: 'Ausprobieren' }).waitFor()

  await page.goto('/settings/sign-ins')
  await press(page, 'Hier abmelden')
  expect(new URL(page.url()).pathname).toBe('/sign-in')
  expect((await page.goto(journey))?.url()).toContain('/sign-in')
  await leave()
})
