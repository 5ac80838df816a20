import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJob } from '#platform/db/bound.ts'
import { type Database, openDatabase } from '#platform/db/database.ts'
import { type TestDatabase, testDatabase } from '../../../tests/database.ts'
import { type Job, startJobs } from './jobs.ts'

let mine: TestDatabase
let database: Database
beforeAll(async () => {
  mine = await testDatabase()
  database = openDatabase({ url: mine.servingUrl })
})
afterAll(async () => {
  await database.close()
  await mine.drop()
})

const putInQueue = (name: string) => mine.ownerPool.query('select graphile_worker.add_job($1)', [name])

test('a job runs as the system, not as a person and not as the owner', async () => {
  const seen: string[] = []
  const job: Job = {
    name: 'who_am_i',
    run: (given) =>
      asJob(given, async (db) => {
        seen.push((await sql<{ role: string }>`select current_user as role`.execute(db)).rows[0]!.role)
      }),
  }
  const jobs = await startJobs({ database, jobs: [job], onFailure: () => undefined })
  await putInQueue('who_am_i')
  await expect.poll(() => seen).toEqual(['lotse_job'])
  await jobs.stop()
})

test('a daily job that was missed while nothing ran is made up for once', async () => {
  let times = 0
  const anHourAgo = new Date(Date.now() - 3_600_000).toISOString().slice(11, 16)
  const job: Job = { name: 'tidy_up', daily: anHourAgo, run: async () => void times++ }
  const first = await startJobs({ database, jobs: [job], onFailure: () => undefined })
  await expect.poll(async () => (await mine.ownerPool.query('select from graphile_worker._private_known_crontabs')).rowCount).toBe(1)
  await first.stop()
  await mine.ownerPool.query(`update graphile_worker._private_known_crontabs set known_since = now() - interval '2 days'`)
  const second = await startJobs({ database, jobs: [job], onFailure: () => undefined })
  await expect.poll(() => times).toBe(1)
  await second.stop()
})
