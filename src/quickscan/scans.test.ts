import { afterAll, beforeAll, expect, test } from 'vitest'
import { list } from '#platform/db/listing.ts'
import { newId } from '#platform/ids.ts'
import { ask } from '../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../tests/cast.ts'
import { donate, keepScan, removeScan, showScan } from './commands.ts'
import { readFile, readSent } from './forms.ts'
import { storeDonations } from './jobs.ts'
import { offers, scansFor } from './queries.ts'
import { assumed, type Form, itemsOf } from './quickscan.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const everywhere = (value: number, form: Form = 'full') =>
  Object.fromEntries(itemsOf(form).map(({ id, reverse }) => [id, reverse ? 7 - value : value]))
const sent = (value: number, form: Form = 'full', takenOn = '2026-11-01') => ({ form, answers: everywhere(value, form), takenOn })
const actor = (who: Person) => ({ ...who, locale: 'de' as const })
const kept = (who: Person, value = 4, form: Form = 'full', day = '2026-11-01') =>
  all.as(who, (db) => keepScan(db, actor(who), sent(value, form, day)))
const seenBy = async (who: Person, scanId: string) => (await all.as(who, scansFor)).find(({ id }) => id === scanId)

async function journeyOf(who: Person, state: { started?: boolean } = {}): Promise<string> {
  const id = newId()
  await all.owner.query('insert into journey (organisation_id, id, learner_id, started_at) values ($1, $2, $3, $4)', [
    who.organisationId,
    id,
    who.personId,
    state.started ? new Date() : null,
  ])
  await all.owner.query(
    `insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by) values ($1, $2, $3, $4, 'learner', now(), $4)`,
    [who.organisationId, newId(), id, who.personId],
  )
  return id
}

test('a kept scan is its owner’s alone, with its unrounded values and the constants of that day', async () => {
  const scanId = await kept(all.amara)
  expect(await seenBy(all.amara, scanId)).toMatchObject({ values: { overall: 60 }, constants: assumed, takenOn: '2026-11-01' })
  for (const stranger of [all.lena, all.jonas, all.ines, all.nour]) expect(await seenBy(stranger, scanId)).toBeUndefined()
})

test('the same result kept twice is one scan', async () => {
  const first = await kept(all.amara, 3, 'full', '2026-10-01')
  expect(await kept(all.amara, 3, 'full', '2026-10-01')).toBe(first)
})

test('shown to whoever accompanies, it is read without answers, until that ends or they no longer accompany', async () => {
  const scanId = await kept(all.jonas)
  const show = (reader: Person) => all.as(all.jonas, (db) => showScan(db, all.jonas.organisationId, scanId, reader.personId))
  expect(await show(all.lena)).toBe(false)
  const journeyId = await journeyOf(all.jonas)
  await accompanies(all, all.lena, journeyId)
  expect(await show(all.amara)).toBe(false)
  expect(await show(all.lena)).toBe(true)
  expect(await seenBy(all.lena, scanId)).toMatchObject({ ownerName: 'Jonas Petersen', answers: null, lookBack: null })
  expect(await all.as(all.lena, (db) => removeScan(db, scanId))).toBe(false)

  const app = ask(all)
  const page = await (await app.get(`/quickscan/mine/${scanId}`, all.lena)).text()
  expect(page).toContain('Ein Ergebnis von Jonas Petersen')
  expect(page).not.toContain('Wenn du ein Vorhaben beginnst')
  const { shares } = (await seenBy(all.jonas, scanId))!
  const ending = `/quickscan/mine/${scanId}/shares/${shares[0]!.id}/ending`
  expect((await app.post(ending, {}, all.lena)).status).toBe(404)
  expect((await app.post(ending, {}, all.jonas)).status).toBe(303)
  expect((await app.get(`/quickscan/mine/${scanId}`, all.lena)).status).toBe(404)

  await show(all.lena)
  await all.owner.query('update membership set until = now() where audience_id = $1 and person_id = $2', [journeyId, all.lena.personId])
  expect(await seenBy(all.lena, scanId)).toBeUndefined()
})

test('what is deleted is gone, with answers and everybody’s view of it', async () => {
  const scanId = await kept(all.amara, 2, 'full', '2026-09-01')
  const answer = await ask(all).post(`/quickscan/mine/${scanId}/removal`, {}, all.amara)
  expect(answer.headers.get('location')).toBe('/quickscan/mine?done=removed')
  const { rows } = await all.owner.query(
    'select (select count(*) from scan where id = $1) + (select count(*) from scan_private where scan_id = $1) as left',
    [scanId],
  )
  expect(Number(rows[0].left)).toBe(0)
})

