import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PersonDb } from '#platform/db/bound.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { convincing, go, load, reviewed, started, today, tried } from '../../../tests/journeys-in-database.ts'
import { brokenInvariants } from '../journey.ts'
import { stateOf } from '../queries/state.ts'
import { bodyOf, closingInWork } from '../queries/whole.ts'
import { closeSolved, passJourneyOn, setJourneyAside, writeClosing } from './closing.ts'
import { move } from './move.ts'
import { answerTransfer, type WrittenTransfer, writeTransferDescription } from './transfer.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const inClose = (db: PersonDb, id: string) =>
  tried(db, id)
    .then(() => reviewed(db, id, convincing, 'met'))
    .then(() => go(db, id, 'declareSolved'))

const words = (feedback = '') => ({
  texts: [
    { field: 'solutionSummary', body: 'Eine Liste mit sieben Punkten', baseVersion: 0 },
    { field: 'whatMadeTheDifference', body: 'Sie laut vorzulesen', baseVersion: 0 },
    { field: 'aboutMyLearning', body: 'Ich lerne, wenn ich etwas in der Hand habe', baseVersion: 0 },
    { field: 'feedbackToFacilitator', position: 0, body: feedback, baseVersion: 0 },
  ],
  storyChoice: 'later' as const,
  transferCheckOn: null,
})

const answer: WrittenTransfer = {
  texts: [{ field: 'description', body: 'Ein neues Programm', baseVersion: 0 }],
  answer: { metNewChallenge: 'yes', progress: 4, supportUsed: 'looked_things_up' },
  reused: ['try', 'reflect'],
  confidence: 8,
  wantsNewJourney: true,
  helped: ['time'],
  hindered: ['tools'],
}

test('three cycles lead to solved, and weeks later to done', async () => {
  await all.as(all.amara, async (db) => {
    const id = await started(db)
    for (const round of [1, 2]) {
      await tried(db, id)
      await reviewed(db, id, { progress: round === 1 ? 1 : 2 })
      await go(db, id, 'nextCycle')
    }
    await inClose(db, id)
    expect(await closeSolved(db, id, today)).toMatchObject({ ok: false, reason: 'missing_fields' })
    await writeClosing(db, id, words())
    expect(await closeSolved(db, id, today)).toMatchObject({ ok: true })
    const solved = await load(db, id)
    expect(solved.journey).toMatchObject({ status: 'closed', outcome: 'solved', phase: 'transfer', solved_independence: 'on_my_own' })
    expect(solved.cycles.map((cycle) => cycle.state)).toEqual(['reviewed', 'reviewed', 'reviewed'])
    expect(solved.transferChecks).toMatchObject([{ state: 'open', due_on: '2027-01-04' }])
    expect(await answerTransfer(db, id, answer, '2027-01-04')).toMatchObject({ ok: true, after: { phase: 'done' } })
    const done = await load(db, id)
    expect(done.transferChecks).toMatchObject([
      { state: 'answered', met_new_challenge: 'yes', progress: 4, reused: ['try', 'reflect'], helped: ['time'], wants_new_journey: true },
    ])
    expect(brokenInvariants(stateOf(done))).toEqual([])
  })
})

test('the closing is read by those who accompany once it is closed, and never its private words', async () => {
  const id = await all.as(all.amara, (db) => started(db))
  await accompanies(all, all.lena, id)
  await accompanies(all, all.jonas, id)
  await all.as(all.amara, async (db) => {
    await inClose(db, id)
    await writeClosing(db, id, words('Deine Fragen nach dem ersten Schritt haben mir geholfen'))
  })
  await all.as(all.lena, async (db) => {
    const whole = await load(db, id)
    expect(whole.closings).toEqual([])
    expect((await sql`select 1 from passage where field = 'solutionSummary'`.execute(db)).rows).toEqual([])
  })
  await all.as(all.amara, (db) => closeSolved(db, id, today))
  const closingFor = async (db: PersonDb) => (await load(db, id)).closings[0]!
  await all.as(all.lena, async (db) => {
    const { texts } = await closingFor(db)
    expect(bodyOf(texts, 'whatMadeTheDifference')).toBe('Sie laut vorzulesen')
    expect(bodyOf(texts, 'aboutMyLearning')).toBe('')
    expect(bodyOf(texts, 'feedbackToFacilitator')).toContain('Deine Fragen')
  })
  await all.as(all.jonas, async (db) => {
    const { texts } = await closingFor(db)
    expect(bodyOf(texts, 'solutionSummary')).toBe('Eine Liste mit sieben Punkten')
    expect(bodyOf(texts, 'feedbackToFacilitator')).toBe('')
  })
  await all.as(all.amara, async (db) => {
    expect(bodyOf((await closingFor(db)).texts, 'feedbackToFacilitator')).toContain('Deine Fragen')
  })
})

test('a solved journey is opened again with all it had, and its closing words are not lost on the way back to work', async () => {
  await all.as(all.amara, async (db) => {
    const id = await started(db)
    await inClose(db, id)
    await writeClosing(db, id, words())
    await go(db, id, 'backToWork')
    await inClose(db, id)
    expect(bodyOf(closingInWork(await load(db, id))!.texts, 'solutionSummary')).toBe('Eine Liste mit sieben Punkten')
    await closeSolved(db, id, today)
    await go(db, id, 'reopen')
    const whole = await load(db, id)
    expect(whole.journey).toMatchObject({ status: 'active', phase: 'plan', outcome: null, closed_at: null })
    expect(whole.cycles).toHaveLength(3)
    expect(whole.transferChecks).toMatchObject([{ state: 'cancelled' }])
    expect(whole.closings[0]).toMatchObject({ outcome: 'solved', closed_at: expect.any(String) })
  })
})

