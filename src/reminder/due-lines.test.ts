import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DueKind } from '#person/rules/due-line.ts'
import { usualRhythm } from '#person/rules/rhythm.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { journeyInSecondPlan } from '../../tests/under-way.ts'
import { dueLines } from './queries/due-lines.ts'

let all: Cast
let browser: Ask
let journeyId: string
const now = new Date()
const today = now.toISOString().slice(0, 10)

beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  await accompanies(all, all.lena, journeyId)
})
afterAll(() => all.close())

const asked = { now, today, timeZone: 'UTC', rhythm: { ...usualRhythm, weekly: false } }
const dueOf = (who: Person, more = {}) => all.as(who, (db) => dueLines(db, { ...asked, ...more }))
const kindsOf = async (who: Person, kind: DueKind) => (await dueOf(who)).filter((line) => line.kind === kind)
const inJourney = (table: string, columns: string, values: string, ...given: unknown[]) =>
  all.owner.query(`insert into ${table} (organisation_id, id, journey_id, ${columns}) values ($1, $2, $3, ${values})`, [
    all.amara.organisationId,
    newId(),
    journeyId,
    ...given,
  ])
/** Amara has exactly one line of the kind, whose page is there; nobody else has one, next door neither. */
async function isOnlyFor(who: Person, kind: DueKind) {
  const [line, ...more] = await kindsOf(who, kind)
  expect(more).toEqual([])
  expect((await browser.get(line!.path, who)).status, line!.path).toBe(200)
  for (const other of [all.amara, all.jonas, all.lena, all.ines, all.nour].filter((one) => one !== who))
    expect(await kindsOf(other, kind)).toEqual([])
  return line!
}

test('a step is due from its day on, for its learner', async () => {
  const { rows } = await all.owner.query(`select id from cycle where journey_id = $1 and state = 'open'`, [journeyId])
  await inJourney('step', 'cycle_id, by_when, created_by, created_as', `$4, $5, $6, 'learner'`, rows[0].id, today, all.amara.personId)
  expect(await isOnlyFor(all.amara, 'step')).toMatchObject({ journeyId, day: today })
  expect((await dueOf(all.amara, { today: '2020-01-01' })).filter(({ kind }) => kind === 'step')).toEqual([])
  await all.owner.query(`update step set status = 'done'`)
  expect(await kindsOf(all.amara, 'step')).toEqual([])
})

test('a review and a transfer check are due on their days, and not in a journey at rest', async () => {
  await all.owner.query(`update cycle set planned_review_on = $1 where journey_id = $2 and state = 'open'`, [today, journeyId])
  expect(await isOnlyFor(all.amara, 'review')).toMatchObject({ journeyId, day: today })
  await all.owner.query(`update journey set status = 'paused' where id = $1`, [journeyId])
  expect(await kindsOf(all.amara, 'review')).toEqual([])
  await all.owner.query(`update journey set status = 'active' where id = $1`, [journeyId])
  await inJourney('transfer_check', 'due_on', '$4', today)
  await isOnlyFor(all.amara, 'transfer')
})

test('a suggestion waits for its learner, and a review for whoever accompanies', async () => {
  await inJourney('proposal', 'author_id, kind', `$4, 'question'`, all.lena.personId)
  await isOnlyFor(all.amara, 'proposal')
  await isOnlyFor(all.lena, 'review_shared')
})

test('an agreement waits for its learner while nothing is written, and then for the other', async () => {
  const own = await journeyInSecondPlan(all, all.ines, { toImprove: 'Pausen', insight: 'Ruhe' })
  const agreementId = await accompanies(all, all.lena, own)
  await all.owner.query('delete from agreement_version where agreement_id = $1', [agreementId])
  expect(await isOnlyFor(all.ines, 'agreement')).toMatchObject({ journeyId: own })
  await all.owner.query(
    `insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, support_level, contact_rhythm, reply_days, allowed_hats)
     select organisation_id, $1, id, journey_id, 1, learner_id, 'regular', 'on_call', 3, '{facilitation}' from agreement where id = $2`,
    [newId(), agreementId],
  )
  await isOnlyFor(all.lena, 'agreement')
  await all.owner.query('update agreement set ended_at = now() where id = $1', [agreementId])
})

