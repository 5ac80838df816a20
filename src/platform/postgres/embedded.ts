import type { ChildProcess } from 'node:child_process'
import { constants } from 'node:fs'
import { access, mkdir, readFile, rm, stat } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { setTimeout as pause } from 'node:timers/promises'
import pg from 'pg'
import { StartRefused } from '../start-refused.ts'
import { accountForPostgres } from './account.ts'
import { findBinaries } from './binaries.ts'
import { anyAtWork, ensureCluster, isPostgres, lastLine, lastPostmaster, launch, owner, socketDirectory } from './cluster.ts'

export type Embedded = {
  /** Connects as the owner of everything, over a socket that only this system user can reach. For migrations, backup and restore. */
  ownerUrl: string
  /** The same cluster for another login role or database. */
  urlFor(role: string, database?: string): string
  /** Resolves when PostgreSQL has ended without having been asked to. */
  ended: Promise<void>
  /** Ends all connections and PostgreSQL itself; resolves when its process is gone. */
  stop(): Promise<void>
}

const database = 'lotse'
/** Held by the running application as long as it lives: any number that nobody else uses in this cluster. */
const applicationLock = 5_618_374
const patience = 30_000
/** So long may an application take to end after its server was killed. */
const ending = 1_000

/**
 * Starts the PostgreSQL that came with npm on a directory of its own and creates both where they are missing.
 * A PostgreSQL that a killed application left behind there is stopped and its data taken over.
 * @param directory absolute; holds the cluster (`postgres/`) and its log (`postgres.log`)
 * @param settings further settings of the server; tests switch durability off here
 * @throws StartRefused with one sentence: another application runs on it, it cannot be written, it is of another version, PostgreSQL cannot run here
 */
export async function startEmbedded(options: {
  directory: string
  log?: (sentence: string) => void
  settings?: Record<string, string>
}): Promise<Embedded> {
  const { directory, log = () => undefined, settings = {} } = options
  await requireWritable(directory)
  const cluster = join(directory, 'postgres')
  const account = await accountForPostgres(cluster)
  const binaries = await findBinaries(account, directory)
  await ensureCluster(cluster, binaries, account)
  await clearOrphan(cluster, log)

  const sockets = await socketDirectory(cluster, account)
  const postmaster = await launch({ cluster, binaries, account, sockets, log: join(directory, 'postgres.log'), settings })
  const ended = new Promise<void>((resolve) => postmaster.once('exit', () => resolve()).once('error', () => resolve()))
  const urlFor = (role: string, name = database) => `postgres://${role}@localhost/${name}?host=${encodeURIComponent(sockets)}`
  const stop = async (holder?: pg.Client) => {
    await endPostmaster(postmaster, ended)
    await holder?.end().catch(() => undefined)
    await rm(sockets, { recursive: true, force: true })
  }
  try {
    const holder = await firstConnection(urlFor(owner, 'postgres'), postmaster, join(directory, 'postgres.log'))
    if (!(await takeLock(holder))) throw alreadyRunning(directory)
    await ensureDatabase(holder)
    return { ownerUrl: urlFor(owner), urlFor, ended, stop: () => stop(holder) }
  } catch (error) {
    await stop()
    throw error
  }
}

async function requireWritable(directory: string) {
  try {
    await makeDirectory(directory)
    await access(directory, constants.W_OK)
  } catch (error) {
    throw new StartRefused(
      `The data directory ${directory} cannot be written (${(error as NodeJS.ErrnoException).code}): give its user the right, or set DATA_DIR.`,
    )
  }
}

/** Level by level: Node's own recursive way never returns where the parent is there and still nothing can be made, as in /proc. */
async function makeDirectory(path: string): Promise<void> {
  const made = await mkdir(path, { mode: 0o755 }).catch((error: NodeJS.ErrnoException) => error)
  if (!(made instanceof Error) || made.code === 'EEXIST') return
  if (made.code !== 'ENOENT' || (await stat(dirname(path)).catch(() => undefined))) throw made
  await makeDirectory(dirname(path))
  await mkdir(path, { mode: 0o755 })
}

