import { afterAll, beforeAll, expect, test } from 'vitest'
import { wholeJourney } from '#journey/queries/whole.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../tests/cast.ts'
import { journeyInSecondPlan, journeyInTry } from '../../tests/under-way.ts'
import { fadedOver, type Voyage, voyageOf } from './retrospect.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const told = async (id: string) => voyageOf((await all.as(all.amara, (db) => wholeJourney(db, id)))!)
const said = async () => (await browser.get('/over-time', all.amara)).text()

const voyage = (given: Partial<Voyage>): Voyage => ({
  id: 'one',
  title: 'Eins',
  outcome: null,
  begunAt: null,
  closedAt: null,
  cycles: 1,
  support: null,
  confidence: null,
  onMyOwn: null,
  transfer: null,
  secondTransfer: null,
  ...given,
})
const guided = { first: 'guided', last: 'regular' } as const

test('how support faded is told from the first accompanied journey to the last one, also where that was alone', () => {
  expect(fadedOver([voyage({ support: guided }), voyage({ support: { first: 'on_call', last: 'on_call' } })])).toEqual({
    from: 'guided',
    to: 'on_call',
  })
  expect(fadedOver([voyage({ support: guided }), voyage({})])).toEqual({ from: 'guided', to: 'alone' })
})

test('one journey alone tells nothing over time, nor does one whose first cycle nobody looked back on', () => {
  expect(fadedOver([voyage({ support: guided })])).toBeNull()
  expect(fadedOver([voyage({ support: guided }), voyage({ cycles: 0 })])).toBeNull()
  expect(fadedOver([voyage({}), voyage({})])).toBeNull()
})

test('a journey tells its cycles, who was there, confidence before and after, and what the transfer check said', async () => {
  const id = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  expect(await told(id)).toMatchObject({ cycles: 1, support: null, confidence: null, transfer: null })
  await accompanies(all, all.lena, id)
  await all.owner.query('update challenge set confidence_start = 3 where journey_id = $1', [id])
  await all.owner.query('update review set confidence_now = 7 where journey_id = $1', [id])
  expect((await told(id)).confidence).toEqual({ before: 3, after: 7 })
  expect((await told(id)).support).not.toBeNull()
  const check = { met_new_challenge: 'yes', progress: 3, support_used: 'peer' }
  await all.owner.query(
    `insert into transfer_check (organisation_id, id, journey_id, due_on, state, met_new_challenge, progress, support_used)
     values ($1, gen_random_uuid(), $2, '2026-01-01', 'answered', $3, $4, $5)`,
    [all.amara.organisationId, id, check.met_new_challenge, check.progress, check.support_used],
  )
  expect((await told(id)).transfer).toBe('alone')
  await all.owner.query(`update transfer_check set support_used = 'facilitator' where journey_id = $1`, [id])
  expect((await told(id)).transfer).toBe('not_alone')
  await all.owner.query(`update transfer_check set met_new_challenge = 'unsure' where journey_id = $1`, [id])
  expect((await told(id)).transfer).toBe('unsure')
  await all.owner.query(`update transfer_check set met_new_challenge = 'not_yet' where journey_id = $1`, [id])
  expect(await told(id)).toMatchObject({ transfer: 'nothing_new', secondTransfer: null })
  const second = (state: string) =>
    all.owner.query(
      `insert into transfer_check (organisation_id, id, journey_id, follows_id, due_on, state, met_new_challenge, progress, support_used)
       select organisation_id, gen_random_uuid(), journey_id, id, due_on, $2, $3, $4, 'none' from transfer_check
       where journey_id = $1 and follows_id is null
       on conflict (organisation_id, journey_id, follows_id) where follows_id is not null do update set state = excluded.state`,
      [id, state, check.met_new_challenge, check.progress],
    )
  await second('declined')
  expect((await told(id)).secondTransfer).toBeNull()
  await second('answered')
  expect(await told(id)).toMatchObject({ transfer: 'nothing_new', secondTransfer: 'alone' })
})

test('the page holds the own journeys that were begun, for their learner alone', async () => {
  const { id } = await journeyInTry(all, all.amara)
  const page = await said()
  expect(page).toContain(`href="/journeys/${id}"`)
  expect(page).toContain('Zutrauen')
  await accompanies(all, all.lena, id)
  const lenas = await (await browser.get('/over-time', all.lena)).text()
  expect(lenas).not.toContain(id)
  expect(lenas).toContain('Noch kein Kurs gezeichnet')
})
