import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { createJourney } from '#journey/commands/create.ts'
import type { Me } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { type Cast, cast, type Person } from '../../../tests/cast.ts'
import { lettersWaiting } from '../../../tests/mail/outbox.ts'
import { inviteToJourney, inviteToOrganisation, renewInvitation, revokeInvitation } from '../commands/invitation.ts'
import { invitationsTo } from '../queries.ts'

const origin = 'http://localhost'
const somebody = { name: 'Karim Said', email: 'karim@example.org', password: 'ein stiller Hafen' }
let all: Cast
let browser: Ask
let journey: string
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
beforeEach(async () => {
  journey = newId()
  await all.as(all.amara, (db) => createJourney(db, journey))
})
afterAll(() => all.close())

const asMe = ({ personId, name }: Person) => ({ personId, name, locale: 'de', organisationName: 'Nordwerk' }) as Me
const pathOf = ({ link }: { link: string }) => new URL(link).pathname
const inviteBy = (who: Person, to: string | null) =>
  all.as(who, (db) =>
    to ? inviteToJourney(db, asMe(who), to, { origin, canMail: false }) : inviteToOrganisation(db, asMe(who), { origin, canMail: false }),
  )
const members = async () =>
  (
    await all.owner.query(
      `select p.name, m.role, m.reads_from from membership m join person p on p.id = m.person_id where m.audience_id = $1 and m.role = 'facilitator'`,
      [journey],
    )
  ).rows

test('whoever accepts takes part from now on, but reads nothing until the learner opens the journey', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  const page = await (await browser.get(path, all.lena)).text()
  expect(page).toContain('Amara Okafor lädt dich ein')
  const accepted = await browser.post(`${path}/accept`, { neitherIsSuperior: 'yes' }, all.lena)
  expect(accepted.status).toBe(200)
  expect(await members()).toEqual([{ name: 'Lena Brandt', role: 'facilitator', reads_from: null }])
  expect((await browser.get(`/journeys/${journey}`, all.lena)).status).toBe(404)
})

test('nobody accompanies somebody whose superior they are: without the tick nothing happens', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  const answer = await browser.post(`${path}/accept`, {}, all.lena)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('Ist eine Person der anderen vorgesetzt')
  expect(await members()).toEqual([])
})

test('an invitation works once', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  await browser.post(`${path}/accept`, { neitherIsSuperior: 'yes' }, all.lena)
  const late = await browser.post(`${path}/accept`, { neitherIsSuperior: 'yes' }, all.jonas)
  expect(late.status).toBe(410)
  expect(await members()).toHaveLength(1)
})

test('of two who accept one invitation at the same moment, one takes part', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  const both = await Promise.all([all.lena, all.jonas].map((who) => browser.post(`${path}/accept`, { neitherIsSuperior: 'yes' }, who)))
  expect(both.map(({ status }) => status).sort()).toEqual([200, 410])
  expect(await members()).toHaveLength(1)
})

test('somebody new makes an account through the link, is signed in, and gets recovery codes', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  expect((await browser.post(path, somebody)).status).toBe(422)
  const answer = await browser.post(path, { ...somebody, neitherIsSuperior: 'yes' })
  expect(answer.status).toBe(200)
  expect((await answer.text()).match(/<code>[a-z2-9-]{19}<\/code>/g)).toHaveLength(10)
  expect(await members()).toEqual([{ name: 'Karim Said', role: 'facilitator', reads_from: null }])
  const cookie = answer.headers.getSetCookie()[0]!.split(';')[0]!
  expect(await (await browser.get('/settings', undefined, { cookie })).text()).toContain('karim@example.org')
  const other = pathOf(await inviteBy(all.amara, journey))
  const taken = await browser.post(other, { ...somebody, neitherIsSuperior: 'yes' })
  expect(taken.status).toBe(422)
  expect(await taken.text()).toContain('schon ein Konto')
})

test('where there is mail, a new address is asked to confirm itself, and is confirmed by the button alone', async () => {
  const withMail = ask(all, { canMail: true })
  const path = pathOf(await inviteBy(all.ines, null))
  await withMail.post(path, { ...somebody, email: 'post@example.org' })
  const letter = (await lettersWaiting(all.owner)).at(-1)!
  expect(letter.to).toBe('post@example.org')
  const link = new URL(/http\S+/.exec(letter.text)![0]).pathname
  const confirmed = async () =>
    (await all.owner.query(`select email_confirmed_at is not null as yes from account where email = 'post@example.org'`)).rows[0].yes
  await withMail.get(link)
  expect(await confirmed()).toBe(false)
  await withMail.post(link, {})
  expect(await confirmed()).toBe(true)
})

