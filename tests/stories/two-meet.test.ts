import type { Browser, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { violations } from '../axe.ts'
import { launchChromium } from '../chromium.ts'
import { type Program, program } from './program.ts'
import { field, follow, press, type Somebody, sent, signIn, somebody, tell } from './somebody.ts'

let installation: Program
let browser: Browser
let [amara, lena] = [] as unknown as [Somebody, Somebody]
beforeAll(async () => {
  ;[installation, browser] = await Promise.all([program({ demo: true }), launchChromium()])
  ;[amara, lena] = await Promise.all([somebody(browser, installation), somebody(browser, installation)])
  await Promise.all([signIn(amara.page, 'amara'), signIn(lena.page, 'lena')])
})
afterAll(async () => {
  for (const one of [amara, lena]) await one.leave()
  await browser.close()
  await installation.close()
})

const notes = (page: Page) => page.locator('textarea[name=notes]')
const journeyInPlan = async () => {
  const { rows } = await installation.owner.query(
    `update journey set phase = 'plan' from person where person.id = learner_id and person.name like 'Amara%' and phase = 'try'
     returning '/journeys/' || journey.id as path`,
  )
  return rows[0].path as string
}

test('Amara and Lena find a time, meet, write at once, change hats, agree on something, and it stands in the plan', async () => {
  tell(amara, lena)
  const journey = await journeyInPlan()
  const [learner, other] = [amara.page, lena.page]

  // Lena proposes two times.
  await other.goto(`/sessions/new?journey=${journey.split('/').at(-1)}`)
  await other.locator('[name=time]').nth(0).fill('2030-05-06T10:00')
  await other.locator('[name=time]').nth(1).fill('2030-05-07T15:30')
  await field(other, 'Wie heißt das Treffen?').fill('Wie weiter mit der dritten Frage')
  await press(other, 'Einladen')
  const address = new URL(other.url()).pathname

  // Amara says which one suits, Lena takes it.
  await learner.goto('/today')
  await follow(learner, /Wie weiter mit der dritten Frage/)
  const second = learner.locator('.proposed-time').nth(1)
  await second.getByLabel('Ja', { exact: true }).check()
  await press(learner, /Antworten/)
  await other.reload()
  await sent(other, () =>
    other
      .locator('.proposed-time')
      .nth(1)
      .getByRole('button', { name: /Diese Zeit nehmen/ })
      .click(),
  )
  await learner.getByText('Dienstag, 7. Mai 2030, 15:30 bis 16:30 Uhr').first().waitFor()

  // They meet: Amara begins, and Lena's page knows.
  await learner.goto(address)
  await press(learner, 'Treffen beginnen')
  await other.getByText('Das Treffen läuft seit').waitFor()

  // Both write at the same time; nothing is lost, and both see the same.
  await notes(learner).pressSequentially('Amara: die Stimme davor. ', { delay: 5 })
  await notes(other).focus()
  await Promise.all([
    notes(learner).pressSequentially('Drei Übergaben lang üben.', { delay: 15 }),
    notes(other).pressSequentially('Lena: was wäre, wenn Ute nur zuhört? ', { delay: 15 }),
  ])
  await expect.poll(async () => (await notes(learner).inputValue()) === (await notes(other).inputValue()), { timeout: 60_000 }).toBe(true)
  const together = await notes(other).inputValue()
  for (const words of ['die Stimme davor.', 'was wäre, wenn Ute nur zuhört?']) expect(together).toContain(words)
  expect([...together].length).toBe([...'Amara: die Stimme davor. Drei Übergaben lang üben.Lena: was wäre, wenn Ute nur zuhört? '].length)

  // Lena asks for another hat; Amara sees it at once and says yes with one tap.
  await follow(other, 'Hut wechseln')
  await other.getByLabel(/Coaching/).check()
  await field(other, 'Wofür?').fill('Was die dritte Frage so schwer macht')
  await press(other, 'Fragen')
  await learner.getByText('Lena Brandt möchte den Hut Coaching aufsetzen').waitFor()
  expect(await violations(learner)).toEqual([])
  await press(learner, 'Einverstanden')
  await other.getByText('Du hast den Hut Coaching auf').waitFor()
  await press(other, 'Zurück zur Lernbegleitung')
  await learner.getByText('Gerade: Lernbegleitung').waitFor()

  // What Lena writes down stands on Amara's page, and in one tap in her plan.
  await field(other, 'Was ist vereinbart?').fill('Die dritte Frage zuerst stellen')
  await press(other, 'Festhalten')
  await learner.getByText('Die dritte Frage zuerst stellen').waitFor()
  await press(learner, /Als Schritt in meinen Plan/)
  await learner.getByText('Das steht jetzt als Schritt im Plan.').waitFor()
  await press(learner, 'Treffen beenden')
  expect(await violations(learner)).toEqual([])
  await learner.goto(journey)
  expect(await learner.getByText('Die dritte Frage zuerst stellen').count()).toBeGreaterThan(0)
})

test('what is written without a connection survives a reload and joins what the other wrote meanwhile', async () => {
  tell(amara, lena)
  const { rows } = await installation.owner.query(
    `select '/sessions/' || id as path from session where state = 'planned' and journey_id is not null`,
  )
  const [one, two] = await Promise.all([amara.another(rows[0].path), lena.another(rows[0].path)])
  await notes(one).pressSequentially('Erster Satz. ')
  await expect.poll(() => notes(two).inputValue()).toBe('Erster Satz. ')
  await amara.context.setOffline(true)
  await notes(one).pressSequentially('Im Zug geschrieben.')
  await one.getByText('ohne Verbindung').first().waitFor()
  await notes(two).focus()
  await notes(two).press('Control+Home')
  await notes(two).pressSequentially('Lenas Anfang. ')
  // The tab goes before anything could be sent.
  await one.close()
  await amara.context.setOffline(false)
  const again = await amara.another(rows[0].path)
  const both = 'Lenas Anfang. Erster Satz. Im Zug geschrieben.'
  await expect.poll(() => notes(again).inputValue(), { timeout: 60_000 }).toBe(both)
  await expect.poll(() => notes(two).inputValue(), { timeout: 60_000 }).toBe(both)
  const kept = () => again.evaluate(() => Object.keys(localStorage).filter((key) => key.includes('shared-texts')))
  await expect.poll(kept).toEqual([])
  await notes(two).press('Control+z')
  await expect.poll(() => notes(again).inputValue(), { timeout: 60_000 }).toBe('Erster Satz. Im Zug geschrieben.')
})
