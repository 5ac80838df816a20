import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newsKinds } from '#person/rules/due-line.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { type InOutbox, lettersWaiting } from '../../tests/mail/outbox.ts'
import { journeyInSecondPlan } from '../../tests/under-way.ts'
import { sendDigests } from './commands/digest.ts'

let all: Cast
let browser: Ask
let journeyId: string
const origin = 'https://lotse.example.org'
/** A Tuesday at eight in the morning in Berlin, and in winter. */
const tuesday = new Date('2026-11-24T07:00:00Z')
const hours = (count: number, from = tuesday) => new Date(from.getTime() + count * 3_600_000)

beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
  journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  await accompanies(all, all.lena, journeyId)
})
beforeEach(async () => {
  await all.owner.query(`delete from letter; delete from digest; delete from reminder_choice; delete from rhythm; delete from proposal;
    update step set by_when = null; update cycle set planned_review_on = null; update review set saved_at = '2026-01-12';
    update person set time_zone = null; update account set email_confirmed_at = now();
    update organisation set quiet_from = null, quiet_until = null, free_days = '{}';
    insert into rhythm (organisation_id, person_id, learning_days, learning_from, learning_to, daily, weekly, weekly_day, weekly_at, after_step)
      select organisation_id, id, '{1,2,3,4,5}', '08:00', '17:00', false, false, 5, '14:00', true from person;
    update digest_choice set often = 'daily', titles = false, later_until = null, next_at = '2026-11-20'`)
})
afterAll(() => all.close())

const round = async (now: Date): Promise<InOutbox[]> => {
  const before = (await lettersWaiting(all.owner)).length
  await sendDigests(all.database, {
    origin,
    now,
    onFailure: (error) => {
      throw error
    },
  })
  return (await lettersWaiting(all.owner)).slice(before)
}
const reviewDue = (day = '2026-11-23') =>
  all.owner.query(`update cycle set planned_review_on = $2 where journey_id = $1 and state = 'open'`, [journeyId, day])
const proposes = (at: Date) =>
  all.owner.query(
    `insert into proposal (organisation_id, id, journey_id, author_id, kind, made_at) values ($1, $2, $3, $4, 'question', $5)`,
    [all.amara.organisationId, newId(), journeyId, all.lena.personId, at],
  )
const nextOf = async (who: Person): Promise<Date | null> =>
  (await all.owner.query('select next_at from digest_choice where person_id = $1', [who.personId])).rows[0].next_at
const linkIn = (letter: InOutbox, answer: string) => new URL(new RegExp(`https\\S+/mail/\\S+/${answer}`).exec(letter.text)![0]).pathname

test('who has nothing due gets nothing: a summary is never empty', async () => {
  expect(await round(tuesday)).toEqual([])
  expect(await nextOf(all.amara)).toEqual(hours(24))
})

test('what was agreed for a day stands in one summary, to its person alone, without a word of theirs', async () => {
  await reviewDue()
  const [letter, ...others] = await round(tuesday)
  expect(others).toEqual([])
  expect(letter).toMatchObject({ to: 'amara@example.org', kind: 'digest', from: 'Nordwerk', subject: 'Was heute ansteht' })
  expect(letter!.text).toContain('Auswerten, wie die Runde war (vorgenommen für den 23. November)')
  expect(letter!.text).toContain(`${origin}/journeys/${journeyId}`)
  expect(letter!.text).toContain('Diese Übersicht kommt von Nordwerk')
  const { rows } = await all.owner.query('select body from passage where context_id = $1', [journeyId])
  for (const { body } of rows) if (body.length > 8) expect(letter!.html).not.toContain(body)
})