test('an invitation to the organisation makes an account and nothing more', async () => {
  const path = pathOf(await inviteBy(all.ines, null))
  const page = await (await browser.get(path)).text()
  expect(page).toContain('Nordwerk')
  expect(page).not.toContain('vorgesetzt')
  expect((await browser.post(path, { ...somebody, email: 'neu@example.org' })).status).toBe(200)
  const { rows } = await all.owner.query(
    `select (select count(*)::int from membership m where m.person_id = a.person_id) as memberships,
      (select count(*)::int from permission r where r.person_id = a.person_id) as permissions from account a where email = 'neu@example.org'`,
  )
  expect(rows).toEqual([{ memberships: 0, permissions: 0 }])
})

test('only an administrator invites to the organisation, and only the learner to a journey', async () => {
  await expect(inviteBy(all.amara, null)).rejects.toThrow('row-level security')
  for (const who of [all.lena, all.ines, all.nour]) await expect(inviteBy(who, journey)).rejects.toThrow('row-level security')
})

test('a renewed invitation has a new link, and the former one is over', async () => {
  const former = pathOf(await inviteBy(all.amara, journey))
  const [invitation] = await all.as(all.amara, (db) => invitationsTo(db, journey))
  await all.owner.query(`update invitation set expires_at = now() - interval '1 day' where id = $1`, [invitation!.id])
  expect(await (await browser.get(former, all.lena)).text()).toContain('Amara Okafor kann sie erneuern')
  const renewed = await all.as(all.amara, (db) => renewInvitation(db, invitation!.id, origin))
  expect((await browser.get(former, all.lena)).status).toBe(404)
  expect((await browser.get(pathOf(renewed!), all.lena)).status).toBe(200)
})

test('a revoked invitation lets nobody in and cannot be renewed', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  const [invitation] = await all.as(all.amara, (db) => invitationsTo(db, journey))
  await all.as(all.jonas, (db) => revokeInvitation(db, invitation!.id))
  expect((await browser.get(path)).status).toBe(200)
  await all.as(all.amara, (db) => revokeInvitation(db, invitation!.id))
  const answer = await browser.get(path)
  expect(answer.status).toBe(410)
  expect(await answer.text()).toContain('gilt nicht mehr')
  expect(await all.as(all.amara, (db) => renewInvitation(db, invitation!.id, origin))).toBeUndefined()
})

test('in another organisation the link leads nowhere', async () => {
  const path = pathOf(await inviteBy(all.amara, journey))
  expect((await browser.get(path, undefined, { host: 'sued.localhost' })).status).toBe(404)
  expect((await browser.get('/invitation/nonsense')).status).toBe(404)
})

test('the learner sees that the link is for somebody else, a member that they are in already', async () => {
  const own = await browser.get(pathOf(await inviteBy(all.amara, journey)), all.amara)
  expect(await own.text()).toContain('deine eigene Einladung')
  const member = await browser.get(pathOf(await inviteBy(all.ines, null)), all.jonas)
  expect(await member.text()).toContain('für jemand anderen')
})

test('an administrator invites, renews and takes back; the link stands only in the answer', async () => {
  const withMail = ask(all, { canMail: true })
  const made = await (await withMail.post('/organisation/invitations', { email: 'gast@example.org' }, all.ines)).text()
  const link = /value="(http[^"]+\/invitation\/[^"]+)"/.exec(made)![1]!
  const letter = (await lettersWaiting(all.owner)).at(-1)!
  expect(letter).toMatchObject({ to: 'gast@example.org', from: 'Nordwerk' })
  expect(letter.text).toContain(link)
  const list = await (await withMail.get('/organisation/invitations', all.ines)).text()
  expect(list).toContain('gast@example.org')
  expect(list).not.toContain(link)
  expect(await (await browser.get(new URL(link).pathname)).text()).toContain('value="gast@example.org"')
  const at = /action="(\/organisation\/invitations\/[^"]+)\/renew"/.exec(list)![1]!
  const renewed = await (await withMail.post(`${at}/renew`, {}, all.ines)).text()
  expect(/value="(http[^"]+\/invitation\/[^"]+)"/.exec(renewed)![1]).not.toBe(link)
  expect((await withMail.post(`${at}/revoke`, {}, all.ines)).headers.get('location')).toBe('/organisation/invitations?done=revoked')
  expect((await withMail.post(`${at}/renew`, {}, all.ines)).status).toBe(404)
})
