import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { answerHatAsked, askToWear, returnHat } from '#facilitation/commands/hat.ts'
import type { Hat } from '#facilitation/rules/hats.ts'
import { newId } from '#platform/ids.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { go, load, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { hatChangeIn, hatNow, hatOfResponse } from '../queries/hats.ts'
import { propose } from './proposal.ts'
import { respondToReview } from './response.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const training = { hat: 'training', purpose: 'Wie man die Liste liest' } as const
const now = () => new Date()

/** Amara's journey in its second plan; Lena accompanies it, and Jonas as well. */
async function accompanied() {
  const id = await all.as(all.amara, async (db) => {
    const journey = await started(db)
    await tried(db, journey)
    await reviewed(db, journey)
    await go(db, journey, 'nextCycle')
    return journey
  })
  const agreementId = await accompanies(all, all.lena, id)
  await accompanies(all, all.jonas, id)
  const reviewId = await all.as(all.amara, async (db) => (await load(db, id)).cycles[0]!.review!.id)
  return { id, agreementId, reviewId }
}
const seenBy = (who: Person, id: string) => all.as(who, (db) => load(db, id))
const asked = async (agreementId: string, wanted: Parameters<typeof askToWear>[3] = training) => {
  const id = newId()
  expect(await all.as(all.lena, (db) => askToWear(db, agreementId, id, wanted))).toBe(true)
  return id
}

test('another hat is asked for with what it is for, and worn once the learner says yes', async () => {
  const { id, agreementId } = await accompanied()
  const change = await asked(agreementId)
  const waiting = await seenBy(all.amara, id)
  expect(hatChangeIn(waiting, agreementId, 'asked', now())).toMatchObject({
    hat: 'training',
    minutes: 20,
    purpose: 'Wie man die Liste liest',
  })
  expect(hatNow(waiting, all.lena.personId, now())).toBe('facilitation')
  expect(await all.as(all.lena, (db) => answerHatAsked(db, change, true))).toBe(false)
  expect(await all.as(all.amara, (db) => answerHatAsked(db, change, true))).toBe(true)
  const worn = await seenBy(all.lena, id)
  expect(hatChangeIn(worn, agreementId, 'worn', now())).toMatchObject({ id: change })
  expect(hatNow(worn, all.lena.personId, now())).toBe('training')
  expect(hatNow(worn, all.lena.personId, new Date(Date.now() + 20 * 60_000))).toBe('facilitation')
})

test('a declined hat leaves no row and no word', async () => {
  const { id, agreementId } = await accompanied()
  const change = await asked(agreementId)
  expect(await all.as(all.amara, (db) => answerHatAsked(db, change, false))).toBe(true)
  expect((await seenBy(all.amara, id)).hatChanges).toEqual([])
  const { rows } = await all.owner.query(
    'select (select count(*)::int from hat_change where id = $1) as rows, (select count(*)::int from passage where subject_id = $1) as words',
    [change],
  )
  expect(rows).toEqual([{ rows: 0, words: 0 }])
})

test('either takes it off early, and what is kept says how long it was', async () => {
  const { id, agreementId } = await accompanied()
  const change = await asked(agreementId)
  await all.as(all.amara, (db) => answerHatAsked(db, change, true))
  await all.owner.query(`update hat_change set accepted_at = now() - interval '7 minutes 10 seconds' where id = $1`, [change])
  expect(await all.as(all.amara, (db) => returnHat(db, change))).toBe(true)
  const whole = await seenBy(all.lena, id)
  expect(whole.hatChanges).toMatchObject([{ id: change, minutes: 8 }])
})

test('one hat at a time: a second one that is accepted takes the place of the first', async () => {
  const { id, agreementId } = await accompanied()
  const first = await asked(agreementId)
  await all.as(all.amara, (db) => answerHatAsked(db, first, true))
  const second = await asked(agreementId, { hat: 'coaching', purpose: 'Sich entscheiden' })
  expect(hatNow(await seenBy(all.lena, id), all.lena.personId, now())).toBe('training')
  await all.as(all.amara, (db) => answerHatAsked(db, second, true))
  const whole = await seenBy(all.lena, id)
  expect(whole.hatChanges).toMatchObject([
    { id: first, returned_at: expect.any(String), minutes: 1 },
    { id: second, returned_at: null },
  ])
  expect(hatNow(whole, all.lena.personId, now())).toBe('coaching')
})

