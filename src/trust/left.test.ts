import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { assign } from '#help/commands/assignee.ts'
import { asVisitor } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { callSession } from '#session/commands/session.ts'
import { peopleAround } from '#session/queries/people.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { journeyInTry } from '../../tests/under-way.ts'
import { beginDeparture, endDeparture } from './commands/departure.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
beforeEach(() => all.owner.query('delete from departure'))
afterAll(() => all.close())

const page = async (path: string, who?: Person) => {
  const response = await browser.get(path, who)
  return { status: response.status, text: await response.text() }
}
const introduction = { languages: ['de'], replyDays: '3', places: '2', topics: 'Übergaben', howIWork: 'Ich frage.' }
const question = (to: Person) => ({
  id: newId(),
  to: to.personId,
  goal: 'Tafel nutzen',
  tried: 'Aufgehängt',
  wantToUnderstand: 'Woran liegt es?',
})

test('what waited for somebody who leaves comes back, and nobody finds or asks them any more, whatever address they post to', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  await browser.post('/facilitators/mine', introduction, all.lena)
  const request = newId()
  await browser.post(
    `/facilitators/${all.lena.personId}/requests`,
    { id: request, journey: id, lines: 'Magst du?', shown: 'title' },
    all.amara,
  )
  const asked = question(all.lena)
  await browser.post(`/journeys/${id}/help`, asked, all.amara)
  const helping = { id: newId(), journeyId: id, stepId, personId: all.lena.personId, role: 'trainer', notSuperior: true } as const
  await all.as(all.amara, (db) => assign(db, helping))
  await all.as(all.lena, (db) => beginDeparture(db, all.lena.personId))

  expect((await page('/facilitators', all.amara)).text).not.toContain('Lena Brandt')
  expect((await page(`/journeys/${id}/help/new?name=Lena`, all.amara)).text).not.toContain(all.lena.personId)
  expect((await page('/sessions/new?name=Lena', all.amara)).text).not.toContain(all.lena.personId)
  const { rows } = await all.owner.query(
    `select (select state from facilitation_request where id = $1) as request, (select declined_at is not null from help_request where id = $2) as help,
      (select state from assignee where id = $3) as assignee,
      (select count(*)::int from membership where person_id = $4 and (until is null or until > now())) as places`,
    [request, asked.id, helping.id, all.lena.personId],
  )
  expect(rows).toEqual([{ request: 'declined', help: true, assignee: 'ended', places: 0 }])

  const again = await browser.post(
    `/facilitators/${all.lena.personId}/requests`,
    { id: newId(), journey: id, lines: 'Doch?', shown: 'title' },
    all.amara,
  )
  expect(again.status).toBe(404)
  expect((await browser.post(`/journeys/${id}/help`, question(all.lena), all.amara)).status).toBe(404)
  const session = newId()
  await all.as(all.amara, (db) =>
    callSession(db, { id: session, journeyId: null, personIds: [], title: 'Treffen', place: '', afterId: null }),
  )
  for (const personId of [all.lena.personId, all.nour.personId, newId()])
    expect((await browser.post(`/sessions/${session}/people`, { personId }, all.amara)).status).toBe(404)

  await all.as(all.lena, (db) => endDeparture(db, all.lena.personId))
  expect((await page('/facilitators', all.amara)).text).toContain('Lena Brandt')
})

test('whoever stands in, or is about to, no longer does once they leave, and not again after they came back', async () => {
  const { id } = await journeyInTry(all, all.amara)
  const agreementId = await accompanies(all, all.ines, id)
  const [now, later] = [newId(), newId()]
  for (const [offer, from, to] of [
    [now, 0, 5],
    [later, 10, 15],
  ] as const) {
    await all.as(all.ines, (db) =>
      sql`select propose_deputy(${offer}::uuid, ${agreementId}::uuid, ${all.lena.personId}::uuid, current_date + ${from}::int, current_date + ${to}::int, 'UTC')`.execute(
        db,
      ),
    )
    for (const who of [all.amara, all.lena]) await all.as(who, (db) => sql`select agree_to_deputy(${offer}::uuid, true)`.execute(db))
  }
  expect((await page(`/journeys/${id}`, all.lena)).status).toBe(200)
  await all.as(all.lena, (db) => beginDeparture(db, all.lena.personId))
  await all.as(all.lena, (db) => endDeparture(db, all.lena.personId))
  expect((await page(`/journeys/${id}`, all.lena)).status).toBe(404)
  const { rows } = await all.owner.query(`select bool_and(ended_at is not null) as ended from deputy_offer where id in ($1, $2)`, [
    now,
    later,
  ])
  expect(rows).toEqual([{ ended: true }])
  const { rows: ahead } = await all.owner.query(`select from membership where id in ($1, $2) and until > greatest(now(), reads_from)`, [
    now,
    later,
  ])
  expect(ahead).toEqual([])
})

