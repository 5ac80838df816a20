import { type ChildProcess, fork } from 'node:child_process'
import { once } from 'node:events'
import { join } from 'node:path'
import type { Configuration } from '../src/platform/configuration.ts'
import { StartRefused } from '../src/platform/start-refused.ts'
import { explain, root } from './console.ts'
import { type ProvidedDatabase, provideDatabase } from './database.ts'
import type { Migrated } from './owner/migrate.ts'

export interface Task {
  configuration: Configuration
  /** Runs beside the database's start; everything after that waits for it. */
  prepare(): Promise<void>
  /** Runs after the migrations and before the server, as the owner. */
  fill?(ownerUrl: string): Promise<void>
  onReady(setupLinks: string[]): void
}

/**
 * A page is made and forgotten: a small space for new objects keeps the process small, and the limit on the rest keeps it from growing
 * only because nobody asked it to tidy up.
 */
export const serverFlags = ['--enable-source-maps', '--max-semi-space-size=16', '--max-old-space-size=160']

/** The child has said in its own words what went wrong. */
class ChildFailed extends Error {}

const longestStop = 4500
/** A PostgreSQL that was started again and ends this soon is left: something is wrong with it. */
const shortLife = 10_000

/**
 * Runs everything until it is told to stop: the database, the migrations as its owner, the server as the serving role.
 * Then ends this process: with 0 when a signal asked for it, with 1 when something failed.
 */
export async function serve(task: Task): Promise<void> {
  const { configuration } = task
  const children = new Set<ChildProcess>()
  let database: Promise<ProvidedDatabase> | undefined
  let stopping: Promise<never> | undefined

  const stop = (code: number) => {
    stopping ??= stopAll(code, children, () => database)
    return stopping
  }
  const child = (file: string, environment: NodeJS.ProcessEnv) => {
    const started = fork(join(root, file), { env: environment, execArgv: serverFlags })
    children.add(started.once('exit', () => children.delete(started)))
    return started
  }
  const openDatabase = async (again = false) => {
    const begun = Date.now()
    database = provideDatabase(configuration, console.log)
    const provided = await database
    provided.ended.then(async () => {
      if (stopping) return
      if (again && Date.now() - begun < shortLife) return fail(new StartRefused('The embedded PostgreSQL ends again and again.'))
      console.error('The embedded PostgreSQL ended unexpectedly and is started again.')
      await openDatabase(true).catch(fail)
    })
    return provided
  }
  const fail = async (error: unknown) => {
    if (stopping) return stopping
    if (!(error instanceof ChildFailed)) console.error(explain(error))
    return stop(1)
  }

  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.on(signal, () => stop(0))
  try {
    const prepared = task.prepare()
    prepared.catch(() => undefined)
    const provided = await openDatabase()
    await prepared
    const migrating = child('dist/server/migrate.js', ownersEnvironment(configuration, provided))
    const { servingRole, setupLinks } = await answer<Migrated>(migrating)
    await task.fill?.(provided.ownerUrl)
    if (stopping) return await stopping
    const server = child('dist/server/main.js', serversEnvironment(configuration, provided, servingRole))
    server.once('exit', (code, signal) => {
      if (signal && !stopping) console.error(`The server was ended from outside (${signal}).`)
      stop(code === 0 ? 0 : 1)
    })
    await answer<'ready'>(server)
    task.onReady(setupLinks)
  } catch (error) {
    await fail(error)
  }
}

function ownersEnvironment({ databaseUrl, databaseOwnerUrl, origin }: Configuration, { ownerUrl }: ProvidedDatabase): NodeJS.ProcessEnv {
  const { DATABASE_URL: _, DATABASE_DIRECT_URL: __, ...environment } = process.env
  return { ...environment, ORIGIN: origin, DATABASE_OWNER_URL: ownerUrl, ...(databaseOwnerUrl && { SERVING_URL: databaseUrl }) }
}

function serversEnvironment({ dataDirectory }: Configuration, database: ProvidedDatabase, role: string): NodeJS.ProcessEnv {
  const { DATABASE_OWNER_URL: _, ...environment } = process.env
  const addresses = { DATABASE_URL: database.servingUrl(role), DATABASE_DIRECT_URL: database.directUrl(role) }
  return { NODE_ENV: 'production', ...environment, ...addresses, DATA_DIR: dataDirectory }
}

/** The first message of a child; it may end afterwards, but not before. */
async function answer<Message>(child: ChildProcess): Promise<Message> {
  const ended = once(child, 'exit').then(() => {
    throw new ChildFailed()
  })
  ended.catch(() => undefined)
  const [message] = await Promise.race([once(child, 'message'), ended])
  return message as Message
}

async function stopAll(code: number, children: Set<ChildProcess>, database: () => Promise<ProvidedDatabase> | undefined): Promise<never> {
  setTimeout(() => process.exit(1), longestStop)
  await Promise.all([...children].map(endChild))
  const provided = await database()?.catch(() => undefined)
  await provided?.stop()
  process.exit(code)
}

async function endChild(child: ChildProcess) {
  const ended = once(child, 'exit')
  child.kill('SIGTERM')
  const slow = setTimeout(() => child.kill('SIGKILL'), longestStop - 1000)
  await ended
  clearTimeout(slow)
}