test('titles stand in it only where the person wants that', async () => {
  await reviewDue()
  await all.owner.query('update digest_choice set titles = true where person_id = $1', [all.amara.personId])
  await all.owner.query(`update passage set body = 'Übergabe ohne Lücken' where context_id = $1 and field = 'title'`, [journeyId])
  await all.owner.query(
    `insert into agreement_version (organisation_id, id, agreement_id, journey_id, number, written_by, support_level, contact_rhythm, reply_days, allowed_hats, written_at)
     select organisation_id, gen_random_uuid(), agreement_id, journey_id, 2, $1, support_level, 'on_call', reply_days, allowed_hats, $2 from agreement_version`,
    [all.lena.personId, hours(-2)],
  )
  const [letter] = await round(tuesday)
  await all.owner.query('delete from agreement_version where number = 2')
  expect(letter!.text).toContain('Neu in „Übergabe ohne Lücken“\n- Eine Lernvereinbarung wartet auf dich (')
  expect(letter!.text).toContain('Vorgenommen in „Übergabe ohne Lücken“\n- Auswerten, wie die Runde war (vorgenommen für den 23. November)')
})

test.each([
  ['de', 'Neues für dich', 'Ein Vorschlag zu deinem Vorhaben', 'wartet seit dem 23. November, du entscheidest', 'Drei Tage Pause'],
  ['de-formal', 'Neues für Sie', 'Ein Vorschlag zu Ihrem Vorhaben', 'wartet seit dem 23. November, Sie entscheiden', 'Drei Tage Pause'],
  ['en', 'News for you', 'A suggestion for your journey', 'waiting since 23 November, you decide', 'Pause for three days'],
])('in %s the summary says the same as text and as HTML, with the same links', async (locale, subject, ...said) => {
  await proposes(hours(-10))
  await all.owner.query('update person set locale = $2 where id = $1', [all.amara.personId, locale])
  const [letter] = await round(tuesday)
  await all.owner.query('update person set locale = null')
  expect(letter).toMatchObject({ subject })
  for (const words of said) for (const shown of [letter!.text, letter!.html]) expect(shown).toContain(words)
  expect(letter!.html).toContain(`<html lang="${locale === 'en' ? 'en' : 'de'}">`)
  const links = [...letter!.html.matchAll(/href="([^"]+)"/g)].map(([, href]) => href!)
  expect(links).toHaveLength(4)
  for (const link of links) expect(letter!.text).toContain(link)
})

test('nothing comes before the learning hours, after them, on a day off, or in the rest of the organisation', async () => {
  await reviewDue()
  for (const early of [hours(-1), hours(9)]) expect(await round(early)).toEqual([])
  await all.owner.query(`update organisation set free_days = '{[2026-11-24,2026-11-25)}'; update digest_choice set next_at = '2026-11-20'`)
  expect(await round(hours(1))).toEqual([])
  expect(await nextOf(all.amara)).toEqual(hours(24))
  await all.owner.query(
    `update organisation set quiet_from = '16:00', quiet_until = '09:30'; update digest_choice set next_at = '2026-11-20'`,
  )
  expect(await round(hours(24))).toEqual([])
  expect(await nextOf(all.amara)).toEqual(hours(25.5))
  expect(await round(hours(25.5))).toHaveLength(1)
})

test('each person has their morning where they are', async () => {
  await reviewDue()
  await all.owner.query(`update person set time_zone = 'America/New_York' where id = $1`, [all.amara.personId])
  await all.owner.query(`update digest_choice set next_at = '2026-11-20'`)
  expect(await round(tuesday)).toEqual([])
  expect(await nextOf(all.amara)).toEqual(hours(6))
  expect(await round(hours(6))).toHaveLength(1)
})

test('two rounds at once, and a round after a restart, send one summary', async () => {
  await reviewDue()
  await Promise.all([round(tuesday), round(tuesday)])
  await all.owner.query(`update digest_choice set next_at = '2026-11-20'`)
  await round(hours(2))
  expect(await lettersWaiting(all.owner)).toHaveLength(1)
})

