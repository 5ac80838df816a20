import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import pg from 'pg'
import type { TestProject } from 'vitest/node'
import { accessOrder } from '../db/access-order.ts'
import { migrate } from '../src/platform/db/migrate.ts'
import { addressFor, servingPassword } from '../src/platform/postgres/address.ts'
import { startEmbedded } from '../src/platform/postgres/embedded.ts'

declare module 'vitest' {
  export interface ProvidedContext {
    cluster: { ownerUrl: string; servingRole: string; template: string }
  }
}

const root = join(import.meta.dirname, '..')
const template = `lotse_template_${process.pid}`
/** A cluster that is thrown away need not survive a power cut. */
const hasty = { fsync: 'off', synchronous_commit: 'off', full_page_writes: 'off', max_connections: '200' }

/** One cluster for the whole run, or the one that LOTSE_TEST_DATABASE_URL names; in it one migrated database, of which every test file takes a copy. */
export default async function setup(project: TestProject) {
  const cluster = await aCluster()
  await onMaintenance(cluster.ownerUrl, `create database ${template}`)
  const ownerUrl = addressFor(cluster.ownerUrl, { database: template })
  const { servingRole } = await migrate({ ownerUrl, root, accessOrder, servingPassword: servingPassword(ownerUrl) })
  project.provide('cluster', { ownerUrl: cluster.ownerUrl, servingRole, template })
  return async () => {
    await onMaintenance(cluster.ownerUrl, `drop database ${template} with (force)`)
    await cluster.stop()
  }
}

async function aCluster(): Promise<{ ownerUrl: string; stop(): Promise<void> }> {
  const given = process.env.LOTSE_TEST_DATABASE_URL
  if (given) return { ownerUrl: given, stop: async () => undefined }
  const directory = await mkdtemp(join(tmpdir(), 'lotse-test-'))
  const embedded = await startEmbedded({ directory, settings: hasty })
  const stop = async () => {
    await embedded.stop()
    await rm(directory, { recursive: true, force: true })
  }
  return { ownerUrl: embedded.ownerUrl, stop }
}

async function onMaintenance(ownerUrl: string, statement: string) {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  await client.query(statement)
  await client.end()
}
