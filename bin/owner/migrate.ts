import pg from 'pg'
import { accessOrder } from '../../db/access-order.ts'
import { pendingSetupLinks } from '../../src/organisation/commands/setup.ts'
import { migrate } from '../../src/platform/db/migrate.ts'
import { servingPassword } from '../../src/platform/postgres/address.ts'
import { StartRefused } from '../../src/platform/start-refused.ts'
import { endWith, root } from '../console.ts'

/** What the process that asked for it hears. */
export interface Migrated {
  servingRole: string
  /** One for every organisation that still waits for its first person. */
  setupLinks: string[]
}

/**
 * Brings a database up to date as its owner. Where `servingUrl` names a serving role of the operator's own, that role is let in.
 * @throws StartRefused when the owner does not own it, or the serving role could read too much
 */
export async function bringUpToDate(task: { ownerUrl: string; servingUrl?: string; origin: string }): Promise<Migrated> {
  const { ownerUrl, servingUrl, origin } = task
  await requireOwner(ownerUrl)
  const password = servingUrl ? undefined : servingPassword(ownerUrl)
  const { servingRole } = await migrate({ ownerUrl, root, accessOrder, servingPassword: password })
  if (servingUrl) await letIn(servingUrl, ownerUrl, servingRole)
  return { servingRole, setupLinks: await pendingSetupLinks({ ownerUrl, origin }) }
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

/** In a process of its own: the server never holds the owner's address. */
async function forParent() {
  const { DATABASE_OWNER_URL: ownerUrl, SERVING_URL: servingUrl, ORIGIN: origin } = process.env
  if (!ownerUrl || !origin) throw new StartRefused('DATABASE_OWNER_URL and ORIGIN have to be set; "npm start" does that.')
  process.send?.(await bringUpToDate({ ownerUrl, servingUrl, origin }))
}

if (import.meta.main) await endWith(forParent)
