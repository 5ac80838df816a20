import { afterAll, beforeAll, expect, test } from 'vitest'
import { suggestHandover } from '#facilitation/commands/handover.ts'
import { askToWear } from '#facilitation/commands/hat.ts'
import { closeSolved, passJourneyOn, setJourneyAside, writeClosing } from '#journey/commands/closing.ts'
import { createJourney } from '#journey/commands/create.ts'
import { move } from '#journey/commands/move.ts'
import { savePlan } from '#journey/commands/plan.ts'
import { propose } from '#journey/commands/proposal.ts'
import { addStep } from '#journey/commands/step.ts'
import { nextTurn, possibleEvents } from '#journey/journey.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../tests/cast.ts'
import { type Place, places } from '../../tests/journeys.ts'
import { convincing, go, load, reviewed, started, today, tried } from '../../tests/journeys-in-database.ts'
import { said } from '../../tests/under-way.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  await browser.post('/facilitators/mine', { languages: 'de', topics: 'Übergaben', howIWork: '', places: '30', replyDays: '7' }, all.ines)
})
afterAll(() => all.close())

const inDays = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)

/** Everything that can wait for somebody, in one journey: with Lena, who accompanies it, with Ines, who is asked to, and with Jonas, who would stand in. */
async function leavePending(journeyId: string) {
  const agreementId = await accompanies(all, all.lena, journeyId)
  const [versionId, handoverId, requestId, sessionId] = [newId(), newId(), newId(), newId()]
  await all.owner.query(
    `insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, support_level, contact_rhythm, contact_weeks, reply_days, allowed_hats)
     select organisation_id, $2, agreement_id, journey_id, 2, $3, support_level, 'weeks', 1, 3, allowed_hats from agreement_version where agreement_id = $1`,
    [agreementId, versionId, all.lena.personId],
  )
  const handover = { agreementId, id: handoverId, to: 'on_call', overrides: {}, forOneCycle: true, cycleId: null } as const
  expect(await all.as(all.lena, (db) => suggestHandover(db, handover))).toBe('suggested')
  expect(await all.as(all.lena, (db) => askToWear(db, agreementId, newId(), { hat: 'coaching', purpose: 'Eine Entscheidung' }))).toBe(true)
  const question = { kind: 'question', text: 'Woran merkst du es?', questionId: null } as const
  expect(await all.as(all.lena, (db) => propose(db, all.lena.personId, journeyId, newId(), question))).toEqual({ ok: true })
  const asks = { id: requestId, journey: journeyId, lines: 'Magst du mit hinschauen?', shown: 'nothing' }
  const calls = {
    id: sessionId,
    journey: journeyId,
    title: 'Treffen',
    place: '',
    minutes: '60',
    time: [`${inDays(5)}T10:00`, `${inDays(6)}T10:00`],
  }
  const away = { deputy: all.jonas.personId, from: inDays(2), to: inDays(9), agreements: agreementId }
  for (const [path, form, who] of [
    [`/facilitators/${all.ines.personId}/requests`, asks, all.amara],
    ['/sessions', calls, all.lena],
    ['/accompanying/absence', away, all.lena],
  ] as const)
    expect((await browser.post(path, form, who)).status, path).toBe(303)
  return { agreementId, handoverId, requestId, sessionId }
}

/** What still waits for an answer, by name. */
async function stillPending(journeyId: string): Promise<string[]> {
  const { rows } = await all.owner.query<{ what: string }>(
    `select 'agreement' as what from agreement_version v where v.journey_id = $1 and v.number = 2 and v.laid_aside_at is null
       and not exists (select from agreement_confirmation c where c.version_id = v.id)
     union all select 'handover' from handover where journey_id = $1 and state = 'suggested'
     union all select 'hat' from hat_change where journey_id = $1 and accepted_at is null
     union all select 'proposal' from proposal where journey_id = $1 and state = 'waiting'
     union all select 'request' from facilitation_request where journey_id = $1 and state = 'waiting'
     union all select 'session' from session s join appointment a on a.context_id = s.id where s.journey_id = $1 and a.state = 'proposed'
       and not exists (select from time_answer r join appointment_time t on t.id = r.time_id where t.appointment_id = a.id and r.person_id = $2)
     union all select 'deputy' from deputy_offer where journey_id = $1 and ended_at is null and learner_agreed_at is null`,
    [journeyId, all.amara.personId],
  )
  return rows.map(({ what }) => what).sort()
}
const everything = ['agreement', 'deputy', 'handover', 'hat', 'proposal', 'request', 'session']