test('contact that was agreed for a day is due for whoever accompanies, and only for them', async () => {
  expect(await kindsOf(all.lena, 'contact')).toEqual([])
  await all.owner.query(`update agreement_confirmation set at = now() - interval '1 year'`)
  expect(await isOnlyFor(all.lena, 'contact')).toMatchObject({ journeyId })
  const day = (ahead: number) => new Date(now.getTime() + ahead * 86_400_000).toISOString().slice(0, 10)
  const session = {
    id: newId(),
    journey: journeyId,
    title: 'Treffen',
    place: '',
    minutes: '60',
    time: [`${day(5)}T10:00`, `${day(6)}T10:00`],
  }
  expect((await browser.post('/sessions', session, all.lena)).status).toBe(303)
  expect(await kindsOf(all.lena, 'contact')).toEqual([])
  await all.owner.query('delete from session where id = $1', [session.id])
})

test('a request to accompany somebody waits for the one who was asked, until its time is over', async () => {
  const at = { made: now, by: new Date(now.getTime() + 86_400_000) }
  const id = newId()
  const given = [all.amara.organisationId, id, journeyId, all.amara.personId, all.jonas.personId, at.made, at.by]
  await all.owner.query(
    'insert into facilitation_request (organisation_id, id, journey_id, learner_id, facilitator_id, made_at, answer_by) values ($1, $2, $3, $4, $5, $6, $7)',
    given,
  )
  await all.owner.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by) values ($1, $2, $3, $4, 'reader', now(), $5)`,
    [all.amara.organisationId, newId(), id, all.jonas.personId, all.amara.personId],
  )
  await isOnlyFor(all.jonas, 'accompany_asked')
  await all.owner.query(`update facilitation_request set made_at = now() - interval '2 days', answer_by = now() - interval '1 day';
    update agreement set begun_at = now() - interval '3 days'`)
  expect(await kindsOf(all.jonas, 'accompany_asked')).toEqual([])
})

test('a session that begins by tomorrow is there to prepare, for whoever takes part in it', async () => {
  const session = newId()
  const at = new Date(now.getTime() + 20 * 3_600_000)
  await all.owner.query(`insert into session (organisation_id, id, kind, created_by) values ($1, $2, 'group', $3)`, [
    all.amara.organisationId,
    session,
    all.lena.personId,
  ])
  await all.owner.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by) values ($1, $2, $3, $4, 'host', now(), $4)`,
    [all.amara.organisationId, newId(), session, all.lena.personId],
  )
  expect(await kindsOf(all.lena, 'session')).toEqual([])
  await all.owner.query(
    `insert into appointment (organisation_id, id, context_id, kind, organiser_id, time_zone, starts_at, minutes, state)
     values ($1, $2, $3, 'session', $4, 'Europe/Berlin', $5, 60, 'booked')`,
    [all.amara.organisationId, newId(), session, all.lena.personId, at],
  )
  await isOnlyFor(all.lena, 'session')
  const again = `update appointment set starts_at = starts_at - interval '14 days', recurrence = '{"weeks":`
  await all.owner.query(`${again}2}'`)
  await isOnlyFor(all.lena, 'session')
  await all.owner.query(`${again}3}'`)
  expect(await kindsOf(all.lena, 'session')).toEqual([])
  await all.owner.query(`update appointment set state = 'cancelled'`)
  expect(await kindsOf(all.lena, 'session')).toEqual([])
})