test('set aside is kept with its reason, and its note with the learner alone', async () => {
  const id = await all.as(all.amara, (db) => started(db))
  await accompanies(all, all.lena, id)
  await all.as(all.amara, async (db) => {
    const given = { reason: 'conditions_missing', note: 'Ich mag gerade nicht', parkedUntil: '2027-03-01' } as const
    expect(await setJourneyAside(db, id, { ...given, reason: null }, today)).toMatchObject({ ok: false, reason: 'missing_fields' })
    expect(await setJourneyAside(db, id, given, today)).toMatchObject({ ok: true })
    const whole = await load(db, id)
    expect(whole.journey).toMatchObject({ status: 'closed', outcome: 'set_aside', phase: 'done' })
    expect(whole.cycles).toMatchObject([{ state: 'unreviewed' }])
    expect(bodyOf(whole.closings[0]!.texts, 'note')).toBe('Ich mag gerade nicht')
  })
  await all.as(all.lena, async (db) => {
    const [closing] = (await load(db, id)).closings
    expect(closing).toMatchObject({ outcome: 'set_aside', reason: 'conditions_missing', parked_until: '2027-03-01' })
    expect(bodyOf(closing!.texts, 'note')).toBe('')
    expect(await setJourneyAside(db, id, { reason: 'no_time', note: '', parkedUntil: null }, today)).toEqual({
      ok: false,
      reason: 'not_the_learner',
    })
  })
})

test('setting aside while closing publishes nothing of the solution that was drafted', async () => {
  const id = await all.as(all.amara, (db) => started(db))
  await accompanies(all, all.lena, id)
  await all.as(all.amara, async (db) => {
    await inClose(db, id)
    await writeClosing(db, id, words())
    await setJourneyAside(db, id, { reason: 'priority_changed', note: '', parkedUntil: null }, today)
  })
  await all.as(all.lena, async (db) => {
    const whole = await load(db, id)
    expect(whole.closings).toMatchObject([{ outcome: 'set_aside' }])
    expect(whole.closings.map((closing) => bodyOf(closing.texts, 'solutionSummary'))).toEqual([''])
  })
})

test('passed on is kept with what was learned, for everybody who accompanies', async () => {
  const id = await all.as(all.amara, (db) => started(db))
  await accompanies(all, all.lena, id)
  await all.as(all.amara, async (db) => {
    const given = { to: 'specialist', what: 'Die Schnittstelle zur Technik', learned: 'Wen ich fragen kann', receiverAgrees: true } as const
    expect(await passJourneyOn(db, id, { ...given, what: '' }, today)).toMatchObject({ ok: false, fields: ['passOn.what'] })
    expect(await passJourneyOn(db, id, given, today)).toMatchObject({ ok: true })
  })
  await all.as(all.lena, async (db) => {
    const [closing] = (await load(db, id)).closings
    expect(closing).toMatchObject({ outcome: 'passed_on', receiver: 'specialist', receiver_agrees: true })
    expect(bodyOf(closing!.texts, 'learned')).toBe('Wen ich fragen kann')
  })
})

test('a pause keeps the place, with the day to come back if there is one', async () => {
  await all.as(all.amara, async (db) => {
    const id = await started(db)
    await move(db, id, { name: 'pause', resumeOn: '2027-01-11' }, today)
    expect((await load(db, id)).journey).toMatchObject({ status: 'paused', phase: 'plan', resume_on: '2027-01-11' })
    await go(db, id, 'resume')
    expect((await load(db, id)).journey).toMatchObject({ status: 'active', phase: 'plan', resume_on: null })
  })
})

test('a transfer check moves on twice where nothing new came up, then ends; its private notes stay private', async () => {
  const id = await all.as(all.amara, (db) => started(db))
  await accompanies(all, all.lena, id)
  await all.as(all.amara, async (db) => {
    await inClose(db, id)
    await writeClosing(db, id, words())
    await closeSolved(db, id, today)
    await writeTransferDescription(db, id, [{ field: 'description', body: 'Bisher nur Bekanntes', baseVersion: 0 }])
    const notYet: WrittenTransfer = { ...answer, texts: [], answer: { metNewChallenge: 'not_yet', progress: null, supportUsed: null } }
    for (const day of ['2027-02-01', '2027-03-01']) {
      await answerTransfer(db, id, notYet, '2027-01-04')
      expect((await load(db, id)).transferChecks).toMatchObject([{ state: 'open', due_on: day, met_new_challenge: null }])
    }
    expect(await answerTransfer(db, id, notYet, '2027-03-01')).toMatchObject({ ok: true, after: { phase: 'done' } })
    expect(bodyOf((await load(db, id)).transferChecks[0]!.texts, 'description')).toBe('Bisher nur Bekanntes')
  })
  await all.as(all.lena, async (db) => {
    const [check] = (await load(db, id)).transferChecks
    expect(check).toMatchObject({ state: 'answered', met_new_challenge: 'not_yet', helped: null, hindered: null })
    expect(bodyOf(check!.texts, 'description')).toBe('')
  })
})

test('a transfer check can be declined without a reason', async () => {
  await all.as(all.amara, async (db) => {
    const id = await started(db)
    await inClose(db, id)
    await writeClosing(db, id, words())
    await closeSolved(db, id, today)
    await go(db, id, 'declineTransfer')
    expect(await load(db, id)).toMatchObject({ journey: { phase: 'done', outcome: 'solved' }, transferChecks: [{ state: 'declined' }] })
  })
})
