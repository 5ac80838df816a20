import pg from 'pg'
import { accessOrder } from '../db/access-order.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { servingPassword } from '../src/platform/postgres/address.ts'
import { StartRefused } from '../src/platform/start-refused.ts'
import { endWith, root } from './console.ts'

/**
 * Brings the database of DATABASE_OWNER_URL up to date, in a process of its own: the server never holds the owner's address.
 * Where DATABASE_URL names a serving role of the operator's own, that role is let in. Tells its parent the name of the serving role.
 */
async function bringUpToDate() {
  const { DATABASE_OWNER_URL: ownerUrl, DATABASE_URL: servingUrl } = process.env
  if (!ownerUrl) throw new StartRefused('DATABASE_OWNER_URL has to name the database to bring up to date.')
  await requireOwner(ownerUrl)
  const { servingRole } = await migrate({
    ownerUrl,
    root,
    accessOrder,
    servingPassword: servingUrl ? undefined : servingPassword(ownerUrl),
  })
  if (servingUrl) await letIn(servingUrl, ownerUrl, servingRole)
  process.send?.({ servingRole })
}

async function requireOwner(ownerUrl: string) {
  const [found] = await ask<{ owned: boolean }>(
    ownerUrl,
    `select coalesce((select pg_has_role(relowner, 'usage') from pg_class where oid = to_regclass('public.migration')),
       (select rolsuper or (rolcreaterole and has_schema_privilege('public', 'create')) from pg_roles where rolname = current_user)) as owned`,
  )
  if (!found?.owned) {
    throw new StartRefused(
      'The role of DATABASE_URL does not own the database: set DATABASE_OWNER_URL to one that does, so that it can be brought up to date.',
    )
  }
}

async function letIn(servingUrl: string, ownerUrl: string, servingRole: string) {
  const [role] = await ask<{ name: string; mighty: boolean }>(
    servingUrl,
    `select current_user as name, rolsuper or rolbypassrls or exists (select from pg_class where relowner = pg_roles.oid and relnamespace = 'public'::regnamespace)
       as mighty from pg_roles where rolname = current_user`,
  )
  if (role!.mighty) {
    throw new StartRefused(
      `The role of DATABASE_URL (${role!.name}) could read what people keep to themselves: it must own nothing, be no superuser and not bypass row-level security.`,
    )
  }
  if (role!.name !== servingRole) await ask(ownerUrl, `grant ${servingRole} to ${pg.escapeIdentifier(role!.name)}`)
}

async function ask<Row extends pg.QueryResultRow>(url: string, statement: string): Promise<Row[]> {
  const client = new pg.Client(url)
  await client.connect()
  try {
    return (await client.query<Row>(statement)).rows
  } finally {
    await client.end()
  }
}

await endWith(bringUpToDate)
