import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { load } from '../../../tests/journeys-in-database.ts'
import { journeyInPlan, journeyInSecondPlan } from '../../../tests/under-way.ts'
import type { TrialAnswer } from '../rules/handover.ts'
import { agreeToHandover, answerTrial, askForMoreSupport, declineHandover, suggestBySignals, suggestHandover } from './handover.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

/** Amara's journey, which Lena accompanies at the level `regular`. */
async function accompanied(): Promise<{ journeyId: string; agreementId: string }> {
  const journeyId = await journeyInPlan(all, all.amara)
  return { journeyId, agreementId: await accompanies(all, all.lena, journeyId) }
}
const levelFor = (who: Person, journeyId: string) => all.as(who, async (db) => (await load(db, journeyId)).supportLevel)
const handoversFor = (who: Person, journeyId: string) => all.as(who, async (db) => (await load(db, journeyId)).handovers)
const farther = (agreementId: string, id = newId()) => ({
  agreementId,
  id,
  to: 'on_call' as const,
  overrides: { evaluate: true } as const,
  forOneCycle: true,
  cycleId: null,
})

test('a handover needs the word of both, and is a new version of their agreement', async () => {
  const { journeyId, agreementId } = await accompanied()
  const id = newId()
  expect(await all.as(all.lena, (db) => suggestHandover(db, farther(agreementId, id)))).toBe('suggested')
  expect(await levelFor(all.amara, journeyId)).toBe('regular')
  expect(await all.as(all.lena, (db) => agreeToHandover(db, id, false))).toBe('waiting')
  expect(await all.as(all.amara, (db) => agreeToHandover(db, id, false))).toBe('agreed')
  for (const who of [all.amara, all.lena]) expect(await levelFor(who, journeyId)).toBe('on_call')
  const whole = await all.as(all.amara, (db) => load(db, journeyId))
  expect(whole.handovers[0]).toMatchObject({ state: 'trial', from_level: 'regular', to_level: 'on_call', suggested_by: all.lena.personId })
  expect(whole.agreements[0]!.in_force.at(-1)).toMatchObject({ support_level: 'on_call', phase_overrides: { evaluate: true } })
  const { rows } = await all.owner.query(
    'select number, contact_rhythm, contact_weeks, allowed_hats from agreement_version where agreement_id = $1 order by number desc',
    [agreementId],
  )
  expect(rows[0]).toMatchObject({ number: 2, contact_rhythm: 'on_call', contact_weeks: null })
  expect(whole.events.at(-1)?.name).toBe('supportChanged')
})

