import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { introductions } from '#directory/queries/introductions.ts'
import { endFacilitation } from '#facilitation/commands/agreement.ts'
import { assign } from '#help/commands/assignee.ts'
import { newId } from '#platform/ids.ts'
import { callSession } from '#session/commands/session.ts'
import { foundAudience, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Ask, ask } from '../app.ts'
import { accompanies, type Cast, cast, type Person } from '../cast.ts'
import { journeyInTry, read, said } from '../under-way.ts'

let all: Cast
let browser: Ask
let journey: { id: string; stepId: string }
let agreementId: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  journey = await journeyInTry(all, all.amara)
  agreementId = await accompanies(all, all.lena, journey.id)
})
afterAll(() => all.close())

const write = (who: Person, contextId: string, subjectId: string, field: string, body: string) =>
  all.as(who, (db) => writePassages(db, { contextId, subjectId, audienceOf: () => contextId, texts: [said(field, body)] }))

test('what somebody else writes in the place of an introduction, wherever they may write, is no introduction and breaks no directory', async () => {
  const id = newId()
  const calling = { id, journeyId: null, personIds: [all.amara.personId], title: 'Treffen', place: '', afterId: null }
  await all.as(all.jonas, (db) => callSession(db, calling))
  for (const field of ['topics', 'howIWork']) await write(all.jonas, id, all.lena.personId, field, 'Gefälscht')
  await browser.post(
    '/facilitators/mine',
    { languages: ['de'], replyDays: '3', places: '2', topics: 'Übergaben', howIWork: 'Ich frage.' },
    all.lena,
  )
  for (const who of [all.amara, all.jonas]) {
    const [lena] = await all.as(who, introductions)
    expect([lena?.topics, lena?.howIWork]).toEqual([['Übergaben'], 'Ich frage.'])
  }
})

test('nobody gives the journey of somebody else another title from a journey or a session of their own; its learner goes on writing', async () => {
  const { id: own } = await journeyInTry(all, all.jonas)
  await all.as(all.jonas, (db) => letIn(db, own, all.amara.personId, 'reader'))
  const { challenge } = await all.as(all.amara, (db) => read(db, journey.id))
  for (const field of ['title', 'tag'])
    await expect(write(all.jonas, own, challenge.id, field, 'Gefälscht')).rejects.toThrow('row-level security')
  const [cycle] = (await all.as(all.amara, (db) => read(db, journey.id))).cycles
  await all.owner.query('delete from passage where subject_id = $1', [cycle!.id])
  await write(all.jonas, own, cycle!.id, 'title', 'zuerst da')
  await write(all.amara, journey.id, cycle!.id, 'focus', 'Die Fragen der Übergabe')
})

test('nobody makes themselves the host of the organisation, and so of what is open to all of it', async () => {
  await expect(all.as(all.jonas, (db) => foundAudience(db, all.jonas.organisationId, 'host'))).rejects.toThrow('row-level security')
})

test('whoever accompanies opens no step to themselves: its learner still can, to whom they want', async () => {
  for (const who of [all.lena, all.jonas])
    await expect(all.as(who, (db) => foundAudience(db, journey.stepId, 'host'))).rejects.toThrow('row-level security')
  const asked = {
    id: newId(),
    journeyId: journey.id,
    stepId: journey.stepId,
    personId: all.jonas.personId,
    role: 'trainer',
    notSuperior: true,
  } as const
  expect(await all.as(all.amara, (db) => assign(db, asked))).toEqual({ ok: true })
})

test('what somebody wrote to a learner is opened to no third person, and not kept beyond the end by sharing it with oneself', async () => {
  await write(all.lena, journey.id, newId(), 'facilitatorResponse', 'Was hast du gesehen?')
  const { rows } = await all.as(all.lena, (db) =>
    sql<{ id: string }>`select id from passage where author_id = me() and field = 'facilitatorResponse'`.execute(db),
  )
  const [{ id }] = rows as [{ id: string }]
  for (const reader of [all.lena, all.jonas])
    await expect(
      all.as(all.lena, (db) =>
        sql`insert into share (organisation_id, id, passage_id, reader_id, granted_by)
          values (my_organisation(), ${newId()}::uuid, ${id}::uuid, ${reader.personId}::uuid, me())`.execute(db),
      ),
    ).rejects.toThrow('row-level security')
  await all.as(all.amara, (db) => endFacilitation(db, agreementId))
  const { rows: left } = await all.as(all.lena, (db) => sql`select from passage where id = ${id}::uuid`.execute(db))
  expect(left).toEqual([])
})
