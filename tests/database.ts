import pg from 'pg'
import { inject } from 'vitest'
import { addressFor, servingPassword } from '../src/platform/postgres/address.ts'

export interface TestDatabase {
  /** Owns everything in it. */
  ownerUrl: string
  /** What the server would be given. */
  servingUrl: string
  ownerPool: pg.Pool
  /** Ends the owner's pool and every other connection, and removes the database. */
  drop(): Promise<void>
}

/** A migrated, empty database of one's own: call it in `beforeAll`, `drop` it in `afterAll`. Takes some 30 ms. */
export async function testDatabase(): Promise<TestDatabase> {
  const { template } = inject('cluster')
  const made = await databaseFrom(template)
  // Rights on a database are not copied with it.
  await made.ownerPool.query('do $$ begin execute format($f$revoke temporary on database %I from public$f$, current_database()); end $$')
  return made
}

/** A database in which nothing was ever done. */
export const bareDatabase = (): Promise<TestDatabase> => databaseFrom('template0')

async function databaseFrom(template: string): Promise<TestDatabase> {
  const { ownerUrl: cluster, servingRole } = inject('cluster')
  const name = `lotse_test_${crypto.randomUUID().replaceAll('-', '')}`
  await asOwner(cluster, `create database ${name} template ${template}`)
  const ownerUrl = addressFor(cluster, { database: name })
  const servingUrl = addressFor(ownerUrl, { role: servingRole, password: servingPassword(cluster) })
  const ownerPool = new pg.Pool({ connectionString: ownerUrl, max: 4 })
  ownerPool.on('error', () => undefined)
  const drop = async () => {
    await ownerPool.end()
    await asOwner(cluster, `drop database ${name} with (force)`)
  }
  return { ownerUrl, servingUrl, ownerPool, drop }
}

async function asOwner(cluster: string, statement: string) {
  const client = new pg.Client(cluster)
  await client.connect()
  await client.query(statement)
  await client.end()
}