test('two scans are compared in words, a full one with a short one on the statements they share', async () => {
  await kept(all.nour, 3, 'full', '2026-05-01')
  const later = await kept(all.nour, 5, 'full', '2026-08-01')
  const short = await kept(all.nour, 5, 'short', '2026-10-01')
  const app = ask(all)
  const at = { host: 'sued.localhost' }
  const full = await (await app.get(`/quickscan/mine/${later}`, all.nour, at)).text()
  expect(full).toContain('Deutlich höher als beim letzten Mal')
  expect(full).toContain('80 (70–90)')
  expect(full.match(/deutlich höher/g)).toHaveLength(7)
  expect(full).toContain('Wie hast du dich damals eingeschätzt')
  const mixed = await (await app.get(`/quickscan/mine/${short}`, all.nour, at)).text()
  expect(mixed).toContain('die beide Fassungen haben')
  expect(mixed).toContain('Etwa gleich.')
})

test('without script all statements come on one page, are evaluated and forgotten', async () => {
  const app = ask(all)
  const before = await countRows()
  const start = await (await app.get('/quickscan')).text()
  expect(start.match(/<fieldset>/g)).toHaveLength(24)
  expect(start).toContain('Dein Browser führt hier kein JavaScript aus')
  const answer = await app.post('/quickscan/result', { form: 'full', ...everywhere(6) })
  const result = await answer.text()
  expect(answer.status).toBe(200)
  expect(answer.headers.get('cache-control')).toBe('no-store')
  expect(result).toContain('Er rechnet im Arbeitsspeicher')
  expect(result).not.toContain('Die Auswertung läuft in deinem Browser')
  expect(result).toContain('Alle sechs Bereiche liegen bei dir gleichauf.')
  expect(await countRows()).toEqual(before)
})

test('making an account is offered only where the organisation allows it', async () => {
  const app = ask(all)
  const offers = async () => (await (await app.get('/quickscan')).text()).includes('&quot;mayRegister&quot;:true')
  expect(await offers()).toBe(false)
  await all.owner.query('update organisation set self_registration = true where host is null')
  expect(await offers()).toBe(true)
})

test('partial and tampered answers give a result that says what is missing', async () => {
  const app = ask(all)
  const forms: Record<string, string | string[]>[] = [
    {},
    { form: 'full', 'qs-goal-1': '99', 'qs-plan-1': '<script>' },
    { form: 'elsewhere', 'qs-goal-1': ['1', '2'] },
  ]
  for (const form of forms) {
    const answer = await app.post('/quickscan/result', form)
    expect(answer.status).toBe(200)
    expect(await answer.text()).toContain('Hier fehlen zu viele Antworten')
  }
})

test('a file goes in again as it came out, and nothing else does', () => {
  const text = (more: object) =>
    JSON.stringify({ lotse: 'quickscan', version: '1.0.0', form: 'short', takenOn: '2026-10-10', answers: everywhere(4, 'short'), ...more })
  const day = '2026-11-23'
  expect(readFile(text({}), day)).toEqual(sent(4, 'short', '2026-10-10'))
  expect(readFile(text({ takenOn: '2027-01-01' }), day)).toMatchObject({ takenOn: day })
  expect(readFile(text({ version: '0.9.0' }), day)).toBe('older')
  for (const wrong of [
    '',
    '{',
    'null',
    '[]',
    text({ lotse: 'journey' }),
    text({ form: 'long' }),
    text({ answers: null }),
    text({ answers: {} }),
  ])
    expect(readFile(wrong, day)).toBe('wrong')
  expect(readSent({ takenOn: '2026-02-30' }, day).takenOn).toBe(day)
})

test('a file from before the account is taken in', async () => {
  const app = ask(all)
  const body = new FormData()
  const { takenOn, answers, form } = sent(5, 'full', '2026-07-07')
  body.set('file', new File([JSON.stringify({ lotse: 'quickscan', version: '1.0.0', form, takenOn, answers })], 'quickscan.json'))
  const answer = await app.upload('/quickscan/mine/file', body, all.lena)
  expect(answer.status).toBe(303)
  expect(await seenBy(all.lena, answer.headers.get('location')!.split(/[/?]/)[3]!)).toMatchObject({ takenOn, answers })
  const wrong = new FormData()
  wrong.set('file', new File(['nothing'], 'x.json'))
  expect((await app.upload('/quickscan/mine/file', wrong, all.lena)).status).toBe(422)
})