const plan = async (db: PersonDb, id: string) => {
  await savePlan(db, id, { texts: [said('focus', 'Die Fragen der Übergabe')], plannedReviewOn: '2026-12-07' })
  await addStep(db, id, newId(), { texts: [said('what', 'Drei Fragen stellen')], kind: 'on_the_job_trial', byWhen: '2026-12-01' })
}
const trying = async (db: PersonDb, id: string) => {
  await plan(db, id)
  await go(db, id, 'beginTrying')
}
const reframed = (db: PersonDb, id: string) => move(db, id, { name: 'reframe', reason: 'Es geht um etwas anderes' }, today)
const evaluating = async (db: PersonDb, id: string) => {
  await tried(db, id)
  await reviewed(db, id)
}
const closing = async (db: PersonDb, id: string) => {
  await tried(db, id)
  await reviewed(db, id, convincing, 'met')
  await go(db, id, 'declareSolved')
  const texts = [said('solutionSummary', 'Eine Liste'), said('whatMadeTheDifference', 'Sie laut vorzulesen')]
  await writeClosing(db, id, { texts, storyChoice: 'later', transferCheckOn: null })
}
const solved = async (db: PersonDb, id: string) => {
  await closing(db, id)
  await closeSolved(db, id, today)
}
type There = (db: PersonDb, id: string) => Promise<unknown>
const paused =
  (there: There): There =>
  async (db, id) => {
    await there(db, id)
    await move(db, id, { name: 'pause', resumeOn: null }, today)
  }

/** How the learner comes to each place, and the form with which they go on from there. */
const ways: Record<Place, { there: There; form: string; sent?: Record<string, string> }> = {
  draft: { there: async () => undefined, form: 'challenge', sent: { title: 'Übergaben', 'version.title': '0' } },
  identify: { there: reframed, form: 'moves/confirmChallenge' },
  plan: { there: plan, form: 'moves/beginTrying' },
  try: { there: trying, form: 'observations', sent: { noteId: newId(), text: 'Die dritte Frage hat geholfen' } },
  evaluate: { there: evaluating, form: 'moves/nextCycle' },
  close: { there: closing, form: 'closing', sent: { do: 'close' } },
  pausedIdentify: { there: paused(reframed), form: 'moves/resume' },
  pausedPlan: { there: paused(plan), form: 'moves/resume' },
  pausedTry: { there: paused(trying), form: 'moves/resume' },
  pausedEvaluate: { there: paused(evaluating), form: 'moves/resume' },
  pausedClose: { there: paused(closing), form: 'moves/resume' },
  transfer: { there: solved, form: 'moves/declineTransfer' },
  solvedDone: {
    there: async (db, id) => {
      await solved(db, id)
      await go(db, id, 'declineTransfer')
    },
    form: 'moves/reopen',
  },
  setAside: { there: (db, id) => setJourneyAside(db, id, { reason: 'no_time', note: '', parkedUntil: null }, today), form: 'moves/reopen' },
  passedOn: {
    there: (db, id) =>
      passJourneyOn(db, id, { to: 'specialist', what: 'Die Technik', learned: 'Wen ich frage', receiverAgrees: true }, today),
    form: 'moves/reopen',
  },
}

test.each(Object.keys(places) as Place[])(
  'in %s the rules give the learner the same ways on, whether somebody accompanies or not',
  (name) => {
    const alone = { ...places[name], facilitatorIds: [] }
    const accompanied = { ...places[name], facilitatorIds: ['lena'] }
    expect(possibleEvents(accompanied, 'learner')).toEqual(possibleEvents(alone, 'learner'))
    expect(nextTurn(accompanied, today)).toBe(nextTurn(alone, today))
    expect(nextTurn(accompanied, today)).toMatch(/^(learner_|time_|nobody$)/)
  },
)

test.each(Object.keys(ways) as Place[])(
  'in %s the learner goes on while an agreement, a handover, a hat, a suggestion, a request, a session and a deputy wait',
  async (name) => {
    const { there, form, sent = {} } = ways[name]
    const id = await all.as(all.amara, async (db) => {
      if (name !== 'draft') return started(db)
      const drafted = newId()
      await createJourney(db, drafted)
      return drafted
    })
    await leavePending(id)
    await all.as(all.amara, (db) => there(db, id))
    const { status, phase, outcome } = (await all.as(all.amara, (db) => load(db, id))).journey
    const { status: s, phase: p, outcome: o } = places[name]
    expect({ status, phase, outcome }).toEqual({ status: s, phase: p, outcome: o })
    expect(await stillPending(id)).toEqual(everything)
    const went = await browser.post(`/journeys/${id}/${form}`, sent, all.amara)
    expect(went.status).toBe(303)
    expect(await stillPending(id)).toEqual(everything)
  },
)

test('each thing that waits is there to be answered, and none is said to be late', async () => {
  const id = await all.as(all.amara, started)
  const { agreementId, handoverId, requestId, sessionId } = await leavePending(id)
  const day = await (await browser.get('/today', all.amara)).text()
  for (const path of [`/journeys/${id}/agreement/${agreementId}`, `/facilitators/requests/${requestId}`, `/journeys/${id}/deputies/`])
    expect(day).toContain(`href="${path}`)
  expect(await (await browser.get('/sessions', all.amara)).text()).toContain(`/sessions/${sessionId}`)
  expect(await (await browser.get(`/journeys/${id}`, all.amara)).text()).toContain(handoverId)
  for (const word of ['überfällig', 'versäumt', 'noch immer']) expect(day.toLowerCase()).not.toContain(word)
})