test('only hats that were agreed can be asked for, only by whoever accompanies, and strangers see nothing of it', async () => {
  const { id, agreementId } = await accompanied()
  await all.owner.query(`update agreement_version set allowed_hats = '{facilitation}' where agreement_id = $1`, [agreementId])
  expect(await all.as(all.lena, (db) => askToWear(db, agreementId, newId(), training))).toBe(false)
  await all.owner.query(`update agreement_version set allowed_hats = '{facilitation,training}' where agreement_id = $1`, [agreementId])
  for (const who of [all.amara, all.jonas, all.ines, all.nour])
    expect(await all.as(who, (db) => askToWear(db, agreementId, newId(), training))).toBe(false)
  const change = await asked(agreementId)
  expect((await seenBy(all.jonas, id)).hatChanges).toEqual([])
  for (const who of [all.jonas, all.ines, all.nour]) {
    expect(await all.as(who, (db) => answerHatAsked(db, change, false))).toBe(false)
    expect(await all.as(who, (db) => returnHat(db, change))).toBe(false)
  }
})

test('a suggestion says under which hat it was made; under the coaching hat two people read it', async () => {
  const { id } = await accompanied()
  const made = (hat: Hat | undefined, text: string) =>
    all.as(all.lena, (db) => propose(db, all.lena.personId, id, newId(), { kind: 'question', text, questionId: null, ...(hat && { hat }) }))
  expect(await made(undefined, 'Was wäre leicht?')).toEqual({ ok: true })
  expect(await made('training', 'Kennst du die Liste?')).toEqual({ ok: true })
  expect(await made('coaching', 'Was hält dich zurück?')).toEqual({ ok: true })
  const wordsFor = async (who: Person) =>
    (await seenBy(who, id)).proposals.map(({ hat, texts }) => `${hat}: ${texts.others.map(({ body }) => body)}`)
  const open = ['facilitation: Was wäre leicht?', 'training: Kennst du die Liste?']
  expect(await wordsFor(all.amara)).toEqual([...open, 'coaching: Was hält dich zurück?'])
  expect(await wordsFor(all.jonas)).toEqual(open)
})

test('an answer to a review does too, and its readers follow the hat when it changes', async () => {
  const { id, reviewId } = await accompanied()
  const answers = (hat: Hat, body: string, baseVersion: number) =>
    all.as(all.lena, (db) => respondToReview(db, all.lena.personId, id, reviewId, { body, baseVersion, hat }))
  const readBy = async (who: Person) => {
    const whole = await seenBy(who, id)
    return [whole.cycles[0]!.review!.texts.others.map(({ body }) => body), hatOfResponse(whole, reviewId, all.lena.personId)]
  }
  expect(await answers('coaching', 'Was hält dich?', 0)).toEqual({ ok: true })
  expect(await readBy(all.amara)).toEqual([['Was hält dich?'], 'coaching'])
  expect(await readBy(all.jonas)).toEqual([[], 'facilitation'])
  expect(await answers('training', 'So liest man die Liste.', 1)).toEqual({ ok: true })
  expect(await readBy(all.jonas)).toEqual([['So liest man die Liste.'], 'training'])
})

test('a hat that was not agreed is refused, and nothing is written', async () => {
  const { id, agreementId, reviewId } = await accompanied()
  await all.owner.query(`update agreement_version set allowed_hats = '{facilitation}' where agreement_id = $1`, [agreementId])
  const refused = { ok: false, reason: 'hat_not_agreed' }
  await all.as(all.lena, async (db) => {
    const me = all.lena.personId
    expect(await propose(db, me, id, newId(), { kind: 'question', text: 'Darf ich?', questionId: null, hat: 'coaching' })).toEqual(refused)
    expect(await respondToReview(db, me, id, reviewId, { body: 'Darf ich?', baseVersion: 0, hat: 'training' })).toEqual(refused)
    expect((await sql`select 1 from passage where body = 'Darf ich?'`.execute(db)).rows).toEqual([])
  })
})