test('who is leaving is nowhere to choose from, and what they opened in the directory and in practice is dark until they come back', async () => {
  await accompanies(all, all.lena, (await journeyInTry(all, all.amara)).id)
  await accompanies(all, all.ines, (await journeyInTry(all, all.jonas)).id)
  const own = { id: newId(), text: 'Was wäre dein erster Satz?', phase: 'plan', hat: 'facilitation', tag: '', shared: 'yes' }
  await browser.post('/questions', own, all.lena)
  const asked = { id: newId(), peerId: all.amara.personId, competency: 'c-eye-level' }
  await browser.post('/practice/views', asked, all.lena)
  await all.owner.query(`insert into portrait (organisation_id, person_id, content) values ($1, $2, '\\x00')`, [
    all.lena.organisationId,
    all.lena.personId,
  ])
  const picture = `/facilitators/${all.lena.personId}/portrait`
  const dark = async () => [
    (await page('/questions', all.ines)).text.includes(own.text),
    (await page('/today', all.amara)).text.includes(asked.id),
    (await page(`/practice/views/${asked.id}`, all.amara)).status,
    (await page(picture, all.amara)).status,
  ]
  const toChoose = async () =>
    Promise.all(
      ['/practice/cases/new', '/practice/profile/c-eye-level'].map(async (path) =>
        (await page(path, all.lena)).text.includes(all.amara.personId),
      ),
    )

  expect([await dark(), await toChoose()]).toEqual([
    [true, true, 200, 200],
    [true, true],
  ])
  await all.as(all.lena, (db) => beginDeparture(db, all.lena.personId))
  expect(await dark()).toEqual([false, false, 404, 404])
  await all.as(all.lena, (db) => endDeparture(db, all.lena.personId))
  expect(await dark()).toEqual([true, true, 200, 200])
  await all.as(all.amara, (db) => beginDeparture(db, all.amara.personId))
  expect(await toChoose()).toEqual([false, false])
})

test('what somebody who leaves opened outside goes dark at once: requests, links to needs, the address of their calendar', async () => {
  const { id, stepId } = await journeyInTry(all, all.jonas)
  await browser.post('/facilitators/mine', introduction, all.ines)
  const request = newId()
  await browser.post(
    `/facilitators/${all.ines.personId}/requests`,
    { id: request, journey: id, lines: 'Magst du?', shown: 'title' },
    all.jonas,
  )
  expect((await page(`/facilitators/requests/${request}`, all.ines)).status).toBe(200)
  const [token, needId] = [newToken(), newId()]
  const at = [all.jonas.organisationId, id, needId]
  await all.owner.query(`insert into need (organisation_id, journey_id, id, step_id) values ($1, $2, $3, $4)`, [...at, stepId])
  await all.owner.query(
    `insert into passage (organisation_id, id, context_id, subject_id, field, author_id, audience_id, body) values ($1, $4, $2, $3, 'text', $5, $2, 'Zwei Stunden')`,
    [...at, newId(), all.jonas.personId],
  )
  await all.owner.query(
    `insert into need_link (organisation_id, journey_id, need_id, id, made_by, token_hash, expires_at) values ($1, $2, $3, $4, $5, $6, now() + interval '1 day')`,
    [...at, newId(), all.jonas.personId, hashOf(token)],
  )
  await all.as(all.jonas, (db) =>
    sql`insert into calendar_feed (organisation_id, person_id, token_hash) values (my_organisation(), me(), ${hashOf(token)})`.execute(db),
  )
  expect((await page(`/need/${token}`)).text).toContain('Zwei Stunden')
  const feeds = () =>
    asVisitor(all.database, all.jonas.organisationId, async (db) => {
      const { rows } = await sql`select from calendar_feed_at(${hashOf(token)})`.execute(db)
      return rows.length
    })
  expect(await feeds()).toBe(1)

  await all.as(all.jonas, (db) => beginDeparture(db, all.jonas.personId))
  expect((await page(`/facilitators/requests/${request}`, all.ines)).status).toBe(404)
  expect((await page(`/need/${token}`)).text).not.toContain('Zwei Stunden')
  expect(await feeds()).toBe(0)
})

/** A session of these two, outside journeys, with a time that stands. */
async function sessionOf(host: Person, others: Person[], state = 'planned'): Promise<string> {
  const id = newId()
  await all.as(host, (db) =>
    callSession(db, { id, journeyId: null, personIds: others.map(({ personId }) => personId), title: 'Treffen', place: '', afterId: null }),
  )
  await all.owner.query('update session set state = $2 where id = $1', [id, state])
  await all.owner.query(
    `insert into appointment (organisation_id, id, context_id, kind, organiser_id, time_zone, starts_at, minutes, state)
     values ($1, gen_random_uuid(), $2, 'session', $3, 'Europe/Berlin', now() + interval '3 days', 60, 'booked')`,
    [host.organisationId, id, host.personId],
  )
  return id
}
const standing = async (id: string) => {
  const { rows } = await all.owner.query(
    `select s.state, a.state as appointment, array(select p.name || ' ' || m.role from membership m join person p on p.id = m.person_id
       where m.audience_id = s.id and m.until is null order by p.name) as there
     from session s join appointment a on a.context_id = s.id where s.id = $1`,
    [id],
  )
  return rows[0]
}

