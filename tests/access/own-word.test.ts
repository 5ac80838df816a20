import { type RawBuilder, sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { endFacilitation } from '#facilitation/commands/agreement.ts'
import { agreeToDeputy, endDeputy, proposeDeputy } from '#facilitation/commands/deputy.ts'
import { assign } from '#help/commands/assignee.ts'
import { askForHelp, showHelpRequest } from '#help/commands/help-request.ts'
import { keepQuestion } from '#library/commands.ts'
import { newId } from '#platform/ids.ts'
import { callSession } from '#session/commands/session.ts'
import { foundAudience, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { ask } from '../app.ts'
import { accompanies, type Cast, cast, type Person } from '../cast.ts'
import { journeyInTry, said } from '../under-way.ts'

/** Whatever somebody tells the database: they say their own word only, hide nothing of others, and read nothing beyond its end. */
let all: Cast
let journey: { id: string; stepId: string }
let agreementId: string
let cycleId: string
beforeAll(async () => {
  all = await cast()
  journey = await journeyInTry(all, all.amara)
  agreementId = await accompanies(all, all.lena, journey.id)
  cycleId = (await all.owner.query('select id from cycle where journey_id = $1', [journey.id])).rows[0].id
})
afterAll(() => all.close())

const tell = (who: Person, statement: RawBuilder<unknown>) => all.as(who, async (db) => (await statement.execute(db)).rows)
const refused = (work: Promise<unknown>) => expect(work).rejects.toMatchObject({ code: '42501' })
const journeysOwn = (id: string) => ({ contextId: id, audienceOf: () => id })
const helpFrom = async (toPersonId: string) => {
  const id = newId()
  const texts = { stuckWith: 'Die Übergabe', happened: 'Es war laut', tried: 'Gewartet', needed: 'Eine Idee' } as never
  await all.as(all.amara, (db) => askForHelp(db, { id, journeyId: journey.id, cycleId, toPersonId, texts }))
  return id
}

test('a learner puts no word and no act down to whoever accompanies', async () => {
  const [j, c, l] = [sql`${journey.id}::uuid`, sql`${cycleId}::uuid`, sql`${all.lena.personId}::uuid`]
  const step = (by: RawBuilder<unknown>, as: string) =>
    tell(
      all.amara,
      sql`insert into step (organisation_id, id, journey_id, cycle_id, position, created_by, created_as)
        values (my_organisation(), ${newId()}::uuid, ${j}, ${c}, 8, ${by}, ${as})`,
    )
  await refused(step(l, 'facilitator'))
  await refused(step(l, 'learner'))
  await refused(step(sql`me()`, 'facilitator'))
  await refused(tell(all.amara, sql`update step set created_by = ${l}, created_as = 'facilitator' where id = ${journey.stepId}::uuid`))
  await refused(tell(all.amara, sql`update review set lead_by_facilitator = '{"goal": "facilitator"}' where journey_id = ${j}`))
  for (const name of ['journeyOpened', 'agreementChanged', 'supportChanged', 'facilitationLeft', 'autoPause'])
    await refused(
      tell(
        all.amara,
        sql`insert into journey_event (organisation_id, id, journey_id, name, actor_id) values (my_organisation(), ${newId()}::uuid, ${j}, ${name}, me())`,
      ),
    )
})

test('neither of two writes a version of their agreement that leaves no room for another, nor one of another day', async () => {
  const version = (column: string, value: RawBuilder<unknown>) =>
    tell(
      all.lena,
      sql`insert into agreement_version (organisation_id, id, agreement_id, journey_id, written_by, support_level, contact_rhythm, reply_days,
          allowed_hats, ${sql.raw(column)})
        select my_organisation(), ${newId()}::uuid, ${agreementId}::uuid, ${journey.id}::uuid, me(), 'guided', 'cycle', 3, '{facilitation}', ${value}`,
    )
  await refused(version('number', sql`2147483647`))
  await refused(version('number, written_at', sql`2, now() - interval '1 year'`))
})

test('whoever accompanies notes no move of the learner', async () => {
  for (const name of ['replan', 'declareSolved', 'proposalAccepted', 'answerTransfer'])
    await refused(
      tell(
        all.lena,
        sql`insert into journey_event (organisation_id, id, journey_id, name, actor_id)
          values (my_organisation(), ${newId()}::uuid, ${journey.id}::uuid, ${name}, me())`,
      ),
    )
})

test('whoever asks for help neither answers nor declines in the name of the one asked', async () => {
  const id = await helpFrom(all.jonas.personId)
  await refused(tell(all.amara, sql`update help_request set state = 'answered' where id = ${id}::uuid`))
  await refused(tell(all.amara, sql`update help_request set declined_at = now() where id = ${id}::uuid`))
})

test('nobody calls a session that was held already', async () => {
  const id = newId()
  const held = all.as(all.jonas, async (db) => {
    await foundAudience(db, id, 'host')
    await sql`insert into session (organisation_id, id, kind, created_by, state, ended_at) values (my_organisation(), ${id}::uuid, 'group', me(), 'held', now())`.execute(
      db,
    )
  })
  await refused(held)
})

test('nobody hides a part of somebody else’s journey, from its learner or from whoever accompanies it', async () => {
  const own = await journeyInTry(all, all.lena)
  for (const subject of [cycleId, journey.stepId, agreementId])
    for (const reader of [all.amara, all.jonas])
      await refused(
        tell(
          all.lena,
          sql`insert into withheld (organisation_id, journey_id, person_id, subject_id)
            values (my_organisation(), ${own.id}::uuid, ${reader.personId}::uuid, ${subject}::uuid)`,
        ),
      )
})

test('what two say to each other in their pair is opened to no third', async () => {
  const [{ pair }] = (await tell(
    all.amara,
    sql`select open_pair(${journey.id}::uuid, ${all.lena.personId}::uuid, ${newId()}::uuid) as pair`,
  )) as [{ pair: string }]
  await refused(all.as(all.amara, (db) => letIn(db, pair, all.jonas.personId, 'reader')))
})

test('an end that is said for somebody is an end now: nobody keeps another in beyond it', async () => {
  const id = newId()
  await all.as(all.jonas, async (db) => {
    await foundAudience(db, id, 'host')
    await letIn(db, id, all.lena.personId, 'member')
  })
  await refused(
    tell(all.jonas, sql`update membership set until = now() + interval '9 years' where audience_id = ${id}::uuid and person_id <> me()`),
  )
})

test('whoever gives a question back, or helps with a step no longer, reads nothing more of it, however they say so', async () => {
  const id = await helpFrom(all.jonas.personId)
  await tell(all.jonas, sql`update help_request set declined_at = now() where id = ${id}::uuid`)
  expect(await tell(all.jonas, sql`select from passage where context_id = ${id}::uuid`)).toEqual([])
  const asked = {
    id: newId(),
    journeyId: journey.id,
    stepId: journey.stepId,
    personId: all.jonas.personId,
    role: 'peer',
    notSuperior: true,
  } as const
  await all.as(all.amara, (db) => assign(db, asked))
  await tell(all.jonas, sql`update assignee set state = 'accepted', decided_at = now() where id = ${asked.id}::uuid`)
  const note = { contextId: journey.stepId, subjectId: asked.id, audienceOf: () => journey.stepId, texts: [said('note', 'Ging gut')] }
  await all.as(all.jonas, (db) => writePassages(db, note))
  await tell(all.jonas, sql`update assignee set state = 'declined' where id = ${asked.id}::uuid`)
  expect(await tell(all.jonas, sql`select from passage where context_id = ${journey.stepId}::uuid`)).toEqual([])
})

test('whoever stood in keeps nothing of what they were let into, nor of what they called themselves', async () => {
  const day = (days: number) => new Date(Date.now() + days * 86_400_000).toISOString().slice(0, 10)
  const deputy = all.ines
  await all.as(all.lena, (db) => proposeDeputy(db, agreementId, deputy.personId, { from: day(-1), to: day(5), timeZone: 'Europe/Berlin' }))
  const { rows } = await all.owner.query<{ id: string }>('select id from deputy_offer where ended_at is null')
  const offer = rows[0]!.id
  for (const who of [deputy, all.amara]) await all.as(who, (db) => agreeToDeputy(db, offer, true))
  const meeting = (journeyId: string, personIds: string[]) => ({
    id: newId(),
    journeyId,
    personIds,
    title: 'Zu dritt',
    place: '',
    afterId: null,
  })
  const [called, joined] = [meeting(journey.id, []), meeting(journey.id, [deputy.personId])]
  await all.as(deputy, (db) => callSession(db, called))
  await all.as(all.amara, (db) => callSession(db, joined))
  const help = await helpFrom(all.jonas.personId)
  await all.as(all.amara, (db) => showHelpRequest(db, help, true))
  await all.as(all.amara, (db) => letIn(db, help, deputy.personId, 'reader'))
  const contexts = sql`(${called.id}::uuid, ${joined.id}::uuid, ${help}::uuid)`
  const reads = async () => (await tell(deputy, sql`select distinct context_id from passage where context_id in ${contexts}`)).length
  expect(await reads()).toBe(3)
  const late = await all.owner.query<{ over: boolean }>(
    `select bool_and(m.until = d.ends_at) as over from membership m, deputy_offer d
     where d.id = $1 and m.person_id = d.deputy_id and m.audience_id = any ($2)`,
    [offer, [called.id, joined.id, help]],
  )
  expect(late.rows).toEqual([{ over: true }])
  await all.as(all.lena, (db) => endDeputy(db, offer))
  expect(await reads()).toBe(0)
  await all.as(all.amara, (db) => letIn(db, called.id, all.jonas.personId, 'member'))
})

test('from the moment somebody is leaving nobody reads the agreement they wrote, their questions, nor how they introduced themselves', async () => {
  const browser = ask(all)
  const other = await journeyInTry(all, all.jonas)
  const agreed = await accompanies(all, all.lena, other.id)
  const words = { ...journeysOwn(agreed), subjectId: newId(), texts: [said('goal', 'Ruhig übergeben')] }
  await all.as(all.jonas, (db) => writePassages(db, words))
  const introduction = { languages: ['de'], replyDays: '3', places: '2', topics: 'Übergaben', howIWork: 'Ich frage.' }
  await browser.post('/facilitators/mine', introduction, all.jonas)
  const question = { phase: 'try', hat: 'facilitation', tag: null, text: 'Was zeigt sich?', shared: true } as const
  await all.as(all.jonas, (db) => keepQuestion(db, all.jonas, newId(), question))
  const reads = async () => ({
    agreement: (await tell(all.lena, sql`select from passage where context_id = ${agreed}::uuid`)).length,
    introduction: (await tell(all.lena, sql`select from passage where context_id = ${all.jonas.personId}::uuid`)).length,
    listed: (await tell(all.lena, sql`select from introduction where person_id = ${all.jonas.personId}::uuid`)).length,
    questions: (await tell(all.lena, sql`select from questions_of_colleagues()`)).length,
  })
  expect(await reads()).toEqual({ agreement: 1, introduction: 2, listed: 1, questions: 1 })
  await tell(all.jonas, sql`select begin_departure(me())`)
  expect(await reads()).toEqual({ agreement: 0, introduction: 0, listed: 0, questions: 0 })
})

test('ended, facilitation is over in every place: sessions, pairs, steps and questions', async () => {
  await all.as(all.amara, (db) =>
    callSession(db, { id: newId(), journeyId: journey.id, personIds: [all.lena.personId], title: 'Rückblick', place: '', afterId: null }),
  )
  await all.as(all.amara, (db) => endFacilitation(db, agreementId))
  expect(
    await tell(all.lena, sql`select field from passage where author_id = ${all.amara.personId}::uuid and audience_id <> my_organisation()`),
  ).toEqual([])
  const later = await tell(
    all.lena,
    sql`select from membership where until is null and person_id = me() and audience_id in (
    select ${journey.id}::uuid union select ${agreementId}::uuid union select id from session union select id from pair)`,
  )
  expect(later).toEqual([])
})
