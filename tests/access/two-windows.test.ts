import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { accompanies, type Cast, cast } from '../cast.ts'
import { journeyInTry, said } from '../under-way.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

/** Until `count` transactions wait for another one. */
async function untilWaiting(count: number): Promise<void> {
  for (;;) {
    const { rows } = await all.owner.query(
      `select count(*)::int as n from pg_stat_activity where datname = current_database() and wait_event_type = 'Lock'`,
    )
    if (rows[0].n >= count) return
  }
}

test('a hat that is accepted in one window and declined in another keeps the words it was asked with', async () => {
  const { id } = await journeyInTry(all, all.amara)
  const agreementId = await accompanies(all, all.lena, id)
  const hatId = newId()
  await all.as(all.lena, async (db) => {
    await sql`select ask_for_hat(${agreementId}::uuid, ${hatId}::uuid, 'coaching', 30)`.execute(db)
    const texts = [said('hatPurpose', 'Zuhören')]
    await writePassages(db, { contextId: agreementId, subjectId: hatId, audienceOf: () => agreementId, texts })
  })
  let declined: Promise<unknown> | undefined
  await all.as(all.amara, async (db) => {
    await sql`select answer_hat(${hatId}::uuid, true)`.execute(db)
    declined = all.as(all.amara, (other) => sql`select answer_hat(${hatId}::uuid, false)`.execute(other))
    await untilWaiting(1)
  })
  await declined
  const { rows } = await all.owner.query(
    `select accepted_at is not null as accepted, (select body from passage where subject_id = $1) as words from hat_change where id = $1`,
    [hatId],
  )
  expect(rows).toEqual([{ accepted: true, words: 'Zuhören' }])
})
