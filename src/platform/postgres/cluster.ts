import { type ChildProcess, spawn, spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { chown, lstat, mkdir, open, readdir, readFile, readlink, realpath, rename, rm, stat } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { StartRefused } from '../start-refused.ts'
import { type Account, runningAs } from './account.ts'
import type { Binaries } from './binaries.ts'

export const owner = 'lotse_owner'

/** The longest path that a Unix socket may have, file name of PostgreSQL's included. */
const longestSocket = 107
const largestLog = 10 * 1024 * 1024

/**
 * The account may own the cluster without being able to reach it by its path (below /root). Linux lets a process open its working directory
 * through this link without looking at the directories above, so that is how PostgreSQL is told where its data is.
 */
const whereItStands = '/proc/self/cwd'

/**
 * Makes an empty cluster unless there is one: UTF-8, ordered by ICU's root rules. It is complete or not there at all.
 * @throws StartRefused when the directory cannot be written or was made by another PostgreSQL
 */
export async function ensureCluster(cluster: string, binaries: Binaries, account: Account): Promise<void> {
  const version = await readFile(join(cluster, 'PG_VERSION'), 'utf8').catch(() => undefined)
  if (version !== undefined) return refuseOtherMajor(cluster, Number.parseInt(version, 10), binaries.major)

  const half = `${cluster}.${process.pid}`
  await mkdir(half, { recursive: true, mode: 0o700 }).catch((error: Error) => {
    throw new StartRefused(`The data directory cannot be written (${error.message}).`)
  })
  try {
    if (account) await chown(half, account.uid, account.gid)
    const locale = ['--encoding=UTF8', '--locale=C', '--locale-provider=icu', '--icu-locale=und']
    const parameters = ['-D', whereItStands, '-U', owner, '--auth=trust', ...locale]
    const made = spawnSync(binaries.initdb, parameters, { ...runningAs(account), cwd: half, encoding: 'utf8' })
    if (made.status !== 0) throw new StartRefused(`The embedded PostgreSQL could not make its data directory: ${lastLine(made.stderr)}`)
    await rename(half, cluster)
  } finally {
    await rm(half, { recursive: true, force: true })
  }
}

function refuseOtherMajor(cluster: string, found: number, ours: number) {
  if (found === ours) return
  const advice =
    found > ours
      ? 'start the newer Lotse that wrote it'
      : 'make a backup with the Lotse that wrote it and restore that into a new data directory'
  throw new StartRefused(`The data in ${cluster} is of PostgreSQL ${found}, but this Lotse brings PostgreSQL ${ours}: ${advice}.`)
}

/** Where a running PostgreSQL can be spoken to: inside the cluster if the path is short enough and reachable, else a private short one. */
export async function socketDirectory(cluster: string, account: Account): Promise<string> {
  const inside = join(cluster, 'socket')
  if (!account && Buffer.byteLength(join(inside, '.s.PGSQL.5432.lock')) <= longestSocket) {
    await mkdir(inside, { recursive: true, mode: 0o700 })
    return inside
  }
  const base = Buffer.byteLength(tmpdir()) < 60 ? tmpdir() : '/tmp'
  const short = join(base, `lotse-${createHash('sha256').update(cluster).digest('hex').slice(0, 16)}`)
  const uid = account?.uid ?? process.getuid?.()
  await mkdir(short, { mode: 0o700 }).then(
    () => (account ? chown(short, account.uid, account.gid) : undefined),
    () => undefined,
  )
  const found = await lstat(short)
  // Anybody may write in /tmp: a directory that somebody else put there is not spoken through.
  if (found.isDirectory() && found.uid === uid && (found.mode & 0o077) === 0) return short
  throw new StartRefused(`${short} belongs to somebody else, but PostgreSQL needs it: remove it.`)
}

/** The process and the socket directory that the cluster's own note names, whether or not they are still alive. */
export async function lastPostmaster(cluster: string): Promise<{ pid: number; sockets: string } | undefined> {
  const note = await readFile(join(cluster, 'postmaster.pid'), 'utf8').catch(() => undefined)
  const [pid, , , , sockets] = note?.split('\n') ?? []
  return pid ? { pid: Number(pid), sockets: sockets ?? '' } : undefined
}

/** After a crash the number may be that of another process, or of one that is dead but not yet buried; PostgreSQL would wait for either. */
export async function isPostgres(pid: number): Promise<boolean> {
  const status = await readFile(`/proc/${pid}/status`, 'utf8').catch(() => '')
  return /^Name:\s+postgres$/m.test(status) && !/^State:\s+Z/m.test(status)
}

/** Whether a process of PostgreSQL still works on the cluster: after a `kill -9` of the first one, the others may need a moment to notice. */
export async function anyAtWork(cluster: string): Promise<boolean> {
  const place = await realpath(cluster)
  const pids = (await readdir('/proc')).filter((name) => /^\d+$/.test(name)).map(Number)
  const places = await Promise.all(pids.map((pid) => readlink(`/proc/${pid}/cwd`).catch(() => '')))
  const here = await Promise.all(pids.filter((_, index) => places[index] === place).map(isPostgres))
  return here.includes(true)
}

/**
 * Starts the server in a process group of its own, so that Ctrl-C reaches us first, and asks the kernel to stop it cleanly should we be killed.
 * What people write does not reach its log: neither statements nor the values in an error's details.
 */
export async function launch(options: {
  cluster: string
  binaries: Binaries
  account: Account
  sockets: string
  log: string
  settings: Record<string, string>
}): Promise<ChildProcess> {
  const settings = {
    listen_addresses: '',
    unix_socket_directories: options.sockets,
    unix_socket_permissions: '0700',
    cluster_name: 'lotse',
    timezone: 'UTC',
    log_timezone: 'UTC',
    log_min_error_statement: 'panic',
    log_error_verbosity: 'terse',
    ...options.settings,
  }
  const parameters = Object.entries(settings).flatMap(([name, value]) => ['-c', `${name}=${value}`])
  const command = [options.binaries.postgres, '-D', whereItStands, ...parameters]
  if (knowsSetpriv()) command.unshift('setpriv', '--pdeathsig', 'INT')
  const log = await openLog(options.log)
  try {
    const stdio: ['ignore', number, number] = ['ignore', log.fd, log.fd]
    return spawn(command[0]!, command.slice(1), { ...runningAs(options.account), cwd: options.cluster, detached: true, stdio })
  } finally {
    await log.close()
  }
}

let setpriv: boolean | undefined
function knowsSetpriv(): boolean {
  setpriv ??= spawnSync('setpriv', ['--pdeathsig', 'INT', 'true'], { stdio: 'ignore' }).status === 0
  return setpriv
}

async function openLog(path: string) {
  const size = await stat(path).then(
    (found) => found.size,
    () => 0,
  )
  if (size > largestLog) await rename(path, `${path}.old`)
  return open(path, 'a', 0o600)
}

export const lastLine = (text: string) => text.trim().split('\n').at(-1) ?? ''
