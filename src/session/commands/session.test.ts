import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { endFacilitation } from '#facilitation/commands/agreement.ts'
import { openCycleOf } from '#journey/queries/whole.ts'
import { newId } from '#platform/ids.ts'
import { letGo } from '#sharing/commands/membership.ts'
import { rewriteSharedText } from '#sharing/commands/shared-text.ts'
import { sharedText } from '#sharing/queries.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { journeyInPlan, journeyInTry, read } from '../../../tests/under-way.ts'
import { sessionById } from '../queries/sessions.ts'
import { sessionsTaken } from '../queries/taken-along.ts'
import { addItem, setItemDone } from './agenda.ts'
import { agreeOn, changeAgreement, takeAsStep } from './agreement.ts'
import { answerHat, askForHat, takeOffHat } from './hats.ts'
import { beginSession, callSession, holdSession } from './session.ts'
import { writeWords } from './words.ts'

let all: Cast
let [journeyId, agreementId, sessionId] = ['', '', '']
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())
beforeEach(async () => {
  journeyId = await journeyInPlan(all, all.amara)
  agreementId = await accompanies(all, all.lena, journeyId)
  sessionId = await called(all.lena)
})

async function called(host: Person, more: Partial<Parameters<typeof callSession>[1]> = {}): Promise<string> {
  const id = newId()
  const other = host === all.lena ? all.amara : all.lena
  const calling = { id, journeyId, personIds: [other.personId], title: 'Treffen zu zweit', place: '', afterId: null, ...more }
  expect(await all.as(host, (db) => callSession(db, calling))).toBe(true)
  return id
}
const seen = (who: Person, id = sessionId) => all.as(who, (db) => sessionById(db, id))
const here = async (who: Person) => (await seen(who))!
const running = () => all.as(all.lena, (db) => beginSession(db, sessionId))

test('who takes part reads the session; colleagues, the administration and the organisation next door find nothing', async () => {
  expect((await seen(all.amara))?.members.map(({ name, isHost }) => [name, isHost])).toEqual([
    ['Lena Brandt', true],
    ['Amara Okafor', false],
  ])
  for (const stranger of [all.jonas, all.ines, all.nour]) expect(await seen(stranger)).toBeUndefined()
})

test('nobody calls a session about a journey that they do not read', async () => {
  const calling = { id: newId(), journeyId, personIds: [], title: 'Treffen', place: '', afterId: null }
  expect(await all.as(all.jonas, (db) => callSession(db, calling))).toBe(false)
})

test('a session about a journey is never held without its learner, whatever the database is told', async () => {
  const id = await called(all.lena, { personIds: [] })
  expect((await seen(all.amara, id))?.members.map(({ name }) => name)).toContain('Amara Okafor')
  expect(await all.as(all.lena, (db) => letGo(db, id, all.amara.personId))).toBe(false)
  expect(await seen(all.amara, id)).toBeDefined()
})

test('somebody who takes part without accompanying reads the session and nothing of its journey', async () => {
  const id = await called(all.lena, { personIds: [all.amara.personId, all.jonas.personId] })
  const session = await seen(all.jonas, id)
  expect([session?.kind, session?.journey]).toEqual(['group', null])
  await expect(all.as(all.jonas, (db) => read(db, journeyId))).rejects.toThrow()
})

test('sent twice, a form calls one session and writes one point', async () => {
  const calling = { id: sessionId, journeyId, personIds: [], title: 'noch einmal', place: '', afterId: null }
  expect(await all.as(all.lena, (db) => callSession(db, calling))).toBe(true)
  const itemId = newId()
  for (const _ of [1, 2]) await all.as(all.amara, async (db) => addItem(db, (await sessionById(db, sessionId))!, itemId, 'Urlaub'))
  const { title, agenda } = await here(all.amara)
  expect([title?.body, agenda.filter((item) => item.words?.body === 'Urlaub').length]).toEqual(['Treffen zu zweit', 1])
})

test('in the moment facilitation ends, a former facilitator loses its sessions and the learner steers them', async () => {
  await all.as(all.lena, (db) => rewriteSharedText(db, sessionId, 'was wir besprachen', 0))
  await all.as(all.lena, async (db) => agreeOn(db, await here(all.lena), newId(), { body: 'Lenas Satz', byWhen: null }))
  await all.as(all.amara, (db) => endFacilitation(db, agreementId))
  expect(await seen(all.lena)).toBeUndefined()
  expect(await all.as(all.lena, (db) => sharedText(db, sessionId))).toBeUndefined()
  const after = await here(all.amara)
  expect([after.state, after.members, after.agreements[0]?.words?.body]).toEqual([
    'cancelled',
    [{ personId: all.amara.personId, name: 'Amara Okafor', isHost: true }],
    'Lenas Satz',
  ])
})

