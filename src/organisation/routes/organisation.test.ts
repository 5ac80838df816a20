import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { hashPassword } from '#platform/sign-in/password.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { lettersWaiting } from '../../../tests/mail/outbox.ts'
import { revokePermission } from '../commands/organisation.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all, { canMail: true })
})
beforeEach(async () => {
  await all.owner.query('delete from permission where person_id <> $1', [all.ines.personId])
  await all.owner.query('delete from password_reset')
})
afterAll(() => all.close())

const at = ({ personId }: Person) => `/organisation/people/${personId}`
const grant = (to: Person, kind = 'admin', by = all.ines) => browser.post(`${at(to)}/permissions/grant`, { kind }, by)
const revoke = (from: Person, kind = 'admin', by = all.ines) => browser.post(`${at(from)}/permissions/revoke`, { kind }, by)
const administrators = async () =>
  (
    await all.owner.query(
      `select p.name from permission r join person p on p.id = r.person_id where r.kind = 'admin' and r.revoked_at is null
    and p.organisation_id = $1 order by p.name`,
      [all.ines.organisationId],
    )
  ).rows.map(({ name }) => name)

test('everybody sees who administers; addresses and forms are for administrators alone', async () => {
  const hers = await (await browser.get('/organisation', all.amara)).text()
  expect(hers).toContain('Ines Albrecht')
  expect(hers).not.toContain('jonas@example.org')
  expect(hers).not.toContain('action="/organisation')
  const administrators = await (await browser.get('/organisation', all.ines)).text()
  expect(administrators).toContain('jonas@example.org')
  expect(administrators).not.toContain('nour@example.org')
  for (const path of [at(all.jonas), '/organisation/invitations']) expect((await browser.get(path, all.amara)).status).toBe(404)
})

test('somebody who does not administer changes nothing, whatever they send', async () => {
  const sent = await Promise.all([
    browser.post('/organisation', { name: 'Mein Werk', locale: 'en', timeZone: 'UTC' }, all.amara),
    grant(all.amara, 'admin', all.amara),
    revoke(all.ines, 'admin', all.amara),
    browser.post(`${at(all.jonas)}/resets`, {}, all.amara),
    browser.post('/organisation/invitations', { email: '' }, all.amara),
  ])
  expect(sent.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404])
  expect(await administrators()).toEqual(['Ines Albrecht'])
  const { rows } = await all.owner.query('select name from organisation where id = $1', [all.amara.organisationId])
  expect(rows[0].name).toBe('Nordwerk')
})

test('an administrator names the organisation and its language, and the pages follow', async () => {
  const saved = await browser.post('/organisation', { name: 'Nordwerk eG', locale: 'de-formal', timeZone: 'Europe/Vienna' }, all.ines)
  expect(saved.headers.get('location')).toBe('/organisation?done=saved')
  expect(await (await browser.get('/settings/sign-ins', all.amara)).text()).toContain('Hier sind Sie gerade angemeldet')
  const wrong = await browser.post('/organisation', { name: '', locale: 'de', timeZone: 'Mars/Olympus' }, all.ines)
  expect(wrong.status).toBe(422)
  await browser.post('/organisation', { name: 'Nordwerk', locale: 'de', timeZone: 'Europe/Berlin' }, all.ines)
})

test('a permission is granted and revoked under a name that all can see', async () => {
  expect((await grant(all.lena, 'publisher')).status).toBe(303)
  expect(await (await browser.get(at(all.lena), all.ines)).text()).toContain('Veröffentlichen, erteilt von Ines Albrecht am')
  expect(await (await browser.get('/organisation', all.jonas)).text()).toContain('Lena Brandt')
  expect((await revoke(all.lena, 'publisher')).status).toBe(303)
  const { rows } = await all.owner.query(`select granted_by, revoked_by from permission where person_id = $1`, [all.lena.personId])
  expect(rows).toEqual([{ granted_by: all.ines.personId, revoked_by: all.ines.personId }])
})

test('the last administrator stays', async () => {
  const answer = await revoke(all.ines)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('braucht jemanden in der Verwaltung')
  expect(await administrators()).toEqual(['Ines Albrecht'])
  await expect(all.owner.query('delete from person where id = $1', [all.ines.personId])).rejects.toThrow('the last administrator stays')
})

