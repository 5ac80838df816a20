import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { eraseJourney } from '#journey/commands/erase.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { callSession } from '#session/commands/session.ts'
import { foundAudience } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type Ask, ask } from '../app.ts'
import { accompanies, type Cast, cast, type Person } from '../cast.ts'
import { journeyInPlan, journeyInTry, said } from '../under-way.ts'

/** Pages make the ids of what their forms send, and whoever reads something knows its id: to send that id as the id of something new takes nothing over. */
let all: Cast
let browser: Ask
let hers: string
let challenge: string
let agreement: string
let session: string
let own: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
  hers = (await journeyInTry(all, all.amara)).id
  challenge = (await all.owner.query('select id from challenge where journey_id = $1', [hers])).rows[0].id
  agreement = await accompanies(all, all.lena, hers)
  session = newId()
  const meeting = { id: session, journeyId: null, personIds: [all.jonas.personId], title: 'Treffen', place: 'Büro', afterId: null }
  await all.as(all.amara, (db) => callSession(db, meeting))
  const entry = { contextId: all.amara.personId, subjectId: newId(), audienceOf: () => null, texts: [said('text', 'Heute war gut')] }
  await all.as(all.amara, (db) => writePassages(db, entry))
  const introduction = { languages: ['de'], replyDays: '3', places: '2', topics: 'Übergaben', howIWork: 'Ich frage.' }
  await browser.post('/facilitators/mine', introduction, all.ines)
})
afterAll(() => all.close())

const attackers = () => [all.jonas, all.lena]
/** Everything that belongs to Amara, counted: words, and who is where. */
async function left() {
  const { rows } = await all.owner.query(
    `select (select count(*)::int from passage where author_id = $1) as words,
       (select json_agg(m order by m.id) from (select id, audience_id, person_id, role, until from membership) m
         where m.audience_id in ($2, $3, $4)) as readers`,
    [all.amara.personId, hers, agreement, session],
  )
  return rows[0]
}
async function changesNothing(tried: () => Promise<unknown>) {
  const before = await left()
  await tried()
  expect(await left()).toEqual(before)
}
/** Not allowed, or taken in its own table already. */
const refused = (work: Promise<unknown>, what?: string) =>
  expect(work, what).rejects.toMatchObject({ code: expect.stringMatching('42501|23505') })
const theirs = () => [hers, challenge, agreement, session, all.amara.personId]

test('a request to accompany makes nobody the learner of something that is there already', async () => {
  for (const who of attackers()) {
    const journey = await journeyInPlan(all, who)
    for (const id of theirs()) {
      await changesNothing(async () => {
        const form = { id, journey, lines: 'Magst du?', shown: 'title' }
        const answer = await browser.post(`/facilitators/${all.ines.personId}/requests`, form, who)
        expect(answer.status).toBe(404)
      })
    }
  }
  expect((await browser.get(`/journeys/${hers}`, all.jonas)).status).toBe(404)
})

test('nor does the audience of two that a journey of their own opens', async () => {
  own = await journeyInPlan(all, all.jonas)
  await accompanies(all, all.ines, own)
  for (const id of [...theirs(), own])
    await changesNothing(() =>
      all
        .as(all.jonas, (db) => sql`select open_pair(${own}::uuid, ${all.ines.personId}::uuid, ${id}::uuid)`.execute(db))
        .catch(({ code }) => expect(code).toBe('42501')),
    )
  const { rows } = await all.owner.query('select from pair where journey_id = $1', [own])
  expect(rows).toEqual([])
})

test('nobody founds the audience of something of another, and so erases nothing of it when they go', async () => {
  for (const id of theirs())
    for (const who of attackers())
      await refused(
        all.as(who, (db) => foundAudience(db, id)),
        id,
      )
})

/** Rows whose words go with them, each made with the id of something else. */
const made: Record<string, (db: PersonDb, id: string, journey: string) => Promise<unknown>> = {
  'a journey': (db, id) =>
    sql`insert into journey (organisation_id, id, learner_id) values (my_organisation(), ${id}::uuid, me())`.execute(db),
  'a step': (db, id, journey) =>
    sql`insert into step (organisation_id, id, journey_id, cycle_id, position, created_by, created_as)
      select organisation_id, ${id}::uuid, journey_id, id, 9, me(), 'learner' from cycle where journey_id = ${journey}::uuid`.execute(db),
  'a question for help': (db, id, journey) =>
    sql`insert into help_request (organisation_id, id, journey_id, cycle_id, learner_id, to_person_id)
      select organisation_id, ${id}::uuid, journey_id, id, me(), ${all.ines.personId}::uuid from cycle where journey_id = ${journey}::uuid`.execute(
      db,
    ),
  'a success sign in the bin': (db, id, journey) =>
    sql`insert into success_sign (organisation_id, id, challenge_id, journey_id, position, kind, removed_at)
      select organisation_id, ${id}::uuid, id, journey_id, 9, 'visible', now() - interval '40 days' from challenge
      where journey_id = ${journey}::uuid`.execute(db),
  'a note about practice': (db, id) =>
    sql`insert into practice_entry (organisation_id, id, person_id) values (my_organisation(), ${id}::uuid, me())`.execute(db),
  'a case': (db, id) =>
    sql`insert into intervision_case (organisation_id, id, author_id) values (my_organisation(), ${id}::uuid, me())`.execute(db),
}
test('whatever is made with the id of something of another, and erased again, takes none of their words along', async () => {
  for (const [what, make] of Object.entries(made))
    for (const who of attackers())
      for (const id of theirs())
        await changesNothing(async () => {
          const journey = await journeyInPlan(all, who)
          await refused(
            all.as(who, (db) => make(db, id, journey)),
            what,
          )
          await all.as(who, (db) => eraseJourney(db, journey))
        })
})

test('a form with the id of something of another is answered as if there were nothing, and its refusal is told to whoever operates', async () => {
  const told = vi.spyOn(console, 'error').mockImplementation(() => undefined)
  const journey = await journeyInPlan(all, all.jonas)
  const forms = (id: string): [string, Record<string, string>][] => [
    ['/journeys', { id, situation: 'Meins' }],
    [`/journeys/${journey}/steps`, { stepId: id, what: 'Fragen' }],
    [`/practice/journal/${id}`, { text: 'Ein Satz' }],
    [`/sessions/${session}/items`, { id, item: 'Ein Punkt' }],
  ]
  const spoilt: string[] = []
  for (const id of [hers, challenge, agreement, all.amara.personId])
    for (const [path, form] of forms(id))
      await changesNothing(async () => {
        const { status } = await browser.post(path, form, all.jonas)
        if (status !== 404) spoilt.push(`${path} ${status}`)
      })
  expect(spoilt).toEqual([])
  expect(told.mock.lastCall?.[0]).toContain('42501')
  told.mockRestore()
})

test('sent twice, a form of one’s own is still answered as one, also after another wrote to it', async () => {
  const item = newId()
  const add = (who: Person) => browser.post(`/sessions/${session}/items`, { id: item, item: 'Was offen blieb' }, who)
  expect((await add(all.amara)).status).toBe(303)
  await all.as(all.jonas, (db) =>
    writePassages(db, { contextId: session, subjectId: item, audienceOf: () => session, texts: [said('remark', 'Dazu noch')] }),
  )
  expect((await add(all.amara)).status).toBe(303)
})
