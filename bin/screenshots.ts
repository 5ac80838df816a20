import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { createServer } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createInterface } from 'node:readline'
import type { Browser, BrowserContextOptions, Page } from 'playwright-core'
import { launchChromium } from '../tests/chromium.ts'
import { root } from './console.ts'
import { people } from './demo/world.ts'

/* The pictures of the README, taken from the demo world in a directory that is gone afterwards. */

const pictures = join(root, 'docs/pictures')
const journey = 'Schichtübergabe'

const directory = await mkdtemp(join(tmpdir(), 'lotse-pictures-'))
const port = await freePort()
const demo = spawn(process.execPath, ['bin/demo.ts'], {
  cwd: root,
  env: { ...process.env, DATA_DIR: directory, PORT: String(port) },
  stdio: ['ignore', 'pipe', 'inherit'],
})
const ended = once(demo, 'close')
try {
  const password = await passwordOnceReady()
  const browser = await launchChromium()
  await mkdir(pictures, { recursive: true })
  await pictureOfJourney(browser, password)
  await pictureOfNote(browser, password)
  await browser.close()
} finally {
  demo.kill('SIGTERM')
  await ended
  await rm(directory, { recursive: true, force: true })
}

async function pictureOfJourney(browser: Browser, password: string) {
  const page = await journeyPage(browser, password, { viewport: { width: 1440, height: 960 }, colorScheme: 'light' })
  await take(page, 'journey.png')
}

async function pictureOfNote(browser: Browser, password: string) {
  const phone: BrowserContextOptions = { viewport: { width: 390, height: 780 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true }
  const page = await journeyPage(browser, password, { ...phone, colorScheme: 'dark' })
  await page.locator('.note-anchor').click()
  await page.locator('#text').fill('Die Nachtschicht hat ohne mich angefangen. Sieben Minuten, alle drei Spalten.')
  await page.locator('#text').blur()
  await page.locator('.quick-note').evaluate((note) => note.scrollIntoView({ block: 'center' }))
  await take(page, 'note.png')
}

/** The journey of the demo world as its learner sees it, in German. */
async function journeyPage(browser: Browser, password: string, options: BrowserContextOptions): Promise<Page> {
  const context = await browser.newContext({ ...options, locale: 'de-DE', timezoneId: 'Europe/Berlin', reducedMotion: 'reduce' })
  const page = await context.newPage()
  await page.goto(`http://localhost:${port}/sign-in?back=${encodeURIComponent('/journeys')}`)
  await page.locator('[name=email]').fill(people.amara.email)
  await page.locator('[name=password]').fill(password)
  await page.locator('[name=password]').press('Enter')
  await page.getByRole('link', { name: journey }).click()
  await page.locator('.course-full').waitFor()
  await page.evaluate(() => document.fonts.ready)
  return page
}

async function take(page: Page, name: string) {
  await page.screenshot({ path: join(pictures, name), caret: 'hide' })
  console.log(`docs/pictures/${name}`)
}

async function passwordOnceReady(): Promise<string> {
  for await (const line of createInterface(demo.stdout)) {
    const password = /^Everybody's password: (.+)$/.exec(line)?.[1]
    if (password) return password
  }
  throw new Error('The demo world ended before it could be shown.')
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1')
  await once(server, 'listening')
  const { port: free } = server.address() as { port: number }
  server.close()
  return free
}
