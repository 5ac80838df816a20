import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { convincing, go, load, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { dueInJourneys } from '../queries/due.ts'

let all: Cast
let app: Ask
beforeAll(async () => {
  all = await cast()
  app = ask(all)
})
afterAll(() => all.close())

const solution = { solutionSummary: 'Eine Liste', whatMadeTheDifference: 'Laut vorlesen', storyChoice: 'later', do: 'close' }
const answered = { metNewChallenge: 'yes', progress: '3', supportUsed: 'peer', description: 'Ein neues Gerät' }
const notYet = { metNewChallenge: 'not_yet', description: '' }

async function solved(): Promise<string> {
  const id = await all.as(all.amara, async (db) => {
    const begun = await started(db)
    await tried(db, begun)
    await reviewed(db, begun, convincing, 'met')
    await go(db, begun, 'declareSolved')
    return begun
  })
  await app.post(`/journeys/${id}/closing`, solution, all.amara)
  return id
}
const answers = (id: string, given: Record<string, string> = answered) => app.post(`/journeys/${id}/transfer`, given, all.amara)
const decides = (id: string, what: 'plan' | 'leave', who = all.amara) => app.post(`/journeys/${id}/second-check`, { do: what }, who)
const seen = async (id: string, who: Person) => (await app.get(`/journeys/${id}`, who)).text()
const checks = (id: string) => all.as(all.amara, async (db) => (await load(db, id)).transferChecks)
const phase = (id: string) => all.as(all.amara, async (db) => (await load(db, id)).journey.phase)

test('once the first check is answered a second one is offered, and one press turns it on or leaves it', async () => {
  const id = await solved()
  expect((await decides(id, 'plan')).status).toBe(422)
  await answers(id)
  expect(await seen(id, all.amara)).toContain('Später noch einmal?')
  expect((await decides(id, 'leave')).status).toBe(303)
  expect(await seen(id, all.amara)).not.toContain('Später noch einmal?')
  expect(await checks(id)).toMatchObject([{ state: 'answered' }, { state: 'declined' }])
  for (const _press of [1, 2]) expect((await decides(id, 'plan')).status).toBe(303)
  const [first, second] = await checks(id)
  expect(second).toMatchObject({ state: 'open', follows_id: first!.id, postponed: 0 })
  expect(await phase(id)).toBe('done')
  expect(await seen(id, all.amara)).toContain('Zweiter Transfer-Check')
})

test('whoever did without the first check is not asked about a second', async () => {
  const id = await solved()
  await presses(id, 'declineTransfer')
  expect(await seen(id, all.amara)).not.toContain('Später noch einmal?')
  expect((await decides(id, 'plan')).status).toBe(422)
})

test('it has a row of its own, moves by four weeks at most twice, and its answer keeps that of the first', async () => {
  const id = await solved()
  await answers(id)
  await decides(id, 'plan')
  expect((await answers(id, { metNewChallenge: 'yes', description: '' })).status).toBe(422)
  for (const times of [1, 2]) {
    expect((await answers(id, notYet)).status).toBe(303)
    expect((await checks(id))[1]).toMatchObject({ state: 'open', postponed: times })
  }
  expect((await answers(id, notYet)).status).toBe(303)
  expect(await checks(id)).toMatchObject([
    { state: 'answered', met_new_challenge: 'yes', support_used: 'peer' },
    { state: 'answered', met_new_challenge: 'not_yet', support_used: null },
  ])
  expect(await phase(id)).toBe('done')
})

test('whoever accompanies reads its answer, never what happened, and decides nothing about it', async () => {
  const id = await solved()
  await accompanies(all, all.lena, id)
  await answers(id)
  for (const other of [all.lena, all.jonas]) expect((await decides(id, 'plan', other)).status).toBe(404)
  expect(await seen(id, all.lena)).not.toContain('Später noch einmal?')
  await decides(id, 'plan')
  expect(await seen(id, all.lena)).toContain('schaut Amara Okafor, was davon bei etwas Neuem trägt')
  await answers(id, { ...answered, supportUsed: 'facilitator', description: 'Das zweite Gerät' })
  const hers = await seen(id, all.lena)
  expect(hers).toContain('Zweiter Transfer-Check')
  expect(hers).toContain('Ganz allein ging es noch nicht.')
  expect(hers).not.toContain('Das zweite Gerät')
})

test('on its day it stands on the page of the day and in the summary of its learner, though the journey is done, and of nobody else', async () => {
  const id = await solved()
  await accompanies(all, all.lena, id)
  await answers(id)
  await decides(id, 'plan')
  const now = new Date()
  const today = now.toISOString().slice(0, 10)
  const due = (who: Person) => all.as(who, (db) => dueInJourneys(db, { today, now, timeZone: 'Europe/Berlin' }))
  const named = async (who: Person) => [
    (await (await app.get('/today', who)).text()).includes('Zweiter Transfer-Check'),
    (await due(who)).some(({ kind, journeyId }) => kind === 'transfer' && journeyId === id),
  ]
  expect(await named(all.amara)).toEqual([false, false])
  await all.owner.query(`update transfer_check set due_on = $2 where journey_id = $1 and state = 'open'`, [id, today])
  expect(await named(all.amara)).toEqual([true, true])
  expect(await named(all.lena)).toEqual([false, false])
})

test('a journey that is opened again drops a second check that waits', async () => {
  const id = await solved()
  await answers(id)
  await decides(id, 'plan')
  await presses(id, 'reopen')
  expect((await checks(id))[1]).toMatchObject({ state: 'cancelled' })
  expect(await phase(id)).toBe('plan')
})

async function presses(id: string, event: string) {
  expect((await app.post(`/journeys/${id}/moves/${event}`, {}, all.amara)).status).toBe(303)
}
