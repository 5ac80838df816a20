import { spawnSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { access, chmod, constants, mkdir, mkdtemp, readFile, rename, rm } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { tmpdir } from 'node:os'
import { dirname, join } from 'node:path'
import { type Browser, type BrowserContext, chromium, type LaunchOptions } from 'playwright-core'

/** Nothing that looks up hosts on the network: a test machine may be cut off from it. */
const args = [
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
const ofTheSystem = ['chromium', 'chromium-browser', 'google-chrome-stable', 'google-chrome'].map((name) => join('/usr/bin', name))
const modules = join(import.meta.dirname, '../node_modules')

type Candidate = { name: string; options: () => Promise<LaunchOptions | undefined> }

const candidates: Candidate[] = [
  { name: 'LOTSE_CHROMIUM', options: async () => at(process.env.LOTSE_CHROMIUM) },
  { name: "npm's", options: unpacked },
  { name: "Playwright's own", options: async () => at(chromium.executablePath()) },
  { name: "the system's", options: async () => at(ofTheSystem.find((path) => existsSync(path))) },
  {
    name: "the system's, installed now",
    options: async () => (installed() ? at(ofTheSystem.find((path) => existsSync(path))) : undefined),
  },
]

/**
 * The first Chromium that starts on this machine, headless; root and ordinary users get one without any preparation. First the one that the project
 * pins: the same everywhere, and made to run without a screen, which takes a third less of the processors than a whole browser. Close it afterwards.
 */
export async function launchChromium(): Promise<Browser> {
  const failures: string[] = []
  for (const { name, options } of candidates) {
    try {
      const found = await options()
      if (found) return await chromium.launch({ ...found, args: [...args, ...(found.args ?? [])] })
    } catch (error) {
      failures.push(`${name}: ${(error as Error).message.split('\n')[0]}`)
    }
  }
  throw new Error(`No Chromium starts on this machine. Install one, or set LOTSE_CHROMIUM to its path.\n${failures.join('\n')}`)
}

/**
 * Whatever goes wrong in the pages of a context, as it comes: errors of their scripts, and what the content security policy refused. A transition
 * between two pages that the browser leaves out, under whichever of its names for that, is no complaint: the page is there.
 */
export function complaintsIn(context: BrowserContext): string[] {
  const complaints: string[] = []
  const isTransition = /ViewTransition|transition was (aborted|skipped)|view transition aborted/i
  context.on('weberror', (error) => !isTransition.test(String(error.error())) && complaints.push(String(error.error())))
  context.on('console', (message) => message.text().includes('Content Security Policy') && complaints.push(message.text()))
  return complaints
}

const at = (executablePath: string | undefined): LaunchOptions | undefined =>
  executablePath && existsSync(executablePath) ? { executablePath } : undefined

/** The browser that an npm package carries, compressed, with the libraries that a bare machine lacks. */
async function unpacked(): Promise<LaunchOptions> {
  const packaged = dirname(dirname(createRequire(import.meta.url).resolve('@sparticuz/chromium')))
  const { version } = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const place = join(await cacheDirectory(), `chromium-${version}`)
  if (!existsSync(place)) {
    const half = await mkdtemp(`${place}-`)
    await unpackInto(half, join(packaged, 'bin'))
    for (const path of [half, join(half, 'chromium')]) await chmod(path, 0o755)
    await rename(half, place).catch(() => rm(half, { recursive: true, force: true }))
  }
  const env = { ...process.env, LD_LIBRARY_PATH: join(place, 'al2023/lib'), FONTCONFIG_PATH: join(place, 'fonts') } as Record<
    string,
    string
  >
  // It was made without speech, and asked whether the device understands any it ends the page.
  return { executablePath: join(place, 'chromium'), env, args: ['--disable-blink-features=OnDeviceWebSpeechAvailable'] }
}

async function cacheDirectory(): Promise<string> {
  const shared = join(modules, '.cache')
  const own = join(tmpdir(), `lotse-cache-${process.getuid?.()}`)
  for (const path of [shared, own]) {
    const usable = await mkdir(path, { recursive: true, mode: 0o755 })
      .then(() => access(path, constants.W_OK))
      .then(
        () => true,
        () => false,
      )
    if (usable) return path
  }
  throw new Error('no directory for it can be written')
}

/** The package unpacks into the temporary directory of whoever asks; there, another user's copy could lie. */
async function unpackInto(directory: string, packs: string) {
  const { default: packaged, inflate } = await import('@sparticuz/chromium')
  const before = process.env.TMPDIR
  process.env.TMPDIR = directory
  try {
    await packaged.executablePath(packs)
    await inflate(join(packs, 'al2023.tar.br'))
  } finally {
    if (before === undefined) delete process.env.TMPDIR
    else process.env.TMPDIR = before
  }
}

function installed(): boolean {
  if (process.getuid?.() !== 0) return false
  const apt = (...parameters: string[]) =>
    spawnSync('apt-get', ['-qq', ...parameters], { stdio: 'ignore', env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }).status ===
    0
  return apt('update') && apt('install', '-y', '--no-install-recommends', 'chromium')
}
