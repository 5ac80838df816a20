import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast } from '../../../tests/cast.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
})
beforeEach(() => all.owner.query('delete from letter'))
afterAll(() => all.close())

const letter = async (more: {
  kind?: string
  state?: string
  problem?: string
  to?: string
  organisationId?: string
  content?: string
}) => {
  const { kind = 'invitation', state = 'waiting', problem = null, to = 'gast@example.org', content = '{"text": "vertraulich"}' } = more
  await all.owner.query(
    `insert into letter (organisation_id, id, kind, state, problem, recipient, content, attempts) values ($1, $2, $3, $4, $5, $6, $7, 12)`,
    [more.organisationId ?? all.ines.organisationId, newId(), kind, state, problem, to, content],
  )
}
const page = async (who = all.ines, app = browser) => (await app.get('/organisation/mail', who)).text()
const states = async () => (await all.owner.query('select state, attempts from letter order by id')).rows
const seenAt = () => new Date(Date.now() + 1_000).toISOString()

test('an administrator sees how many letters of which kind wait, and neither to whom nor what', async () => {
  await letter({})
  await letter({ to: 'zweiter@example.org' })
  await letter({ kind: 'digest', state: 'unknown', to: 'amara@example.org' })
  await letter({ kind: 'message', organisationId: all.nour.organisationId, state: 'failed', problem: 'refused' })
  const seen = await page()
  expect(seen).toContain('2 Mails an 2 Personen')
  expect(seen).toContain('Vielleicht angekommen')
  expect(seen).toContain('dass sie zweimal ankommt')
  expect(seen).not.toContain('Nicht zugestellt')
  for (const hidden of ['gast@', 'amara@', 'vertraulich']) expect(seen).not.toContain(hidden)
})

test('for everybody else there is no such page, and nothing to decide', async () => {
  await letter({ state: 'unknown' })
  for (const path of ['/organisation/mail', '/organisation/rest']) expect((await browser.get(path, all.amara)).status).toBe(404)
  const some = { kind: 'invitation', state: 'unknown', seenAt: seenAt() }
  expect((await browser.post('/organisation/mail/again', some, all.amara)).status).toBe(404)
  expect((await browser.post('/organisation/mail/let-go', some, all.amara)).status).toBe(404)
  const asAmara = await all.as(all.amara, (db) => db.selectFrom('organisation').select('name').execute())
  expect(asAmara).toHaveLength(1)
  expect(await states()).toEqual([{ state: 'unknown', attempts: 12 }])
})

test('what may have arrived is sent again only by a decision, and only what was there when it was made', async () => {
  await letter({ state: 'unknown' })
  const before = new Date(Date.now() - 60_000).toISOString()
  await browser.post('/organisation/mail/again', { kind: 'invitation', state: 'unknown', seenAt: before }, all.ines)
  expect(await states()).toEqual([{ state: 'unknown', attempts: 12 }])
  const again = { kind: 'invitation', state: 'unknown', seenAt: seenAt() }
  for (const _twice of [1, 2]) expect((await browser.post('/organisation/mail/again', again, all.ines)).status).toBe(303)
  expect(await states()).toEqual([{ state: 'waiting', attempts: 0 }])
})

test('what could not be sent is let go; what waits is not', async () => {
  await letter({ state: 'failed', problem: 'refused' })
  await letter({})
  for (const state of ['failed', 'waiting'])
    await browser.post('/organisation/mail/let-go', { kind: 'invitation', state, seenAt: seenAt() }, all.ines)
  expect(await states()).toEqual([{ state: 'waiting', attempts: 12 }])
})

test('without a mail server the page says that links are handed over', async () => {
  expect(await page(all.ines, ask(all))).toContain('ihr gebt sie selbst weiter')
  expect(await page()).toContain('Es wartet nichts')
})

test('quiet hours last over night, free days have no gaps, and both come back as they were set', async () => {
  const rest = { quietFrom: '18:30', quietUntil: '07:00', offFrom: ['2096-12-24', ''], offTo: ['2097-01-01', ''] }
  expect((await browser.post('/organisation/rest', rest, all.ines)).headers.get('location')).toBe('/organisation/rest?done=saved')
  const seen = await (await browser.get('/organisation/rest', all.ines)).text()
  for (const kept of ['18:30', '07:00', '2096-12-24', '2097-01-01']) expect(seen).toContain(`value="${kept}"`)
  const wrong = await browser.post('/organisation/rest', { ...rest, quietFrom: '06:00' }, all.ines)
  expect(wrong.status).toBe(422)
  expect(await wrong.text()).toContain('Die Ruhezeit geht über Nacht')
  await browser.post('/organisation/rest', { quietFrom: '', quietUntil: '' }, all.ines)
  const none = await all.owner.query('select quiet_from, free_days::text from organisation where id = $1', [all.ines.organisationId])
  expect(none.rows).toEqual([{ quiet_from: null, free_days: '{}' }])
})
