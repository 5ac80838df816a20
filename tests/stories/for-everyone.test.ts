import type { Browser } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { launchChromium } from '../chromium.ts'
import { owed, owedEverywhere, still } from './owed.ts'
import { type Program, program } from './program.ts'
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

/** What is the same for everybody is looked at with the eyes of whoever learns, and of a visitor. */
const ofAll = /^\/(settings|quickscan)/

test('every page that a visitor finds is for everyone, and what a wrong address shows', async () => {
  const from = ['/', '/sign-in', '/password', '/setup?token=gone', '/invitation/gone', '/nowhere']
  await owedEverywhere(browser, installation, { from })
})

test('so are the pages of whoever administers, and those that are still empty', async () => {
  const from = ['/today', '/journeys', '/organisation', '/organisation/invitations']
  const read = await owedEverywhere(browser, installation, { name: 'ines', from, except: ofAll })
  expect(read.length).toBeGreaterThan(20)
})

test('so are forms that ask for more', async () => {
  const { page, leave } = await somebody(browser, installation, still)
  await page.goto('/sign-in')
  await field(page, 'E-Mail-Adresse').fill('amara')
  await page.locator('main form button').first().click()
  await page.locator('#problems').waitFor()
  expect(await owed(page)).toEqual([])
  await signIn(page, 'jonas')
  await installation.owner.query(`update person set locale = 'de' where name like 'Jonas%'`)
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
