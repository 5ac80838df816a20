import { execFile } from 'node:child_process'
import { readFile, stat } from 'node:fs/promises'
import { userInfo } from 'node:os'
import { promisify } from 'node:util'
import { StartRefused } from '../start-refused.ts'

const run = promisify(execFile)

/** The system user a program runs as; `undefined` means: the one we are. */
export type Account = { name: string; uid: number; gid: number } | undefined

/**
 * PostgreSQL refuses to run as root, so root lends the cluster to a system user: the owner of a cluster that is already there, else `lotse`,
 * else `postgres`, else a new `lotse`. Everybody else runs it as themselves.
 * @throws StartRefused when no such user can be had
 */
export async function accountForPostgres(cluster: string): Promise<Account> {
  if (process.getuid?.() !== 0) return requireName()
  const users = await systemUsers()
  const owner = await stat(cluster).then(
    (found) => found.uid,
    () => 0,
  )
  const known = users.find((user) => owner !== 0 && user.uid === owner) ?? named(users, 'lotse') ?? named(users, 'postgres')
  return known ?? createUser()
}

/** Options for `spawn` that make a child run as the account, without our supplementary groups. */
export function runningAs(account: Account): { uid?: number; gid?: number; env: NodeJS.ProcessEnv } {
  const env = { PATH: process.env.PATH, TZ: 'UTC', LC_ALL: 'C' }
  return account ? { uid: account.uid, gid: account.gid, env } : { env }
}

function requireName(): undefined {
  try {
    userInfo()
  } catch {
    throw new StartRefused(
      `The user number ${process.getuid?.()} has no name on this machine, and PostgreSQL needs one: add it to /etc/passwd, or set DATABASE_URL to a PostgreSQL that runs elsewhere.`,
    )
  }
}

async function systemUsers() {
  const lines = (await readFile('/etc/passwd', 'utf8')).split('\n')
  return lines.flatMap((line) => {
    const [name, , uid, gid] = line.split(':')
    return name && uid && gid ? [{ name, uid: Number(uid), gid: Number(gid) }] : []
  })
}

const named = (users: NonNullable<Account>[], name: string) => users.find((user) => user.name === name && user.uid !== 0)

async function createUser(): Promise<Account> {
  const ways: [string, string[]][] = [
    ['useradd', ['--system', '--user-group', '--no-create-home', '--shell', '/usr/sbin/nologin', 'lotse']],
    ['adduser', ['-S', '-D', '-H', 'lotse']],
  ]
  for (const [command, parameters] of ways) {
    await run(command, parameters).catch(() => undefined)
    const user = named(await systemUsers(), 'lotse')
    if (user) return user
  }
  throw new StartRefused(
    'PostgreSQL does not run as root, and no user "lotse" could be made for it: start as an ordinary user, create that user, or set DATABASE_URL.',
  )
}
