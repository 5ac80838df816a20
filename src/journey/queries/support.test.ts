import { afterAll, beforeAll, expect, test } from 'vitest'
import { askForMoreSupport } from '#facilitation/commands/handover.ts'
import { newId } from '#platform/ids.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { convincing, go, load, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { closeSolved, writeClosing } from '../commands/closing.ts'
import { courseOf } from '../parts/course-of.tsx'
import { journeyOutlines } from './outlines.ts'
import { signalsIn, supportOfCycle } from './support.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

/** Amara's journey with Lena, some cycles on: each with one step of her own that she did, and a review without obstacles. */
async function after(cycles: number, changes: Parameters<typeof reviewed>[2] = {}) {
  const id = await all.as(all.amara, started)
  const agreementId = await accompanies(all, all.lena, id)
  for (let cycle = 0; cycle < cycles; cycle++)
    await all.as(all.amara, async (db) => {
      await tried(db, id)
      await reviewed(db, id, { lead: { plan: 'learner', try: 'learner' }, obstacleTags: [], ...changes })
      await go(db, id, 'nextCycle')
    })
  return { id, agreementId }
}

test('two convincing cycles at one level suggest the next one, for both to see and without a word of theirs', async () => {
  const first = await after(1)
  expect((await all.as(all.amara, (db) => load(db, first.id))).handovers).toEqual([])
  const { id, agreementId } = await after(2)
  for (const who of [all.amara, all.lena])
    expect((await all.as(who, (db) => load(db, id))).handovers).toMatchObject([
      {
        agreement_id: agreementId,
        from_level: 'regular',
        to_level: 'on_call',
        suggested_by: null,
        state: 'suggested',
        learner_agreed_at: null,
      },
    ])
})

test('two cycles without confidence suggest more support; nothing changes by itself', async () => {
  const { id } = await after(2, { confidenceNow: 3 })
  const whole = await all.as(all.amara, (db) => load(db, id))
  expect(whole.handovers).toMatchObject([{ to_level: 'guided', suggested_by: null }])
  expect(whole.supportLevel).toBe('regular')
})

test('with nobody accompanying there is no level and nothing to suggest', async () => {
  const whole = await all.as(all.amara, async (db) => {
    const id = await started(db)
    await tried(db, id)
    await reviewed(db, id)
    await go(db, id, 'nextCycle')
    return load(db, id)
  })
  expect([whole.supportLevel, whole.handovers]).toEqual([null, []])
  expect(courseOf(whole).legs.map(({ support }) => support)).toEqual([null, null])
})

test('each signal says what was counted; what only the learner reads stays unknown to whoever accompanies', async () => {
  const { id } = await after(1, { obstacleTags: ['time'] })
  const seenBy = (isLearner: boolean) =>
    all.as(isLearner ? all.amara : all.lena, async (db) => {
      const whole = await load(db, id)
      return signalsIn(whole, whole.cycles[0]!, isLearner)
    })
  const [hers, lenas] = [await seenBy(true), await seenBy(false)]
  expect(hers[0]).toEqual({ id: 'S1', is: 'yes', because: 'own_steps', counted: { own: 1, all: 1 } })
  expect([hers[3], lenas[3]].map((signal) => signal!.because)).toEqual(['nobody_asked', 'help_unknown'])
  expect(hers.filter((_, index) => index !== 3)).toEqual(lenas.filter((_, index) => index !== 3))
})

test('a course remembers the level of each cycle, the list draws the same, and the closing keeps the last one', async () => {
  const { id, agreementId } = await after(0)
  await all.as(all.amara, async (db) => {
    await tried(db, id)
    await reviewed(db, id)
    await go(db, id, 'nextCycle')
  })
  await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, newId(), null))
  await all.as(all.amara, async (db) => {
    await tried(db, id)
    await reviewed(db, id, convincing, 'met')
    await go(db, id, 'declareSolved')
    const texts = ['solutionSummary', 'whatMadeTheDifference'].map((field) => ({ field, body: 'Die Liste', baseVersion: 0 }))
    await writeClosing(db, id, { texts, storyChoice: 'no', transferCheckOn: null })
    expect((await closeSolved(db, id, '2026-11-23')).ok).toBe(true)
    const whole = await load(db, id)
    expect(whole.cycles.map((cycle) => supportOfCycle(whole, cycle))).toEqual(['regular', 'guided'])
    expect(courseOf(whole).legs.map(({ support }) => support)).toEqual([1, 0])
    const outline = (await journeyOutlines(db)).find(({ journey }) => journey.id === id)!
    expect(courseOf(outline).legs.map(({ support }) => support)).toEqual([1, 0])
    expect(whole.closings.at(-1)!.support_level_at_end).toBe('guided')
  })
})

test('somebody else in the journey draws the course without the line: the level is between the two of an agreement', async () => {
  const { id } = await after(1)
  await all.owner.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
     select organisation_id, gen_random_uuid(), id, $2, 'deputy', now(), learner_id from journey where id = $1`,
    [id, all.jonas.personId],
  )
  const whole = await all.as(all.jonas, (db) => load(db, id))
  expect([whole.agreements, whole.handovers, whole.supportLevel]).toEqual([[], [], null])
  expect(courseOf(whole).legs.map(({ support }) => support)).toEqual([null, null])
})
