import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { go, goingOn, load, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { bodiesOf, bodyOf, openCycleOf, versionOf } from '../queries/whole.ts'
import { bringToReview, shareReview, takeReviewBack, writeReview } from './review.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

/** Amara's journey in evaluate, accompanied by Lena. */
async function inEvaluate(before?: (db: PersonDb, id: string) => Promise<unknown>): Promise<string> {
  const id = await all.as(all.amara, async (db) => {
    const journey = await started(db)
    await before?.(db, journey)
    await tried(db, journey)
    return journey
  })
  await accompanies(all, all.lena, id)
  return id
}
const reviewSeenBy = async (db: PersonDb, id: string) => openCycleOf(await load(db, id))?.review

async function noted(db: PersonDb, journeyId: string, body: string, audience: string | null): Promise<string> {
  const id = newId()
  const cycle = openCycleOf(await load(db, journeyId))!
  await sql`insert into observation (organisation_id, id, journey_id, cycle_id, author_id, audience_id)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${cycle.id}::uuid, me(), ${audience}::uuid)`.execute(db)
  const texts = [{ field: 'text', body, baseVersion: 0 }]
  await writePassages(db, { contextId: journeyId, subjectId: id, audienceOf: () => audience, texts })
  return id
}

test('a draft is invisible to whoever accompanies, row, signs and words, until its learner shares it', async () => {
  const id = await inEvaluate()
  const wrote = await all.as(all.amara, (db) => reviewed(db, id))
  await all.as(all.lena, async (db) => {
    expect(await reviewSeenBy(db, id)).toBeNull()
    const words = await sql`select 1 from passage where subject_id = ${wrote.reviewId}::uuid`.execute(db)
    const signs = await sql`select 1 from review_sign where review_id = ${wrote.reviewId}::uuid`.execute(db)
    expect([words.rows, signs.rows]).toEqual([[], []])
  })
  await all.as(all.amara, (db) => shareReview(db, id))
  await all.as(all.lena, async (db) => {
    const review = (await reviewSeenBy(db, id))!
    expect(bodyOf(review.texts, 'happened')).toBe('Drei Übergaben mit der Liste')
    expect(bodiesOf(review.texts, 'wentWell')).toEqual(['Die Liste lag bereit'])
    expect(review).toMatchObject({ progress: 2, confidence_now: 6, obstacle_tags: ['time'], next_move: 'next_cycle' })
    expect(Object.values(review.signs)).toEqual(['partly'])
  })
})

test('the mood stays with the learner, shared or not', async () => {
  const id = await inEvaluate()
  await all.as(all.amara, async (db) => {
    await reviewed(db, id, { mood: 'low' })
    await shareReview(db, id)
    expect((await reviewSeenBy(db, id))?.mood).toBe('low')
  })
  expect((await all.as(all.lena, (db) => reviewSeenBy(db, id)))?.mood).toBeNull()
})

test('what is written after sharing is open too, and taking back closes all of it at once', async () => {
  const id = await inEvaluate()
  const explanation = [{ field: 'explanation', body: 'Weil die Liste kurz ist', baseVersion: 0 }]
  await all.as(all.amara, async (db) => {
    await reviewed(db, id)
    await shareReview(db, id)
    await reviewed(db, id, { texts: explanation })
  })
  expect(bodyOf((await all.as(all.lena, (db) => reviewSeenBy(db, id)))!.texts, 'explanation')).toBe('Weil die Liste kurz ist')
  await all.as(all.amara, (db) => takeReviewBack(db, id))
  await all.as(all.lena, async (db) => {
    expect(await reviewSeenBy(db, id)).toBeNull()
    const { rows } = await sql`select body from passage where context_id = ${id}::uuid and field in ('happened', 'explanation')`.execute(db)
    expect(rows).toEqual([])
  })
})

test('a private note enters the draft only when it is brought, and stays private itself', async () => {
  let secret = ''
  let open = ''
  const id = await inEvaluate(async (db, journey) => {
    open = await noted(db, journey, 'Die Liste kam gut an', journey)
    secret = await noted(db, journey, 'Ich war nervös', null)
  })
  await all.as(all.amara, async (db) => {
    expect(bodyOf((await reviewSeenBy(db, id))!.texts, 'happened')).toBe('Die Liste kam gut an')
    expect(await bringToReview(db, id, secret)).toEqual({ ok: true })
    expect(bodyOf((await reviewSeenBy(db, id))!.texts, 'happened')).toBe('Die Liste kam gut an\n\nIch war nervös')
  })
  await all.as(all.lena, async (db) => {
    expect(openCycleOf(await load(db, id))!.observations.map((note) => note.id)).toEqual([open])
  })
})

test('a note that would not fit is not brought, and nothing is cut off', async () => {
  let long = ''
  const id = await inEvaluate(async (db, journey) => {
    await noted(db, journey, 'a'.repeat(900), journey)
    long = await noted(db, journey, 'b'.repeat(900), null)
  })
  await all.as(all.amara, async (db) => {
    expect(await bringToReview(db, id, long)).toEqual({ ok: false, reason: 'no_room' })
    expect(bodyOf((await reviewSeenBy(db, id))!.texts, 'happened')).toBe('a'.repeat(900))
  })
})

test('two windows that changed the same sentence keep both', async () => {
  const id = await inEvaluate()
  await all.as(all.amara, async (db) => {
    await reviewed(db, id)
    const texts = [{ field: 'insight', body: 'Aus dem zweiten Fenster', baseVersion: 0 }]
    expect(await writeReview(db, id, { ...goingOn, texts })).toMatchObject({
      ok: true,
      conflicts: [{ field: 'insight', theirs: 'Fünf Minuten vorher reichen', version: 1 }],
    })
    expect(versionOf((await reviewSeenBy(db, id))!.texts, 'insight')).toBe(1)
  })
})

test('nobody but the learner writes, shares or takes back, and a closed review stays as it was', async () => {
  const id = await inEvaluate()
  await all.as(all.amara, async (db) => {
    await reviewed(db, id)
    await shareReview(db, id)
  })
  await all.as(all.lena, async (db) => {
    expect(await writeReview(db, id, goingOn)).toEqual({ ok: false, reason: 'not_the_learner' })
    expect(await takeReviewBack(db, id)).toEqual({ ok: false, reason: 'not_the_learner' })
  })
  for (const stranger of [all.jonas, all.nour]) {
    expect(await all.as(stranger, (db) => shareReview(db, id))).toEqual({ ok: false, reason: 'absent' })
  }
  await all.as(all.amara, async (db) => {
    await go(db, id, 'nextCycle')
    expect(await writeReview(db, id, goingOn)).toEqual({ ok: false, reason: 'not_now' })
    expect(await takeReviewBack(db, id)).toEqual({ ok: false, reason: 'not_now' })
  })
})
