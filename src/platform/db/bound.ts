import type { Kysely } from 'kysely'
import pg from 'pg'
import type { Locale } from '#platform/words/words.ts'
import type { Database } from './database.ts'
import { kyselyOnClient } from './kysely-on-client.ts'
import type { DB } from './tables.ts'

declare const boundTo: unique symbol
type Bound<Who extends string> = Kysely<DB> & { readonly [boundTo]: Who }

/** One transaction as one signed-in person. Only this file makes one: who forgets to ask as somebody does not compile. */
export type PersonDb = Bound<'person'>
/** One transaction as somebody unknown, who reaches a few functions and no table. */
export type VisitorDb = Bound<'visitor'>
/** One transaction as the system's own jobs, with narrow policies of their own. */
export type JobDb = Bound<'job'>

/** The person behind a request. */
export interface Me {
  signInId: string
  personId: string
  organisationId: string
  organisationName: string
  name: string
  locale: Locale
  timeZone: string
  /** Null: as the device has it. */
  theme: 'light' | 'dark' | null
  isAdmin: boolean
  /** Accompanies somebody, is about to, or tells the organisation that they would. */
  accompanies: boolean
  /** Null: stays. Otherwise they are leaving, and everything of theirs is erased at this moment. */
  eraseOn: Date | null
}

interface Opened {
  client: pg.PoolClient
  first: pg.QueryResult
}

const text = (value: string) => pg.escapeLiteral(value)

/** `reading` transactions refuse every write, and their answer need not wait for the commit. */
async function inTransaction<T>(database: Database, opening: string, reading: boolean, work: (opened: Opened) => Promise<T>): Promise<T> {
  const client = await database.pool.connect()
  let broken: Error | undefined
  try {
    const answers = (await client.query(`begin${reading ? ' read only' : ''}; ${opening}`)) as unknown as pg.QueryResult[]
    const result = await work({ client, first: answers.at(-1)! })
    if (!reading) await client.query('commit')
    return result
  } catch (error) {
    if (!reading) await client.query('rollback').catch((failure) => (broken = failure))
    throw error
  } finally {
    if (!reading || broken) client.release(broken)
    else
      client.query('rollback').then(
        () => client.release(),
        (failure) => client.release(failure),
      )
  }
}

const as = (role: 'person' | 'visitor' | 'job', identity: { personId?: string; organisationId?: string }) =>
  `set local role lotse_${role}; select set_config('app.person_id', ${text(identity.personId ?? '')}, true), set_config('app.organisation_id', ${text(identity.organisationId ?? '')}, true)`

/**
 * Runs `work` as the person who holds the sign-in token with this SHA-256 hash, in one transaction.
 * Gives undefined, without running `work`, when nobody does (unknown, ended, expired).
 */
export async function withSignIn<T>(
  database: Database,
  { tokenHash, reading }: { tokenHash: Buffer; reading: boolean },
  work: (db: PersonDb, me: Me) => Promise<T>,
): Promise<T | undefined> {
  const opening = `set local role lotse_person; select * from take_sign_in('\\x${tokenHash.toString('hex')}')`
  return inTransaction(database, opening, reading, async ({ client, first }) => {
    const row = first.rows[0]
    if (!row) return undefined
    const me: Me = {
      signInId: row.sign_in_id,
      personId: row.person_id,
      organisationId: row.organisation_id,
      organisationName: row.organisation_name,
      name: row.name,
      locale: row.locale,
      timeZone: row.time_zone,
      theme: row.theme,
      isAdmin: row.is_admin,
      accompanies: row.accompanies,
      eraseOn: row.erase_on,
    }
    return work(kyselyOnClient(client) as PersonDb, me)
  })
}

/** Runs `work` in one transaction as a person already known: right after signing in, in tests, in the demo world. */
export function asPersonOf<T>(
  database: Database,
  identity: { organisationId: string; personId: string },
  work: (db: PersonDb) => Promise<T>,
): Promise<T> {
  return inTransaction(database, as('person', identity), false, ({ client }) => work(kyselyOnClient(client) as PersonDb))
}

/** Runs `work` in one transaction as a visitor of an organisation (or of none yet). */
export function asVisitor<T>(database: Database, organisationId: string | undefined, work: (db: VisitorDb) => Promise<T>): Promise<T> {
  return inTransaction(database, as('visitor', { organisationId }), false, ({ client }) => work(kyselyOnClient(client) as VisitorDb))
}

/** Runs `work` in one transaction as the system's jobs, which see what their own policies allow, in every organisation. */
export function asJob<T>(database: Database, work: (db: JobDb) => Promise<T>): Promise<T> {
  return inTransaction(database, as('job', {}), false, ({ client }) => work(kyselyOnClient(client) as JobDb))
}
