import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { stateOf } from '../queries/state.ts'
import { bodyOf, wholeJourney } from '../queries/whole.ts'
import { createJourney } from './create.ts'
import { move } from './move.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const today = '2026-11-23'

async function described(): Promise<string> {
  const id = newId()
  await all.as(all.amara, async (db) => {
    await createJourney(db, id)
    const whole = (await wholeJourney(db, id))!
    const sign = newId()
    await sql`update challenge set kind = 'problem', learnable = 'yes', risk_flags = '{none}' where id = ${whole.challenge.id}::uuid`.execute(
      db,
    )
    await sql`insert into success_sign (organisation_id, id, challenge_id, journey_id, kind) values (my_organisation(), ${sign}::uuid, ${whole.challenge.id}::uuid, ${id}::uuid, 'visible')`.execute(
      db,
    )
    await writePassages(db, {
      contextId: id,
      subjectId: sign,
      audienceOf: () => id,
      texts: [{ field: 'text', body: 'Vier von fünf Übergaben', baseVersion: 0 }],
    })
    await writePassages(db, {
      contextId: id,
      subjectId: whole.challenge.id,
      audienceOf: (field) => (field === 'whyItMatters' ? null : id),
      texts: ['title', 'situation', 'learningQuestion', 'whyItMatters'].map((field) => ({ field, body: `Text ${field}`, baseVersion: 0 })),
    })
  })
  return id
}

test('a described journey starts, opens its first cycle, and a second press finds nothing to start', async () => {
  const id = await described()
  await all.as(all.amara, async (db) => {
    const moved = await move(db, id, { name: 'start' }, today)
    expect(moved).toMatchObject({ ok: true, after: { status: 'active', phase: 'plan' } })
    expect(await move(db, id, { name: 'start' }, today)).toEqual({ ok: false, reason: 'wrong_phase' })
    const state = stateOf((await wholeJourney(db, id))!)
    expect(state).toMatchObject({ status: 'active', phase: 'plan', cycles: [{ number: 1, state: 'open' }] })
  })
})

test('a reframe keeps the version so far and writes on in a copy', async () => {
  const id = await described()
  await all.as(all.amara, async (db) => {
    await move(db, id, { name: 'start' }, today)
    expect(await move(db, id, { name: 'reframe', reason: 'Es geht um etwas anderes' }, today)).toMatchObject({ ok: true })
    const whole = (await wholeJourney(db, id))!
    expect(whole.challenges.map((challenge) => bodyOf(challenge.texts, 'title'))).toEqual(['Text title', 'Text title'])
    expect(bodyOf(whole.challenge.texts, 'reframeReason')).toBe('Es geht um etwas anderes')
    expect(whole.challenge.signs.map((sign) => bodyOf(sign.texts, 'text'))).toEqual(['Vier von fünf Übergaben'])
    expect(whole.challenge.signs[0]!.id).not.toBe(whole.challenges[0]!.signs[0]!.id)
  })
})

test('whoever accompanies reads the journey without its private words, and cannot move it', async () => {
  const id = await described()
  expect(await all.as(all.lena, (db) => wholeJourney(db, id))).toBeUndefined()
  await accompanies(all, all.lena, id)
  await all.as(all.lena, async (db) => {
    const whole = (await wholeJourney(db, id))!
    expect(bodyOf(whole.challenge.texts, 'situation')).toBe('Text situation')
    expect(bodyOf(whole.challenge.texts, 'whyItMatters')).toBe('')
    expect(await move(db, id, { name: 'start' }, today)).toEqual({ ok: false, reason: 'not_the_learner' })
  })
  expect(await all.as(all.nour, (db) => wholeJourney(db, id))).toBeUndefined()
})