test('sessions to come go on without whoever leaves, under somebody who stays, and are off where only one is left; what is over stays to read', async () => {
  const { amara, jonas, lena } = all
  const [group, pair, asMember, held] = [
    await sessionOf(lena, [amara, jonas]),
    await sessionOf(lena, [amara]),
    await sessionOf(jonas, [lena]),
    await sessionOf(lena, [jonas], 'held'),
  ]
  await all.as(lena, (db) => beginDeparture(db, lena.personId))
  expect(await standing(group)).toEqual({ state: 'planned', appointment: 'booked', there: ['Amara Okafor host', 'Jonas Petersen member'] })
  expect(await standing(pair)).toEqual({ state: 'cancelled', appointment: 'cancelled', there: ['Amara Okafor host'] })
  expect(await standing(asMember)).toEqual({ state: 'cancelled', appointment: 'cancelled', there: ['Jonas Petersen host'] })
  expect((await standing(held)).there).toEqual(['Jonas Petersen member', 'Lena Brandt host'])
  expect(await all.as(jonas, peopleAround)).not.toContainEqual({ personId: lena.personId, name: 'Lena Brandt' })
  expect((await page(`/sessions/${held}`, jonas)).status).toBe(200)
  await all.as(lena, (db) => endDeparture(db, lena.personId))
  expect((await page(`/sessions/${group}`, lena)).status).toBe(404)
  expect((await page(`/sessions/${held}`, lena)).status).toBe(200)
})

test('a learner who leaves keeps what was agreed about their own journeys, to take along and to come back to; the other reads nothing of it', async () => {
  const { id } = await journeyInTry(all, all.jonas)
  const agreementId = await accompanies(all, all.ines, id)
  const session = newId()
  await all.as(all.ines, (db) =>
    callSession(db, { id: session, journeyId: id, personIds: [all.jonas.personId], title: 'Zu zweit', place: '', afterId: null }),
  )
  const reads = (who: Person) =>
    all.as(who, async (db) => {
      const { rows } = await sql<{ agreements: number; sessions: number }>`
        select (select count(*)::int from agreement where id = ${agreementId}::uuid) as agreements,
          (select count(*)::int from session where id = ${session}::uuid) as sessions`.execute(db)
      return rows[0]
    })
  for (const who of [all.jonas, all.ines]) expect(await reads(who)).toEqual({ agreements: 1, sessions: 1 })
  await all.as(all.jonas, (db) => beginDeparture(db, all.jonas.personId))
  expect(await reads(all.jonas)).toEqual({ agreements: 1, sessions: 1 })
  expect(await reads(all.ines)).toEqual({ agreements: 0, sessions: 0 })
  await all.as(all.jonas, (db) => endDeparture(db, all.jonas.personId))
  expect((await page(`/journeys/${id}/agreement/${agreementId}`, all.jonas)).status).toBe(200)
  expect((await page(`/journeys/${id}/agreement/${agreementId}`, all.ines)).status).toBe(404)
})

test('a yes to the words of a case ends with leaving: after coming back the case waits for a new one', async () => {
  const { id } = await journeyInTry(all, all.jonas)
  await accompanies(all, all.lena, id)
  await accompanies(all, all.ines, (await journeyInTry(all, all.amara)).id)
  const about = newId()
  const said = { caseTitle: 'Zu früh', caseSituation: 'Ich antworte, bevor die Frage fertig ist.', caseQuestion: 'Was hilft mir?' }
  await browser.post('/practice/cases', { id: about, about: all.jonas.personId, ...said }, all.lena)
  const { rows } = await all.as(all.jonas, (db) =>
    sql<{ words_hash: string }>`select words_hash from standing_of_case(${about}::uuid)`.execute(db),
  )
  await browser.post(`/practice/cases/${about}/consent`, { answer: 'yes', seen: rows[0]!.words_hash }, all.jonas)
  expect((await page(`/practice/cases/${about}`, all.ines)).status).toBe(200)
  await all.as(all.jonas, (db) => beginDeparture(db, all.jonas.personId))
  expect((await page(`/practice/cases/${about}`, all.ines)).status).toBe(404)
  await all.as(all.jonas, (db) => endDeparture(db, all.jonas.personId))
  expect((await page(`/practice/cases/${about}`, all.ines)).status).toBe(404)
  expect((await page('/today', all.jonas)).text).toContain(`/practice/cases/${about}`)
})