test('two administrators who revoke each other at the same moment: one of them stays', async () => {
  await grant(all.lena)
  const meOf = (who: Person) => ({ ...who, isAdmin: true }) as unknown as Me
  let bothBegun: () => void = () => {}
  const both = new Promise<void>((resolve) => {
    bothBegun = resolve
  })
  let begun = 0
  const each = (who: Person, whom: Person) =>
    all.as(who, async (db: PersonDb) => {
      await db.selectFrom('permission').select('id').execute()
      if (++begun === 2) bothBegun()
      await both
      return revokePermission(db, meOf(who), whom.personId, 'admin')
    })
  const outcomes = await Promise.all([each(all.ines, all.lena), each(all.lena, all.ines)])
  expect(outcomes.filter(({ ok }) => ok)).toHaveLength(1)
  expect(await administrators()).toHaveLength(1)
  await all.owner.query(`update permission set revoked_at = null, revoked_by = null where person_id = $1`, [all.ines.personId])
})

test("an administrator's link waits 48 hours, is announced to the person, and can be cancelled by them", async () => {
  const made = await (await browser.post(`${at(all.amara)}/resets`, {}, all.ines)).text()
  const path = new URL(/value="(http[^"]+\/password\/[^"]+)"/.exec(made)![1]!).pathname
  const letter = (await lettersWaiting(all.owner)).at(-1)!
  expect(letter).toMatchObject({ to: 'amara@example.org', subject: 'Ein Link für dein Konto ist vorbereitet' })
  expect(letter.text).not.toContain(path)
  const early = await browser.get(path)
  expect(await early.text()).toContain('Der Link gilt noch nicht')
  expect((await browser.post(path, { password: 'Wind aus Nordwest' })).status).toBe(422)
  const settings = await (await browser.get('/settings', all.amara)).text()
  expect(settings).toContain('Ines Albrecht aus der Verwaltung hat einen Link gemacht')
  expect(await (await browser.get('/today', all.amara)).text()).toContain('Jemand möchte dein Passwort zurücksetzen')
  const cancel = /action="(\/settings\/resets\/[^"]+\/cancel)"/.exec(settings)![1]!
  expect((await browser.post(cancel, {}, all.jonas)).status).toBe(303)
  expect(await (await browser.get('/settings', all.amara)).text()).toContain(cancel)
  await browser.post(cancel, {}, all.amara)
  await all.owner.query(`update password_reset set works_from = now() - interval '1 hour'`)
  expect((await browser.get(path)).status).toBe(404)
  expect(await (await browser.get('/settings/resets', all.amara)).text()).toContain(
    'Ines Albrecht aus der Verwaltung hat einen Link gemacht',
  )
})

test('after 48 hours the link sets a new password, and the person goes on seeing that it was made and used', async () => {
  const { organisationId, personId } = all.jonas
  await all.owner.query('insert into password (organisation_id, person_id, hash) values ($1, $2, $3)', [
    organisationId,
    personId,
    await hashPassword('ein stiller Hafen'),
  ])
  const made = await (await browser.post(`${at(all.jonas)}/resets`, {}, all.ines)).text()
  const path = new URL(/value="(http[^"]+\/password\/[^"]+)"/.exec(made)![1]!).pathname
  await all.owner.query(`update password_reset set works_from = now() - interval '1 second'`)
  expect((await browser.post(path, { password: 'Wind aus Nordwest' })).status).toBe(303)
  expect((await browser.post('/sign-in', { email: 'jonas@example.org', password: 'Wind aus Nordwest' })).status).toBe(303)
  expect(await (await ask(all).get('/settings/resets', all.jonas)).text()).toContain('Verwendet am')
})

test('an administrator makes no link for themselves, and none for another organisation', async () => {
  await browser.post(`${at(all.ines)}/resets`, {}, all.ines)
  expect((await browser.post(`${at(all.nour)}/resets`, {}, all.ines)).status).toBe(404)
  expect((await all.owner.query('select from password_reset')).rowCount).toBe(0)
})

test('people are found by a part of their name, whatever signs it holds', async () => {
  expect(await (await browser.get('/organisation?q=brandt', all.ines)).text()).toContain('lena@example.org')
  const none = await (await browser.get('/organisation?q=%25_%5C', all.ines)).text()
  expect(none).not.toContain('lena@example.org')
  expect((await browser.get('/organisation?page=-3', all.ines)).status).toBe(200)
})
