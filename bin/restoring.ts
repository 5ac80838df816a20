import pg from 'pg'
import { accessOrder } from '../db/access-order.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { servingPassword } from '../src/platform/postgres/address.ts'
import { StartRefused } from '../src/platform/start-refused.ts'
import type { Migration, OpenBackup } from './backup-file.ts'
import { root } from './console.ts'

/**
 * Makes the schema of the backup's version, brings its rows in, and then migrates to the present version.
 * @throws StartRefused when somebody is already in the database, or the backup is of a newer version or damaged; then no row has come in
 */
export async function restoreInto(ownerUrl: string, backup: OpenBackup): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  const task = { ownerUrl, root, accessOrder, servingPassword: servingPassword(ownerUrl) }
  try {
    await emptySchema(client)
    await migrate({ ...task, upTo: backup.head.migrations.at(-1)?.number ?? 0 })
    await requireSame(client, backup.head.migrations)
    await client.query('begin')
    const references = await dropReferences(client)
    for (const table of await tableNames(client)) await client.query(`truncate ${table}`)
    await backup.pourInto(client)
    for (const reference of references) await client.query(reference)
    await client.query('commit')
  } finally {
    await client.end()
  }
  await migrate(task)
  await keepLettersBack(ownerUrl)
}

/** Whether a letter that waited when the backup was made went out since then, nobody knows: an administrator decides about it. */
async function keepLettersBack(ownerUrl: string): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  await client.query(`update letter set state = 'unknown' where state in ('waiting', 'sending')`).finally(() => client.end())
}

async function emptySchema(client: pg.Client) {
  const { rows } = await client.query<{ there: boolean }>(`select to_regclass('public.organisation') is not null as there`)
  if (rows[0]!.there && (await client.query('select from organisation limit 1')).rowCount) {
    throw new StartRefused(
      'There are already people in this installation: restore into an empty one (another DATA_DIR, or another database).',
    )
  }
  await client.query('begin; drop schema public cascade; create schema public; commit')
}

async function requireSame(client: pg.Client, written: readonly Migration[]) {
  const { rows } = await client.query<Migration>('select number, checksum from migration order by number')
  const ours = new Map(rows.map(({ number, checksum }) => [number, checksum]))
  if (written.some(({ number }) => !ours.has(number))) throw new StartRefused('The backup was made by a newer Lotse: restore it with that.')
  if (written.some(({ number, checksum }) => ours.get(number) !== checksum)) {
    throw new StartRefused('The backup was made by another edition of Lotse, whose database has another shape.')
  }
}

/** The rows come table by table, so what they refer to may not be there yet. Gives the statements that demand it again, of all rows at once. */
async function dropReferences(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ table: string; name: string; definition: string }>(
    `select conrelid::regclass::text as table, quote_ident(conname) as name, pg_get_constraintdef(oid) as definition
     from pg_constraint where contype = 'f' and connamespace = 'public'::regnamespace order by 1, 2`,
  )
  for (const { table, name } of rows) await client.query(`alter table ${table} drop constraint ${name}`)
  return rows.map(({ table, name, definition }) => `alter table ${table} add constraint ${name} ${definition}`)
}

/** A migration may bring rows of its own; the backup has them too. */
async function tableNames(client: pg.Client): Promise<string[]> {
  const { rows } = await client.query<{ name: string }>(
    `select oid::regclass::text as name from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' and relname <> 'migration'`,
  )
  return rows.map(({ name }) => name)
}