test('where it fails for one person, the others get theirs, and that one is looked at again in an hour', async () => {
  await reviewDue()
  await proposes(hours(-2))
  await all.owner.query(`update account set email_confirmed_at = null where person_id = $1`, [all.lena.personId])
  const failures: unknown[] = []
  await all.owner.query(`update person set time_zone = 'Nowhere/AtAll' where id = $1`, [all.jonas.personId])
  await all.owner.query(`update digest_choice set next_at = '2026-11-20'`)
  await sendDigests(all.database, { origin, now: tuesday, onFailure: (error) => failures.push(error) })
  expect(failures).toHaveLength(1)
  expect((await lettersWaiting(all.owner)).map(({ to }) => to)).toEqual(['amara@example.org'])
  expect(await nextOf(all.jonas)).toEqual(hours(1))
})

test('news come once, and reminders are lines in the same summary', async () => {
  await reviewDue()
  await proposes(hours(-2))
  const [letter, ...others] = await round(tuesday)
  expect(others).toEqual([])
  expect(letter!.subject).toBe('Neues für dich')
  expect(letter!.text).toContain('Ein Vorschlag zu deinem Vorhaben')
  expect(letter!.text).toContain('Auswerten, wie die Runde war')
  expect(await round(hours(24))).toEqual([])
})

test('a reminder comes again after three days, then half as often with one question, and then no more', async () => {
  await reviewDue()
  const came: { day: number; asks: boolean }[] = []
  for (let day = 0; day < 36; day++) {
    const isWeekend = (day + 1) % 7 > 4
    if (isWeekend) continue
    const letters = await round(hours(24 * day))
    const hers = letters.filter(({ to }) => to === 'amara@example.org')
    for (const { text } of hers) came.push({ day, asks: text.includes('Passt der Rhythmus noch?') })
  }
  expect(came).toEqual([
    { day: 0, asks: false },
    { day: 3, asks: false },
    { day: 9, asks: true },
    { day: 15, asks: false },
  ])
  const { rows } = await all.owner.query('select kind, often from reminder_choice where person_id = $1', [all.amara.personId])
  expect(rows).toEqual([{ kind: 'review', often: 'stopped' }])
  const settings = await (await browser.get('/settings/mail', all.amara)).text()
  expect(settings).toContain('Vier nacheinander blieben liegen')
})

test('a click in the mail program ends it: without signing in, from nowhere, and as often as it is sent', async () => {
  await reviewDue()
  const [letter] = await round(tuesday)
  const off = linkIn(letter!, 'off')
  expect((await all.owner.query('select content from letter')).rows[0].content.unsubscribe).toBe(`${origin}${off}`)
  const oneClick = { method: 'POST', body: new URLSearchParams({ 'List-Unsubscribe': 'One-Click' }) } as const
  for (const _time of [1, 2]) {
    const answer = await browser.send('POST', off, { body: oneClick.body, headers: { origin: 'https://mail.example.net' } })
    expect(answer.status).toBe(200)
  }
  expect(await nextOf(all.amara)).toBe(null)
  expect(await nextOf(all.jonas)).not.toBe(null)
})

test('opening a link changes nothing; the button does, and says what holds now', async () => {
  await reviewDue()
  const [letter] = await round(tuesday)
  for (const answer of ['later', 'less', 'off']) expect((await browser.get(linkIn(letter!, answer))).status).toBe(200)
  const often = async () =>
    (await all.owner.query('select often, later_until is not null as later from digest_choice where person_id = $1', [all.amara.personId]))
      .rows[0]
  expect(await often()).toEqual({ often: 'daily', later: false })
  const done = await browser.post(linkIn(letter!, 'less'), {})
  expect(done.status).toBe(303)
  expect(await (await browser.get(done.headers.get('location')!)).text()).toContain('höchstens einmal in der Woche')
  await browser.post(linkIn(letter!, 'later'), {})
  expect(await often()).toEqual({ often: 'weekly', later: true })
  const outcomes = await all.owner.query('select outcome from digest_line')
  expect(outcomes.rows).toEqual([{ outcome: 'later' }])
})