test('a question for help waits for the one who was asked, and its answer for the learner', async () => {
  const { rows } = await all.owner.query(`select id from cycle where journey_id = $1 and state = 'open'`, [journeyId])
  const id = newId()
  const given = [all.amara.organisationId, id, journeyId, rows[0].id, all.amara.personId, all.jonas.personId]
  await all.owner.query(
    'insert into help_request (organisation_id, id, journey_id, cycle_id, learner_id, to_person_id) values ($1, $2, $3, $4, $5, $6)',
    given,
  )
  for (const who of [all.amara, all.jonas])
    await all.owner.query(
      `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by) values ($1, $2, $3, $4, $5, now(), $6)`,
      [all.amara.organisationId, newId(), id, who.personId, who === all.amara ? 'learner' : 'reader', all.amara.personId],
    )
  await isOnlyFor(all.jonas, 'help_asked')
  await all.owner.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body) values ($1, $2, $3, $2, 'answer', $4, $3, 'Ja')`,
    [all.amara.organisationId, newId(), id, all.jonas.personId],
  )
  await isOnlyFor(all.amara, 'help_answered')
})

test('the look back at the week is due for whoever learns something now, and has not written one', async () => {
  const weekly = { rhythm: usualRhythm }
  const due = async (who: Person) => (await dueOf(who, weekly)).filter(({ kind }) => kind === 'reflection')
  const [line] = await due(all.amara)
  expect((await browser.get(line!.path, all.amara)).status).toBe(200)
  expect(await due(all.lena)).toEqual([])
  await all.owner.query(`insert into reflection (organisation_id, id, author_id, cadence) values ($1, $2, $3, 'weekly')`, [
    all.amara.organisationId,
    newId(),
    all.amara.personId,
  ])
  expect(await due(all.amara)).toEqual([])
})

const posts = async (path: string, form: Record<string, string>, who: Person) =>
  expect((await browser.post(path, form, who)).status, path).toBe(303)
const inDays = (days: number) => new Date(now.getTime() + days * 86_400_000).toISOString().slice(0, 10)

test('a deputy waits for the word of the learner and of whoever is asked, and tells the latter nothing of the journey', async () => {
  const { rows } = await all.owner.query('select id from agreement where journey_id = $1 and ended_at is null', [journeyId])
  const away = { deputy: all.jonas.personId, from: inDays(2), to: inDays(9), agreements: rows[0].id }
  await posts('/accompanying/absence', away, all.lena)
  const [learners, deputys] = [await kindsOf(all.amara, 'deputy_asked'), await kindsOf(all.jonas, 'deputy_asked')]
  expect(learners).toMatchObject([{ journeyId }])
  expect(deputys).toMatchObject([{ journeyId: null }])
  expect((await browser.get(deputys[0]!.path, all.jonas)).status).toBe(200)
  expect((await browser.get(learners[0]!.path, all.amara)).status).toBe(200)
  await all.owner.query('update deputy_offer set learner_agreed_at = now()')
  await isOnlyFor(all.jonas, 'deputy_asked')
  await all.owner.query('update deputy_offer set ended_at = now()')
  expect(await kindsOf(all.jonas, 'deputy_asked')).toEqual([])
})

test('a suggested support level waits for the one of the two who has not said a word', async () => {
  await inJourney(
    'handover',
    'agreement_id, from_level, to_level, suggested_by, facilitator_agreed_at',
    `(select id from agreement where journey_id = $3 and ended_at is null), 'regular', 'on_call', $4, now()`,
    all.lena.personId,
  )
  await isOnlyFor(all.amara, 'handover')
  await all.owner.query(`update handover set state = 'declined', decided_at = now()`)
  expect(await kindsOf(all.amara, 'handover')).toEqual([])
})

test('a step waits for whoever is asked to help with it', async () => {
  await inJourney(
    'assignee',
    'step_id, learner_id, person_id, role',
    `(select id from step where journey_id = $3 limit 1), $4, $5, 'peer'`,
    all.amara.personId,
    all.jonas.personId,
  )
  await all.owner.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
     select organisation_id, gen_random_uuid(), step_id, person_id, 'peer', now(), learner_id from assignee`,
  )
  expect(await isOnlyFor(all.jonas, 'step_help_asked')).toMatchObject({ journeyId: null })
  await all.owner.query(`update assignee set state = 'accepted', decided_at = now(), suggestion = 'waiting'`)
  await all.owner.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body)
     select organisation_id, gen_random_uuid(), step_id, id, 'suggestion', person_id, step_id, 'Erst zuschauen' from assignee`,
  )
  expect((await kindsOf(all.amara, 'proposal')).filter(({ path }) => path.includes('#step-'))).toMatchObject([{ journeyId }])
  expect(await kindsOf(all.jonas, 'proposal')).toEqual([])
  await all.owner.query(`update assignee set state = 'declined', suggestion = 'declined'`)
  expect(await kindsOf(all.jonas, 'step_help_asked')).toEqual([])
})

test('a request that was declined or not answered is back with its learner', async () => {
  expect(await isOnlyFor(all.amara, 'request_back')).toMatchObject({ journeyId })
  await all.owner.query(`update facilitation_request set state = 'withdrawn', answered_at = now()`)
  expect(await kindsOf(all.amara, 'request_back')).toEqual([])
})

test('times to choose from wait for whoever has not answered, and not for the one who proposed them', async () => {
  const id = newId()
  const time = [`${inDays(5)}T10:00`, `${inDays(6)}T10:00`]
  expect(
    (await browser.post('/sessions', { id, journey: journeyId, title: 'Treffen', place: '', minutes: '60', time }, all.lena)).status,
  ).toBe(303)
  expect(await isOnlyFor(all.amara, 'times_asked')).toMatchObject({ journeyId, subjectId: id })
  await all.owner.query(
    `insert into time_answer (organisation_id, time_id, person_id, answer) select organisation_id, id, $1, 'yes' from appointment_time`,
    [all.amara.personId],
  )
  expect(await kindsOf(all.amara, 'times_asked')).toEqual([])
})

test('what somebody opens of their journal is new to whom they opened it', async () => {
  const entry = newId()
  await posts('/reflections', { 'id-1': entry, 'text-1': 'Ein Satz.', 'version.text-1': '0', cadence: '' }, all.amara)
  const wish = { readerId: all.lena.personId, otherName: '', part: 'whole', until: inDays(7), shareId: newId(), version: '1' }
  await posts(`/reflections/${entry}/shares`, wish, all.amara)
  await isOnlyFor(all.lena, 'reflection_shared')
  await all.owner.query('update share set until = now()')
  expect(await kindsOf(all.lena, 'reflection_shared')).toEqual([])
})

test('words about their work wait for the learner; once they agree, the case is there for others who accompany, and questions come back', async () => {
  await accompanies(all, all.ines, await journeyInSecondPlan(all, all.jonas, { toImprove: 'Pausen', insight: 'Ruhe' }))
  const id = newId()
  const said = { caseTitle: 'Zu früh', caseSituation: 'Ich antworte, bevor die Frage fertig ist.', caseQuestion: 'Was hilft mir?' }
  await posts('/practice/cases', { id, about: all.amara.personId, ...said }, all.lena)
  await isOnlyFor(all.amara, 'case_consent')
  const seen = await all.as(all.amara, (db) =>
    sql<{ words_hash: string }>`select words_hash from standing_of_case(${id}::uuid)`.execute(db),
  )
  await posts(`/practice/cases/${id}/consent`, { answer: 'yes', seen: seen.rows[0]!.words_hash }, all.amara)
  expect(await kindsOf(all.amara, 'case_consent')).toEqual([])
  await isOnlyFor(all.ines, 'case_open')
  await posts(`/practice/cases/${id}/questions`, { id: newId(), text: 'Was geschähe, wenn du bis zehn zählst?' }, all.ines)
  expect(await kindsOf(all.ines, 'case_open')).toEqual([])
  await isOnlyFor(all.lena, 'practice_answered')
  await all.owner.query('delete from intervision_case')
})

test('who is asked what they saw learns of it, and whoever asked of the answer', async () => {
  const id = newId()
  await posts('/practice/views', { id, peerId: all.amara.personId, competency: 'c-trust' }, all.lena)
  await isOnlyFor(all.amara, 'view_asked')
  await posts(`/practice/views/${id}`, { 'c-trust-1': 'seen' }, all.amara)
  expect(await kindsOf(all.amara, 'view_asked')).toEqual([])
  await isOnlyFor(all.lena, 'practice_answered')
})