test('what was left open comes along to the next session, with its words; what was talked about does not', async () => {
  const [open, done] = [newId(), newId()]
  await all.as(all.amara, async (db) => {
    await addItem(db, (await sessionById(db, sessionId))!, open, 'Wer spricht mit der Disposition?')
    await addItem(db, (await sessionById(db, sessionId))!, done, 'Urlaub')
    for (const item of (await sessionById(db, sessionId))!.agenda) if (item.id !== open) await setItemDone(db, sessionId, item.id, true)
    await holdSession(db, sessionId, new Date())
  })
  const next = await seen(all.amara, await called(all.lena))
  expect(next?.agenda.map((item) => item.words?.body ?? item.suggestion)).toEqual(['arrive', 'Wer spricht mit der Disposition?', 'plan'])
})

test('words that both may change are never overwritten unseen', async () => {
  const item = (await here(all.lena)).agenda[0]!
  const place = { sessionId, subjectId: item.id, field: 'item' as const, baseVersion: 0 }
  expect(await all.as(all.amara, (db) => writeWords(db, place, 'Wie war die Woche?'))).toEqual({ ok: true })
  expect(await all.as(all.lena, (db) => writeWords(db, place, 'Anders'))).toEqual({ ok: false, theirs: 'Wie war die Woche?', version: 1 })
  expect(await all.as(all.lena, (db) => writeWords(db, { ...place, baseVersion: 1 }, 'Wie war der Montag?'))).toEqual({ ok: true })
  expect((await here(all.amara)).agenda[0]?.words).toEqual({ body: 'Wie war der Montag?', version: 2 })
})

const ask = (purpose: string, id = newId(), hat: 'coaching' | 'training' = 'coaching') =>
  all.as(all.lena, async (db) => ({
    id,
    asked: await askForHat(db, (await sessionById(db, sessionId))!, all.lena.personId, { id, hat, purpose }),
  }))
const answer = (who: Person, id: string, accepts: boolean) =>
  all.as(who, async (db) => answerHat(db, (await sessionById(db, sessionId))!, who.personId, id, accepts))

test('a hat is put on when the learner says yes, not by who asked, and one at a time', async () => {
  await running()
  const first = await ask('Wie du mit dem Zögern umgehst')
  expect(await answer(all.lena, first.id, true)).toBe(false)
  expect(await answer(all.amara, first.id, true)).toBe(true)
  const second = await ask('Drei Sätze üben', newId(), 'training')
  await answer(all.amara, second.id, true)
  const worn = (await here(all.lena)).hats.map(({ hat, minutes, endedAt }) => [hat, minutes, endedAt === null])
  expect(worn).toEqual([
    ['coaching', 30, false],
    ['training', 20, true],
  ])
  await all.as(all.amara, async (db) => takeOffHat(db, (await sessionById(db, sessionId))!))
  expect((await here(all.lena)).hats.every((hat) => hat.endedAt)).toBe(true)
})

test('learners ask for no hat, nobody does before it begins, and nobody twice at once', async () => {
  expect((await ask('zu früh')).asked).toEqual({ ok: false, reason: 'not_running' })
  await running()
  const amaras = await all.as(all.amara, async (db) =>
    askForHat(db, (await sessionById(db, sessionId))!, all.amara.personId, { id: newId(), hat: 'training', purpose: 'x' }),
  )
  expect(amaras).toEqual({ ok: false, reason: 'own_journey' })
  await ask('eins')
  expect((await ask('zwei')).asked).toEqual({ ok: false, reason: 'asked_already' })
})

test('the database itself lets nobody put on a hat without a yes', async () => {
  await running()
  const { id } = await ask('allein')
  const { rowCount } = await all.owner.query('select 1 from hat_segment where id = $1', [id])
  expect(rowCount).toBe(1)
  const forced = await all.as(all.lena, (db) =>
    db.updateTable('hat_segment').set({ answered_at: new Date(), started_at: new Date() }).where('id', '=', id).executeTakeFirst(),
  )
  expect(Number(forced.numUpdatedRows)).toBe(0)
})

test('of a declined hat nothing is left when the session is over', async () => {
  await running()
  const { id } = await ask('Etwas Privates')
  await answer(all.amara, id, false)
  expect((await here(all.lena)).hats).toHaveLength(1)
  await all.as(all.amara, (db) => holdSession(db, sessionId, new Date()))
  const { rows } = await all.owner.query(
    `select (select count(*) from hat_segment where id = $1)::int as hats, (select count(*) from passage where subject_id = $1)::int as words`,
    [id],
  )
  expect(rows).toEqual([{ hats: 0, words: 0 }])
})

const agreed = (who: Person, body: string, byWhen: string | null = null) =>
  all.as(who, async (db) => {
    const id = newId()
    await agreeOn(db, (await sessionById(db, sessionId))!, id, { body, byWhen })
    return id
  })
const take = (who: Person, id: string) => all.as(who, async (db) => takeAsStep(db, (await sessionById(db, sessionId))!, who.personId, id))