test('whoever ended it by mistake has it again with one button, signed in or not; it stands in no mail', async () => {
  await reviewDue()
  const [letter] = await round(tuesday)
  expect(letter!.text).not.toContain('/usual')
  await browser.post(linkIn(letter!, 'off'), {})
  expect(await nextOf(all.amara)).toBe(null)
  const again = linkIn(letter!, 'off').replace('/off', '/usual')
  expect(await (await browser.get(again.replace('/usual', '?done=off'))).text()).toContain('Doch wieder einmal am Tag')
  const fromNowhere = await browser.send('POST', again, { headers: { origin: 'https://mail.example.net' } })
  expect([fromNowhere.status, await nextOf(all.amara)]).toEqual([403, null])
  expect((await browser.post(again, {})).headers.get('location')).toContain('done=usual')
  expect(await nextOf(all.amara)).not.toBe(null)
})

test('a link that never was one, and one of another organisation, lead nowhere', async () => {
  await reviewDue()
  const [letter] = await round(tuesday)
  const unknown = `/mail/${'x'.repeat(43)}/off`
  expect((await browser.get(unknown)).status).toBe(404)
  expect((await browser.post(unknown, {})).status).toBe(404)
  const nextDoor = { host: 'sued.localhost', origin: 'http://sued.localhost' }
  expect((await browser.post(linkIn(letter!, 'off'), {}, undefined, nextDoor)).status).toBe(404)
  expect(await nextOf(all.amara)).not.toBe(null)
})

test('other forms still count only from a page of the same host', async () => {
  const answer = await browser.send(
    'POST',
    '/settings/mail',
    { body: new URLSearchParams({ often: 'off' }), headers: { origin: 'https://mail.example.net' } },
    all.amara,
  )
  expect(answer.status).toBe(403)
})

test('what somebody chooses holds: off, titles, and kinds; and whoever turns a kind on again begins anew', async () => {
  const chosen = { often: 'weekly', titles: 'yes', review: 'off', step: 'less', news: ['proposal', 'answer'] }
  expect((await browser.post('/settings/mail', chosen, all.amara)).headers.get('location')).toBe('/settings/mail?done=saved')
  const { rows } = await all.owner.query(`select kind from reminder_choice where often = 'off' order by kind`)
  const off = newsKinds.filter((kind) => kind !== 'proposal' && kind !== 'answer')
  expect(rows.map(({ kind }) => kind)).toEqual([...off, 'review'].sort())
  await reviewDue()
  expect(await round(tuesday)).toEqual([])
  await browser.post('/settings/mail', { ...chosen, review: 'usual' }, all.amara)
  await all.owner.query(`update digest_choice set next_at = '2026-11-20'`)
  expect(await round(hours(1))).toHaveLength(1)
  expect(await round(hours(24 * 6))).toEqual([])
  expect((await browser.post('/settings/mail', { often: 'hourly' }, all.amara)).status).toBe(422)
  expect((await browser.post('/settings/mail', { often: 'daily', step: 'always' }, all.amara)).status).toBe(422)
})

test('somebody new has a summary from the start, and another rhythm is looked at at once', async () => {
  const id = newId()
  await all.owner.query(`insert into person (organisation_id, id, name) values ($1, $2, 'Neu')`, [all.amara.organisationId, id])
  expect((await all.owner.query('select often from digest_choice where person_id = $1', [id])).rows).toEqual([{ often: 'daily' }])
  await round(tuesday)
  expect(await nextOf(all.amara)).toEqual(hours(24))
  await all.owner.query(`update rhythm set learning_from = '10:00' where person_id = $1`, [all.amara.personId])
  const moved = (await nextOf(all.amara))!
  expect(Math.abs(moved.getTime() - Date.now())).toBeLessThan(60_000)
  await all.owner.query('delete from person where id = $1', [id])
})
