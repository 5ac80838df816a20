import { sql } from 'kysely'
import pg from 'pg'
import { askToConfirmEmail } from '#person/commands/email.ts'
import { giveRecoveryCodes } from '#person/commands/password.ts'
import { asPersonOf, asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { hashPassword, isGuessable } from '#platform/sign-in/password.ts'
import { beginSignIn, type SignInBegun } from '#platform/sign-in/sign-in.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { StartRefused } from '#platform/start-refused.ts'
import type { Locale } from '#platform/words/words.ts'
import { originAt } from '../organisation.ts'

/**
 * Links for every organisation that is still without its first person, to be printed at the start; an installation without any gets its first.
 * Each call makes new links, and those printed before no longer work: only hashes are kept. `ownerUrl` is the owner of the schema.
 */
export function pendingSetupLinks({ ownerUrl, origin }: { ownerUrl: string; origin: string }): Promise<string[]> {
  return asOwner(ownerUrl, async (client) => {
    const { rows: known } = await client.query('select from organisation union all select from setup_link limit 1')
    if (known.length === 0)
      await client.query('insert into setup_link (organisation_id, token_hash) values ($1, $2)', [newId(), hashOf(newToken())])
    const { rows } = await client.query('select organisation_id, host from setup_link order by host nulls first')
    const links: string[] = []
    for (const { organisation_id: id, host } of rows) {
      const token = newToken()
      await client.query('update setup_link set token_hash = $2, made_at = now() where organisation_id = $1', [id, hashOf(token)])
      links.push(`${originAt(origin, host)}/setup?token=${token}`)
    }
    return links
  })
}

/**
 * Makes room for another organisation, told apart by its host name, and gives its set-up link. Asked again before it is set up, it gives a new link.
 * @throws StartRefused when the host is not one, or already has its organisation
 */
export async function addOrganisation({ ownerUrl, origin, host }: { ownerUrl: string; origin: string; host: string }): Promise<string> {
  const name = host.trim().toLowerCase()
  if (!/^[a-z0-9]([a-z0-9-]*[a-z0-9])?(\.[a-z0-9]([a-z0-9-]*[a-z0-9])?)*$/.test(name) || name.length > 253)
    throw new StartRefused(
      `"${host}" is no host name. It is what people type between https:// and the next slash, such as north.example.org.`,
    )
  return asOwner(ownerUrl, async (client) => {
    const { rows: taken } = await client.query('select name from organisation where host = $1', [name])
    if (taken.length > 0) throw new StartRefused(`The host ${name} already belongs to the organisation "${taken[0].name}".`)
    const token = newToken()
    await client.query(
      `insert into setup_link (organisation_id, host, token_hash) values ($1, $2, $3)
       on conflict (host) do update set token_hash = excluded.token_hash, made_at = now()`,
      [newId(), name, hashOf(token)],
    )
    return `${originAt(origin, name)}/setup?token=${token}`
  })
}

async function asOwner<T>(ownerUrl: string, work: (client: pg.Client) => Promise<T>): Promise<T> {
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    await client.query('begin; lock table setup_link in exclusive mode')
    const result = await work(client)
    await client.query('commit')
    return result
  } finally {
    await client.end()
  }
}

/** Whether this link can still found an organisation. */
export async function setupIsOpen(database: Database, token: string): Promise<boolean> {
  return asVisitor(database, undefined, async (db) => (await sql`select * from setup_at(${hashOf(token)})`.execute(db)).rows.length > 0)
}

export interface Founding {
  organisation: string
  locale: Locale
  name: string
  email: string
  password: string
}

/** Founds the organisation that a set-up link is for: its first person administers it, is signed in, and gets recovery codes. The link is spent. */
export async function setUpOrganisation(
  database: Database,
  founding: Founding,
  { token, origin, canMail, device, now }: { token: string; origin: string; canMail: boolean; device: string; now: Date },
): Promise<{ ok: true; codes: string[]; begun: SignInBegun } | { ok: false; reason: 'gone' | 'guessable' }> {
  const { organisation, locale, name, email, password } = founding
  if (isGuessable(password, { name, email, organisationName: organisation })) return { ok: false, reason: 'guessable' }
  const hash = await hashPassword(password)
  const personId = newId()
  const organisationId = await asVisitor(database, undefined, async (db) => {
    const { rows } = await sql<{
      id: string | null
    }>`select set_up_organisation(${hashOf(token)}, ${organisation}, ${locale}, 'Europe/Berlin',
      ${personId}, ${name}, ${email}, ${hash}, ${newId()}) as id`.execute(db)
    return rows[0]?.id
  })
  if (!organisationId) return { ok: false, reason: 'gone' }
  const begun = await asVisitor(database, organisationId, (db) => beginSignIn(db, { personId, checkedHash: hash, device, now }))
  const given = await asPersonOf(database, { organisationId, personId }, async (db) => {
    if (canMail) await askToConfirmEmail(db, { name, locale, organisationName: organisation }, { email, origin })
    return giveRecoveryCodes(db, hash)
  })
  return begun && given.ok ? { ok: true, codes: given.codes, begun } : { ok: false, reason: 'gone' }
}
