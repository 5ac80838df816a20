import { createHash } from 'node:crypto'
import { readdir, readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { Logger, runMigrations } from 'graphile-worker'
import pg from 'pg'
import { StartRefused } from '../start-refused.ts'

/** The role that serves people: owns nothing, cannot bypass row-level security, and can only take on one of the three below. */
export const servingRole = 'lotse_serving'
const takenRoles = ['lotse_person', 'lotse_visitor', 'lotse_job']
const migrationLock = 7_203_418

/** Why a database cannot be brought up to date, in a sentence for the person who operates it. */
export class MigrationRefused extends StartRefused {}

export interface MigrationTask {
  /** Connection string of the owner of the schema; used here and never by the serving process. */
  ownerUrl: string
  /** Root of the project, where `db/` and `src/` lie. */
  root: string
  /** The access files in the order in which they build on each other, relative to `root`. */
  accessOrder: readonly string[]
  /** Set when the serving role signs in by password (an external PostgreSQL). */
  servingPassword?: string
  /** Stop at this migration, without grants and policies: for rows that were written under an older version. */
  upTo?: number
}

const silent = new Logger(() => () => undefined)

/**
 * Brings the schema to the newest version, then writes all grants and policies anew, in one transaction:
 * history lies in `db/migrations`, the present in the `access.sql` files. The queue's own schema comes first, by its own migrations.
 * Refuses a database of a newer version and one whose applied migrations were changed afterwards.
 */
export async function migrate(task: MigrationTask): Promise<{ servingRole: string; applied: string[] }> {
  const client = new pg.Client({ connectionString: task.ownerUrl })
  await client.connect()
  try {
    await client.query('select pg_advisory_lock($1)', [migrationLock])
    await runMigrations({ connectionString: task.ownerUrl, logger: silent })
    await client.query('begin')
    await makeRoles(client, task.servingPassword)
    const applied = await applyMigrations(client, join(task.root, 'db/migrations'), task.upTo)
    if (task.upTo === undefined) await applyAccess(client, task)
    await client.query('commit')
    return { servingRole, applied }
  } catch (error) {
    await client.query('rollback').catch(() => {})
    throw error
  } finally {
    await client.end()
  }
}

async function makeRoles(client: pg.Client, servingPassword: string | undefined) {
  // Roles belong to the whole cluster: two databases that migrate at once must not both try to make them.
  await client.query('select pg_advisory_xact_lock(hashtext($1))', ['lotse roles'])
  const known = new Set(
    (await client.query('select rolname from pg_roles where rolname like $1', ['lotse\\_%'])).rows.map((row) => row.rolname),
  )
  for (const role of takenRoles) if (!known.has(role)) await client.query(`create role ${role} nologin noinherit`)
  if (!known.has(servingRole)) await client.query(`create role ${servingRole} login noinherit`)
  if (servingPassword) await client.query(`alter role ${servingRole} password ${pg.escapeLiteral(servingPassword)}`)
  for (const role of takenRoles) await client.query(`grant ${role} to ${servingRole}`)
  await client.query(
    `do $$ begin execute format('grant connect on database %I to ${servingRole}', current_database());
       execute format('revoke temporary on database %I from public', current_database()); end $$`,
  )
  await client.query(`revoke create on schema public from public; grant usage on schema public to ${takenRoles.join(', ')}`)
}

async function applyMigrations(client: pg.Client, directory: string, upTo = Number.POSITIVE_INFINITY): Promise<string[]> {
  await client.query(
    'create table if not exists migration (number int primary key, name text not null, checksum text not null, applied_at timestamptz not null default now())',
  )
  const files = (await readdir(directory)).filter((name) => /^\d{4}_.+\.sql$/.test(name)).sort()
  const known = new Map((await client.query('select number, checksum from migration')).rows.map((row) => [row.number, row.checksum]))
  const newest = Math.max(0, ...files.map((name) => Number(name.slice(0, 4))))
  const ahead = [...known.keys()].find((number) => number > newest)
  if (ahead) throw new MigrationRefused(`The data is of a newer version (${ahead}) than this program (${newest}). Start the newer program.`)
  const applied: string[] = []
  for (const name of files) {
    const number = Number(name.slice(0, 4))
    if (number > upTo) break
    const sql = await readFile(join(directory, name), 'utf8')
    const checksum = createHash('sha256').update(sql).digest('hex')
    const before = known.get(number)
    if (before && before !== checksum) throw new MigrationRefused(`The migration ${name} was changed after it had been applied.`)
    if (before) continue
    await client.query(sql)
    await client.query('insert into migration (number, name, checksum) values ($1, $2, $3)', [number, name, checksum])
    applied.push(name)
  }
  return applied
}

async function applyAccess(client: pg.Client, { root, accessOrder }: MigrationTask) {
  await client.query(`do $$ declare found record; begin
    for found in select tablename, policyname from pg_policies where schemaname = 'public' loop
      execute format('drop policy %I on public.%I', found.policyname, found.tablename);
    end loop;
    for found in select t.tgname, c.relname from pg_trigger t join pg_class c on c.oid = t.tgrelid
        where not t.tgisinternal and c.relnamespace = 'public'::regnamespace loop
      execute format('drop trigger %I on public.%I', found.tgname, found.relname);
    end loop;
    for found in select p.oid::regprocedure as name from pg_proc p
        where p.pronamespace = 'public'::regnamespace
          and not exists (select from pg_depend d where d.objid = p.oid and d.deptype = 'e') loop
      execute format('drop function %s', found.name);
    end loop;
    for found in select tablename from pg_tables where schemaname = 'public' loop
      execute format('alter table public.%I enable row level security', found.tablename);
    end loop;
  end $$`)
  const roles = takenRoles.join(', ')
  await client.query(`revoke all on all tables in schema public from public, ${roles}`)
  for (const path of accessOrder) await client.query(await readFile(join(root, path), 'utf8'))
  // What a new function grants to everybody by default is taken back; the files name who may call it.
  await client.query('revoke execute on all functions in schema public from public')
}