test('what was agreed becomes a step in one tap, once, and says whose idea it was', async () => {
  const id = await agreed(all.lena, 'Mit der Disposition sprechen', '2026-12-01')
  expect(await take(all.amara, id)).toEqual({ ok: true, as: 'step' })
  expect(await take(all.amara, id)).toEqual({ ok: true, as: 'step' })
  const steps = await all.as(all.amara, async (db) => openCycleOf(await read(db, journeyId))!.steps)
  expect(steps.filter((step) => step.texts.own.some((text) => text.body === 'Mit der Disposition sprechen'))).toMatchObject([
    { created_by: all.lena.personId, created_as: 'facilitator', by_when: '2026-12-01' },
  ])
})

test('when somebody who accompanies taps, it is a suggestion to the learner', async () => {
  const id = await agreed(all.amara, 'Ute fragen')
  expect(await take(all.lena, id)).toEqual({ ok: true, as: 'proposal' })
  expect(await take(all.lena, id)).toEqual({ ok: true, as: 'proposal' })
  const { proposals } = await all.as(all.amara, (db) => read(db, journeyId))
  expect(proposals.map(({ kind, state }) => [kind, state])).toEqual([['step', 'waiting']])
})

test('a plan that is closed takes no step, and the agreement stays', async () => {
  journeyId = (await journeyInTry(all, all.amara)).id
  await accompanies(all, all.lena, journeyId)
  sessionId = await called(all.lena)
  const id = await agreed(all.amara, 'Später')
  expect(await take(all.amara, id)).toEqual({ ok: false, reason: 'no_open_plan' })
  const changed = await all.as(all.lena, async (db) =>
    changeAgreement(db, (await sessionById(db, sessionId))!, id, { body: 'Nächste Runde', byWhen: null, baseVersion: 1 }),
  )
  expect([changed, (await here(all.amara)).agreements[0]?.words?.body]).toEqual([{ ok: true }, 'Nächste Runde'])
})

test('a session about a review is noted in its journey when it was held, another is not', async () => {
  const held = async () => (await all.as(all.amara, (db) => read(db, journeyId))).events.filter(({ name }) => name === 'sessionHeld').length
  await all.as(all.lena, (db) => holdSession(db, sessionId, new Date()))
  expect(await held()).toBe(0)
  await all.owner.query(`update journey set phase = 'evaluate' where id = $1`, [journeyId])
  sessionId = await called(all.amara)
  await all.as(all.lena, (db) => holdSession(db, sessionId, new Date()))
  expect(await held()).toBe(1)
})

test('with the journey its sessions go, to the last word', async () => {
  await agreed(all.lena, 'ein Wort')
  await all.as(all.lena, (db) => rewriteSharedText(db, sessionId, 'Notizen', 0))
  await all.owner.query('delete from journey where id = $1', [journeyId])
  const left = ['session', 'session_item', 'session_agreement', 'hat_segment', 'shared_text', 'shared_text_change']
  const { rows } = await all.owner.query(
    `select ${left.map((table) => `(select count(*)::int from ${table} x where x::text like '%' || $1 || '%') as ${table}`)},
       (select count(*)::int from passage where context_id::text = $1) as words,
       (select count(*)::int from membership where audience_id::text = $1) as members`,
    [sessionId],
  )
  expect(Object.values(rows[0]).every((count) => count === 0)).toBe(true)
})

test('when its host leaves for good, whoever stays steers the session; with the last one it goes', async () => {
  const id = await called(all.lena, { journeyId: null })
  await all.owner.query('delete from membership where audience_id = $1 and person_id = $2', [id, all.lena.personId])
  expect((await seen(all.amara, id))?.members).toEqual([{ personId: all.amara.personId, name: 'Amara Okafor', isHost: true }])
  await all.owner.query('delete from membership where audience_id = $1', [id])
  const { rowCount } = await all.owner.query('select from session where id = $1', [id])
  expect(rowCount).toBe(0)
})

test('somebody takes along every session they took part in, with the notes, and no other', async () => {
  await all.as(all.lena, (db) => rewriteSharedText(db, sessionId, 'Unsere Notizen', 0))
  const taken = async (who: Person) => (await all.as(who, sessionsTaken)).find(({ id }) => id === sessionId)?.notes
  expect([await taken(all.amara), await taken(all.lena), await taken(all.jonas)]).toEqual(['Unsere Notizen', 'Unsere Notizen', undefined])
})

test('where the two wanted to look at their agreement by now, it stands on the agenda', async () => {
  const points = async () => (await seen(all.amara, await called(all.lena)))?.agenda.map(({ suggestion }) => suggestion)
  expect(await points()).toEqual(['arrive', 'plan'])
  await all.owner.query('update agreement_version set review_after_cycle = 1 where journey_id = $1', [journeyId])
  await all.owner.query(`update cycle set state = 'reviewed', closed_at = now() where journey_id = $1`, [journeyId])
  expect(await points()).toEqual(['arrive', 'plan', 'agreement'])
})