test('the words of the agreement come along into the version that a handover makes, and a rhythm of their own stays', async () => {
  const { journeyId, agreementId } = await accompanied()
  await all.owner.query(`update agreement_version set contact_weeks = 3 where agreement_id = $1`, [agreementId])
  await all.owner.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body)
     values ($1, $2, $3, $3, 'learnerCommitment', $4, $3, 'Ich melde mich')`,
    [all.amara.organisationId, newId(), agreementId, all.amara.personId],
  )
  expect(await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, newId(), null))).toBe('granted')
  const { rows } = await all.owner.query(
    `select v.number, v.contact_weeks, p.body from agreement_version v join passage p on p.subject_id = v.id where v.agreement_id = $1 order by 1`,
    [agreementId],
  )
  expect(rows).toEqual([
    { number: 1, contact_weeks: 3, body: 'Ich melde mich' },
    { number: 2, contact_weeks: 3, body: 'Ich melde mich' },
  ])
  expect(await levelFor(all.amara, journeyId)).toBe('guided')
})

test('either declines without a reason, and nothing changes', async () => {
  const { journeyId, agreementId } = await accompanied()
  const id = newId()
  await all.as(all.amara, (db) => suggestHandover(db, farther(agreementId, id)))
  expect(await all.as(all.lena, (db) => declineHandover(db, id))).toBe(true)
  expect(await all.as(all.lena, (db) => declineHandover(db, id))).toBe(false)
  expect(await all.as(all.lena, (db) => agreeToHandover(db, id, false))).toBe('decided_already')
  expect(await levelFor(all.amara, journeyId)).toBe('regular')
})

test('the signals suggest once for a cycle, in nobody’s name, and whoever speaks first says whether it is for one cycle', async () => {
  const journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher anfangen', insight: 'Fünf Minuten reichen' })
  const agreementId = await accompanies(all, all.lena, journeyId)
  const cycleId = await all.as(all.amara, async (db) => (await load(db, journeyId)).cycles[0]!.id)
  const bySignals = { ...farther(agreementId), overrides: {}, cycleId }
  expect(await all.as(all.lena, (db) => suggestBySignals(db, bySignals))).toBe('absent')
  expect(await all.as(all.amara, (db) => suggestBySignals(db, bySignals))).toBe('suggested')
  await all.as(all.amara, (db) => declineHandover(db, bySignals.id))
  expect(await all.as(all.amara, (db) => suggestBySignals(db, { ...bySignals, id: newId() }))).toBe('suggested_already')
  expect(await handoversFor(all.lena, journeyId)).toMatchObject([{ suggested_by: null, state: 'declined' }])
  const second = { ...bySignals, id: newId(), cycleId: null }
  await all.as(all.amara, (db) => suggestBySignals(db, second))
  expect(await all.as(all.amara, (db) => agreeToHandover(db, second.id, false))).toBe('waiting')
  expect(await all.as(all.lena, (db) => agreeToHandover(db, second.id, true))).toBe('agreed')
  expect((await handoversFor(all.amara, journeyId)).at(-1)).toMatchObject({ state: 'agreed', for_one_cycle: false })
})

test('more support is granted at once, whenever the learner asks, and to nobody else', async () => {
  const { journeyId, agreementId } = await accompanied()
  expect(await all.as(all.lena, (db) => askForMoreSupport(db, agreementId, newId(), null))).toBe('absent')
  const open = newId()
  await all.as(all.lena, (db) => suggestHandover(db, farther(agreementId, open)))
  const id = newId()
  expect(await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, id, null))).toBe('granted')
  expect(await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, id, null))).toBe('granted')
  expect(await levelFor(all.lena, journeyId)).toBe('guided')
  expect((await handoversFor(all.lena, journeyId)).map(({ state }) => state)).toEqual(['declined', 'agreed'])
  expect(await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, newId(), null))).toBe('closest_already')
})

test('more support in one phase leaves the level and brings that phase closer', async () => {
  const { journeyId, agreementId } = await accompanied()
  await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, newId(), 'plan'))
  const whole = await all.as(all.amara, (db) => load(db, journeyId))
  expect(whole.supportLevel).toBe('regular')
  expect(whole.agreements[0]!.in_force.at(-1)!.phase_overrides).toEqual({ plan: true })
})

test('after a trial the learner says more, right or less; more goes back at once, less suggests the next level', async () => {
  const after = async (answer: TrialAnswer) => {
    const { journeyId, agreementId } = await accompanied()
    const id = newId()
    await all.as(all.amara, (db) => suggestHandover(db, farther(agreementId, id)))
    await all.as(all.lena, (db) => agreeToHandover(db, id, true))
    const trial = { id, agreementId, toLevel: 'on_call', overrides: {} } as const
    if (answer !== 'more') expect(await all.as(all.lena, (db) => answerTrial(db, trial, answer, newId()))).toBe(false)
    expect(await all.as(all.amara, (db) => answerTrial(db, trial, answer, newId()))).toBe(true)
    const handovers = await handoversFor(all.amara, journeyId)
    return [await levelFor(all.amara, journeyId), ...handovers.map(({ state, answer: given, to_level }) => `${to_level} ${state} ${given}`)]
  }
  expect(await after('right')).toEqual(['on_call', 'on_call agreed right'])
  expect(await after('more')).toEqual(['regular', 'on_call declined more', 'regular agreed null'])
  expect(await after('less')).toEqual(['on_call', 'on_call agreed less', 'independent suggested null'])
})

test('more support in a phase that is closer already says so, and makes no new version', async () => {
  const { journeyId, agreementId } = await accompanied()
  await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, newId(), 'plan'))
  expect(await all.as(all.amara, (db) => askForMoreSupport(db, agreementId, newId(), 'plan'))).toBe('no_change')
  expect((await all.as(all.amara, (db) => load(db, journeyId))).agreements[0]!.in_force).toHaveLength(2)
})

test('a trial of the closest level is answered with more as well, though there is none closer', async () => {
  const { journeyId, agreementId } = await accompanied()
  const id = newId()
  await all.as(all.lena, (db) => suggestHandover(db, { ...farther(agreementId, id), to: 'guided', overrides: {} }))
  await all.as(all.amara, (db) => agreeToHandover(db, id, true))
  const trial = { id, agreementId, toLevel: 'guided', overrides: {} } as const
  expect(await all.as(all.amara, (db) => answerTrial(db, trial, 'more', newId()))).toBe(true)
  expect(await handoversFor(all.amara, journeyId)).toMatchObject([{ to_level: 'guided', state: 'agreed', answer: 'more' }])
  expect(await levelFor(all.lena, journeyId)).toBe('guided')
})

test('a suggestion that something else overtook is set aside instead of agreed', async () => {
  const { journeyId, agreementId } = await accompanied()
  const id = newId()
  await all.as(all.lena, (db) => suggestHandover(db, farther(agreementId, id)))
  await all.owner.query(`update agreement_version set support_level = 'guided' where agreement_id = $1`, [agreementId])
  expect(await all.as(all.amara, (db) => agreeToHandover(db, id, false))).toBe('overtaken')
  expect(await levelFor(all.amara, journeyId)).toBe('guided')
})

test('levels further apart than one are refused by the database itself', async () => {
  const { agreementId } = await accompanied()
  await expect(all.as(all.lena, (db) => suggestHandover(db, { ...farther(agreementId), to: 'independent' }))).rejects.toThrow('check')
})

test('nobody else sees a level, suggests, agrees, declines or asks; whoever no longer accompanies neither', async () => {
  const { journeyId, agreementId } = await accompanied()
  const id = newId()
  await all.as(all.lena, (db) => suggestHandover(db, farther(agreementId, id)))
  for (const who of [all.jonas, all.ines, all.nour]) {
    await all.as(who, async (db) => {
      expect((await sql`select 1 from handover where journey_id = ${journeyId}::uuid`.execute(db)).rows).toEqual([])
      expect((await sql`select 1 from agreement where journey_id = ${journeyId}::uuid`.execute(db)).rows).toEqual([])
      expect(await suggestHandover(db, farther(agreementId))).toBe('absent')
      expect(await agreeToHandover(db, id, false)).toBe('absent')
      expect(await declineHandover(db, id)).toBe(false)
      expect(await askForMoreSupport(db, agreementId, newId(), null)).toBe('absent')
    })
  }
  await all.as(all.amara, (db) => sql`select end_facilitation(${agreementId}::uuid)`.execute(db))
  await all.as(all.lena, async (db) => {
    expect((await sql`select 1 from handover where journey_id = ${journeyId}::uuid`.execute(db)).rows).toEqual([])
    expect(await agreeToHandover(db, id, false)).toBe('absent')
  })
  expect(await levelFor(all.amara, journeyId)).toBeNull()
})
