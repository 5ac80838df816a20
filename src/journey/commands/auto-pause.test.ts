import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJob } from '#platform/db/bound.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { load, started } from '../../../tests/journeys-in-database.ts'
import { autoPauseJourneys } from './auto-pause.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const silentFor = (id: string, days: number) =>
  all.owner.query(`update journey set last_written_at = now() - $2::numeric * interval '1 day' where id = $1`, [id, days])

test('a journey comes to rest after 180 silent days, once, with one notice and nothing else changed', async () => {
  const [silent, younger] = await all.as(all.amara, async (db) => [await started(db), await started(db)])
  await silentFor(silent!, 181)
  await silentFor(younger!, 179.5)
  const before = await all.as(all.amara, (db) => load(db, silent!))
  expect(await asJob(all.database, (db) => autoPauseJourneys(db, new Date()))).toEqual([silent])
  expect(await asJob(all.database, (db) => autoPauseJourneys(db, new Date()))).toEqual([])
  await all.as(all.amara, async (db) => {
    const after = await load(db, silent!)
    expect(after.journey).toEqual({ ...before.journey, status: 'paused' })
    expect(after.events.filter((event) => event.name === 'autoPause')).toMatchObject([{ actor_id: null }])
    expect((await load(db, younger!)).journey.status).toBe('active')
  })
})

test('the job sees that a journey is silent, and reads no word of it', async () => {
  const id = await all.as(all.amara, (db) => started(db))
  await silentFor(id, 200)
  const { database } = all
  await expect(asJob(database, (db) => db.selectFrom('passage').select('body').execute())).rejects.toThrow(/permission denied/)
  await expect(asJob(database, (db) => db.selectFrom('challenge').select('id').execute())).rejects.toThrow(/permission denied/)
  const awake = await all.as(all.amara, (db) => started(db))
  const seen = await asJob(database, (db) => db.selectFrom('journey').select('id').execute())
  expect(seen.map((row) => row.id)).toContain(id)
  expect(seen.map((row) => row.id)).not.toContain(awake)
})