test('results take the newest precision that was reckoned for their language, and kept ones stay as they are', async () => {
  const scanId = await kept(all.lena, 4, 'full', '2026-03-03')
  const own = { ...assumed, status: 'own', full: { ...assumed.full, overall: { alpha: 0.9, sd: 10 } } }
  await all.owner.query(`insert into scan_constants (instrument_version, language, donations, constants) values ('1.0.0', 'de', 240, $1)`, [
    JSON.stringify(own),
  ])
  const app = ask(all)
  const page = await (await app.post('/quickscan/result', { form: 'full', ...everywhere(4) })).text()
  expect(page).toContain('aus gespendeten Ergebnissen berechnet')
  expect(page).toContain('wahrscheinlich zwischen 57 und 63')
  const english = await app.post('/quickscan/result', { form: 'full', ...everywhere(4) }, undefined, { 'accept-language': 'en' })
  expect(await english.text()).toContain('cautious assumptions')
  expect(await (await app.get(`/quickscan/mine/${scanId}`, all.lena)).text()).toContain('vorsichtigen Annahmen')
  await all.owner.query('delete from scan_constants')
})

test('donations wait until five are together and are then stored, with nothing that leads to anybody', async () => {
  const app = ask(all)
  const form = { form: 'full', ...everywhere(4) }
  expect((await app.post('/quickscan/donations', form)).status).toBe(422)
  expect((await app.post('/quickscan/donations', { ...form, donate: 'yes', 'qs-goal-1': '' })).status).toBe(422)
  for (let count = 0; count < 4; count++) expect(await donate(all.database, 'de', sent(4), false)).toEqual({ ok: true })
  await storeDonations.run(all.database, undefined)
  expect(await donations()).toEqual({ waiting: 4, stored: 0 })
  const last = await app.post('/quickscan/donations', { ...form, donate: 'yes', first: 'yes' }, all.amara)
  expect(last.headers.get('location')).toBe('/quickscan/donated')
  await storeDonations.run(all.database, undefined)
  expect(await donations()).toEqual({ waiting: 0, stored: 5 })
  const { rows } = await all.owner.query('select * from scan_donation where first')
  expect(Object.keys(rows[0]).sort()).toEqual(['answers', 'first', 'form', 'id', 'instrument_version', 'iso_week', 'iso_year', 'language'])
  expect(JSON.stringify(rows)).not.toContain(all.amara.personId)
})

test('the self-test is offered once on each occasion, and no more once it is answered', async () => {
  const newcomer = all.ines
  const first = await offered(newcomer)
  expect(first).toMatchObject({ occasion: 'first', form: 'full' })
  const app = ask(all)
  await app.post(`/quickscan/offers/first/${first!.subjectId}`, { answer: 'decline' }, newcomer)
  expect(await offered(newcomer)).toBeUndefined()

  const journeyId = await journeyOf(newcomer, { started: true })
  const at = [newcomer.organisationId, newId(), journeyId] as const
  await all.owner.query(`insert into closing (organisation_id, id, journey_id, outcome, closed_at) values ($1, $2, $3, 'solved', now())`, [
    ...at,
  ])
  const closed = await offered(newcomer)
  expect(closed).toEqual({ occasion: 'closed', subjectId: at[1], form: 'full' })
  const taken = await app.post(`/quickscan/offers/closed/${at[1]}`, { answer: 'take' }, newcomer)
  expect(taken.headers.get('location')).toBe('/quickscan')
  expect(await offered(newcomer)).toBeUndefined()
  expect(await offered(all.jonas)).not.toMatchObject({ occasion: 'closed' })
})

const offered = async (who: Person) => (await all.as(who, (db) => list(db, offers)))[0]

async function donations() {
  const { rows } = await all.owner.query(
    'select (select count(*) from scan_donation_waiting)::int as waiting, (select count(*) from scan_donation)::int as stored',
  )
  return rows[0]
}

/** Rows of every table: what was sent to be evaluated must not appear in any. */
async function countRows() {
  const { rows } =
    await all.owner.query(`select relname, (xpath('/row/c/text()', query_to_xml('select count(*) as c from ' || oid::regclass, false, true, '')))[1]::text as count
    from pg_class where relnamespace = 'public'::regnamespace and relkind = 'r' order by 1`)
  return rows
}
