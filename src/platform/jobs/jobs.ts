import { type CronItem, Logger, parseCronItems, run } from 'graphile-worker'
import { sql } from 'kysely'
import pg from 'pg'
import { asJob } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'

/** Something done outside a request: asked for by a row in the queue, once a day, or every few minutes. */
export interface Job {
  /** In snake_case, unique in the program. */
  name: string
  /** Time of day in UTC, 'HH:MM'. A day that was missed because nothing ran is made up for at the next start, once. */
  daily?: string
  /** So often, on the minutes of the hour that it divides; what was missed while nothing ran is not made up for. */
  everyMinutes?: 1 | 5 | 15
  /** Throws to be tried again later. It may run twice: what it does must bear that. */
  run(database: Database, payload: unknown): Promise<void>
}

export interface Jobs {
  /** Waits for the jobs that are running, at most a few seconds, and leaves the others to the next process. */
  stop(): Promise<void>
}

const missedForgiven = 24 * 60 * 60 * 1_000

/**
 * Works on the queue until stopped, as the serving login in the role `lotse_job`. Several processes may do so at once: each job is done by one.
 * `onFailure` hears of each attempt that failed, by the name of the job; never of what it was about.
 */
export async function startJobs({
  database,
  jobs,
  onFailure,
}: {
  database: Database
  jobs: readonly Job[]
  onFailure: (job: string, error: unknown) => void
}): Promise<Jobs> {
  const pool = new pg.Pool({ connectionString: database.directUrl, options: '-c role=lotse_job', max: 4 })
  pool.on('error', () => {})
  pool.on('connect', (client) => client.on('error', () => {}))
  const taskList = Object.fromEntries(jobs.map((job) => [job.name, (payload: unknown) => job.run(database, payload)]))
  const runner = await run({
    pgPool: pool,
    taskList,
    parsedCronItems: parseCronItems(jobs.flatMap(byTheClock)),
    concurrency: 2,
    pollInterval: 10_000,
    noHandleSignals: true,
    logger: new Logger(() => () => undefined),
  })
  runner.events.on('job:error', ({ job, error }) => onFailure(job.task_identifier, error))
  return {
    stop: async () => {
      await runner.stop()
      await pool.end()
    },
  }
}

/** What failed for good, after all its attempts: nobody comes back for it, and it may hold an address. */
export const removeFailedJobs: Job = {
  name: 'remove_failed_jobs',
  daily: '02:15',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`delete from graphile_worker._private_jobs where attempts >= max_attempts and locked_at is null`.execute(db)
    }),
}

function byTheClock({ name, daily, everyMinutes }: Job): CronItem[] {
  // One at a time in the queue: a round that nobody did is not done twice.
  const options = { jobKey: name, jobKeyMode: 'preserve_run_at', maxAttempts: 1 } as const
  if (everyMinutes) return [{ task: name, match: `*/${everyMinutes} * * * *`, identifier: name, options }]
  if (!daily) return []
  const [hour, minute] = daily.split(':').map(Number)
  return [{ task: name, match: `${minute} ${hour} * * *`, identifier: name, options: { backfillPeriod: missedForgiven } }]
}
