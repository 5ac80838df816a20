import pg from 'pg'
import type { Configuration } from '../src/platform/configuration.ts'
import { addressFor, servingPassword } from '../src/platform/postgres/address.ts'
import { joinRunning, startEmbedded } from '../src/platform/postgres/embedded.ts'
import { StartRefused } from '../src/platform/start-refused.ts'

export interface ProvidedDatabase {
  ownerUrl: string
  /** For the server, once the owner has made the role. */
  servingUrl(servingRole: string): string
  directUrl(servingRole: string): string
  /** Resolves when it is gone without having been asked to go; never for a PostgreSQL that is not ours. */
  ended: Promise<void>
  stop(): Promise<void>
}

const oldestServer = 150_000

/**
 * The database that the configuration names, or the embedded PostgreSQL, started.
 * @throws StartRefused with one sentence when it cannot be had
 */
export async function provideDatabase(configuration: Configuration, log: (sentence: string) => void): Promise<ProvidedDatabase> {
  const { databaseUrl, databaseOwnerUrl, databaseDirectUrl = databaseUrl, dataDirectory } = configuration
  if (!databaseUrl || !databaseDirectUrl) {
    const embedded = await startEmbedded({ directory: dataDirectory, log })
    return { ...embedded, servingUrl: (role) => embedded.urlFor(role), directUrl: (role) => embedded.urlFor(role) }
  }
  const elsewhere = { ended: new Promise<void>(() => undefined), stop: async () => undefined }
  if (databaseOwnerUrl) {
    await requireServer('DATABASE_OWNER_URL', databaseOwnerUrl)
    return { ...elsewhere, ownerUrl: databaseOwnerUrl, servingUrl: () => databaseUrl, directUrl: () => databaseDirectUrl }
  }
  await requireServer('DATABASE_URL', databaseUrl)
  const as = (address: string) => (role: string) => addressFor(address, { role, password: servingPassword(databaseUrl) })
  return { ...elsewhere, ownerUrl: databaseUrl, servingUrl: as(databaseUrl), directUrl: as(databaseDirectUrl) }
}

/** Does something as the owner beside a running server, or, when none runs, with the embedded PostgreSQL started for it alone. */
export async function asOwner<T>(configuration: Configuration, work: (ownerUrl: string) => Promise<T>): Promise<T> {
  const running = configuration.databaseUrl ? undefined : await joinRunning(configuration.dataDirectory)
  if (running) return work(running)
  const provided = await provideDatabase(configuration, () => undefined)
  try {
    return await work(provided.ownerUrl)
  } finally {
    await provided.stop()
  }
}

/** @throws StartRefused naming the variable, never its value, when there is no PostgreSQL of at least version 15 behind it */
async function requireServer(variable: string, address: string): Promise<void> {
  const client = new pg.Client({ connectionString: address, connectionTimeoutMillis: 5000 })
  client.on('error', () => undefined)
  try {
    await client.connect()
    const { rows } = await client.query<{ version: number; named: string }>(
      `select current_setting('server_version_num')::int as version, current_setting('server_version') as named`,
    )
    if (rows[0]!.version < oldestServer) {
      throw new StartRefused(`${variable} leads to PostgreSQL ${rows[0]!.named}, but Lotse needs version 15 or later.`)
    }
  } catch (error) {
    if (error instanceof StartRefused) throw error
    throw new StartRefused(`${variable} leads to no database that answers: ${reason(error as NodeJS.ErrnoException)}.`)
  } finally {
    await client.end().catch(() => undefined)
  }
}

/** A refusal on several addresses of one host comes without a message of its own. */
const reason = (error: NodeJS.ErrnoException & { errors?: Error[] }) =>
  (error.message || error.errors?.[0]?.message || String(error.code)).replace(/\.$/, '')