const alreadyRunning = (directory: string) => new StartRefused(`Lotse is already running on the data in ${directory}.`)

/** The owner's address of the embedded PostgreSQL that an application is running on `directory`; undefined when none is. */
export async function joinRunning(directory: string): Promise<string | undefined> {
  const last = await lastPostmaster(join(directory, 'postgres'))
  if (!last || !(await isPostgres(last.pid))) return undefined
  if ((await stateOf(last.sockets)) !== 'in use') return undefined
  return `postgres://${owner}@localhost/${database}?host=${encodeURIComponent(last.sockets)}`
}

/** Leaves no PostgreSQL on the cluster, or throws because an application is using it; one that is just ending gets a moment. */
async function clearOrphan(cluster: string, log: (sentence: string) => void) {
  const begun = Date.now()
  for (;;) {
    const last = await lastPostmaster(cluster)
    if (!last) return
    if (!(await anyAtWork(cluster))) return forget(cluster, last.sockets)
    const state = await stateOf(last.sockets, async () => {
      log('A PostgreSQL left behind by an application that was killed is taken over.')
      process.kill(last.pid, 'SIGINT')
    })
    if (state === 'in use' && Date.now() > begun + ending) throw alreadyRunning(join(cluster, '..'))
    if (Date.now() > begun + patience)
      throw new StartRefused(`A PostgreSQL (process ${last.pid}) holds ${cluster} and does not answer: end it, then start again.`)
    await pause(50)
  }
}

/** Removes what one that was killed has left: the process number in its locks may belong to somebody else by now. */
async function forget(cluster: string, sockets: string) {
  if (sockets) for (const name of ['.s.PGSQL.5432', '.s.PGSQL.5432.lock']) await rm(join(sockets, name), { force: true })
  await rm(join(cluster, 'postmaster.pid'), { force: true })
}

/** Asks a PostgreSQL whether an application holds its lock; where none does, `whenOrphan` runs while nobody else can take it. */
async function stateOf(sockets: string, whenOrphan: () => Promise<void> = async () => undefined): Promise<'in use' | 'orphan' | 'silent'> {
  if (!sockets) return 'silent'
  const client = new pg.Client(`postgres://${owner}@localhost/postgres?host=${encodeURIComponent(sockets)}`)
  client.on('error', () => undefined)
  try {
    await client.connect()
    if (!(await takeLock(client))) return 'in use'
    await whenOrphan()
    return 'orphan'
  } catch {
    return 'silent'
  } finally {
    await client.end().catch(() => undefined)
  }
}

async function takeLock(client: pg.Client): Promise<boolean> {
  const { rows } = await client.query<{ taken: boolean }>('select pg_try_advisory_lock($1) as taken', [applicationLock])
  return rows[0]!.taken
}

async function firstConnection(url: string, postmaster: ChildProcess, log: string): Promise<pg.Client> {
  const deadline = Date.now() + patience
  for (;;) {
    const client = new pg.Client({ connectionString: url, application_name: 'lotse running' })
    client.on('error', () => undefined)
    try {
      await client.connect()
      return client
    } catch {
      await client.end().catch(() => undefined)
    }
    if (postmaster.exitCode !== null || postmaster.signalCode !== null || Date.now() > deadline) {
      const reason = lastLine(await readFile(log, 'utf8').catch(() => ''))
      throw new StartRefused(`The embedded PostgreSQL did not start; its log ${log} ends with: ${reason}`)
    }
    await pause(15)
  }
}

async function ensureDatabase(client: pg.Client) {
  const { rowCount } = await client.query('select from pg_database where datname = $1', [database])
  if (rowCount === 0) await client.query(`create database ${database}`)
}

/** A fast shutdown; after four seconds without waiting for anything, which costs a recovery at the next start but no data. */
async function endPostmaster(postmaster: ChildProcess, ended: Promise<void>) {
  postmaster.kill('SIGINT')
  const slow = setTimeout(() => postmaster.kill('SIGQUIT'), 4000)
  await ended
  clearTimeout(slow)
}
