import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { started } from '../../../tests/journeys-in-database.ts'
import { journeyInSecondPlan, journeyInTry } from '../../../tests/under-way.ts'
import { agreementsOn } from '../queries/agreements.ts'
import { inForceOf } from '../rules/agreement.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

/** A journey of Amara's, to which Lena accepted an invitation. */
async function begun() {
  const journeyId = await all.as(all.amara, started)
  const invited = await browser.post(`/journeys/${journeyId}/facilitation/invitations`, {}, all.amara)
  const token = (await invited.text()).match(/\/invitation\/([\w-]{43})/)![1]!
  await browser.post(`/invitation/${token}/accept`, { neitherIsSuperior: 'yes' }, all.lena)
  const [agreement] = await all.as(all.amara, (db) => agreementsOn(db, journeyId))
  return { journeyId, agreementId: agreement!.id, here: `/journeys/${journeyId}/agreement/${agreement!.id}` }
}

const inputs = (html: string) => {
  const form: Record<string, string[]> = {}
  for (const [, name, value] of html.matchAll(/<input type="hidden" name="(\w+)" value="([^"]*)"/g))
    form[name!] = [...(form[name!] ?? []), value!]
  return form
}
/** The draft as the page offers it, to be sent with one click. */
const draftOn = async (here: string) =>
  inputs((await (await browser.get(here, all.amara)).text()).split('id="send"')[1]!.split('</form>')[0]!)
const page = async (path: string, who: Person) => (await browser.get(path, who)).text()
const agreementOf = async (journeyId: string, who = all.amara) => (await all.as(who, (db) => agreementsOn(db, journeyId)))[0]!
const opened = async (journeyId: string) => (await browser.get(`/journeys/${journeyId}`, all.lena)).status === 200

test('the learner sends the draft with one click, whoever accompanies confirms it with one, and only then is the journey open', async () => {
  const { journeyId, here } = await begun()
  expect(await page(here, all.lena)).toContain('schreibt gerade den ersten Entwurf')
  const sent = await browser.post(`${here}/versions`, { ...(await draftOn(here)), neitherIsSuperior: 'yes' }, all.amara)
  expect([sent.status, sent.headers.get('location')]).toEqual([303, `${here}?done=sent`])
  expect(await opened(journeyId)).toBe(false)
  const hers = await page(here, all.lena)
  expect([hers.includes('Vereinbarung zwischen Amara Okafor und Lena Brandt'), hers.includes('Mit deinem Ja gilt')]).toEqual([true, true])
  // On an open page the way to say yes comes along with the letter.
  expect(hers.split('</article>')[1]!.split('</section>')[0]).toContain('id="confirm"')
  const [version] = (await agreementOf(journeyId)).versions
  const confirmed = await browser.post(`${here}/confirmation`, { versionId: version!.id }, all.lena)
  expect(confirmed.headers.get('location')).toBe(`${here}?done=in_force`)
  const again = await browser.post(`${here}/confirmation`, { versionId: version!.id }, all.lena)
  expect(again.headers.get('location')).toBe(`${here}?done=in_force`)
  expect(await opened(journeyId)).toBe(true)
})

test('a first journey starts at one of the two close levels, and from there the level moves by one', async () => {
  const { journeyId, here } = await begun()
  await all.owner.query(`update journey set started_at = '2026-01-05' where id = $1`, [journeyId])
  const draft = { ...(await draftOn(here)), neitherIsSuperior: 'yes' }
  const far = await browser.post(`${here}/versions`, { ...draft, supportLevel: 'independent' }, all.amara)
  expect([far.status, (await far.text()).includes('value="independent"')]).toEqual([422, false])
  expect((await agreementOf(journeyId)).versions).toEqual([])
  await browser.post(`${here}/versions`, { ...draft, supportLevel: 'regular' }, all.amara)
  await browser.post(`${here}/confirmation`, { versionId: (await agreementOf(journeyId)).versions[0]!.id }, all.lena)
  const change = await page(`${here}/change`, all.lena)
  expect(['guided', 'regular', 'on_call', 'independent'].filter((level) => change.includes(`value="${level}"`))).toEqual([
    'guided',
    'regular',
    'on_call',
  ])
})

test('the draft carries title and learning question as the learner lets them be shown, and nothing else of the journey', async () => {
  const { journeyId, here } = await begun()
  const draft = await draftOn(here)
  await browser.post(`${here}/versions`, { ...draft, title: 'Nur so viel', learningQuestion: '', neitherIsSuperior: 'yes' }, all.amara)
  const letter = await page(here, all.lena)
  expect(letter).toContain('Nur so viel')
  expect(letter).not.toContain(draft.title![0])
  expect(await opened(journeyId)).toBe(false)
})

test('what whoever accompanies changes in the first draft is marked for the learner, however often they change it', async () => {
  const { here } = await begun()
  await browser.post(`${here}/versions`, { ...(await draftOn(here)), neitherIsSuperior: 'yes' }, all.amara)
  expect(await page(here, all.lena)).not.toContain('<ins>')
  for (const channel of ['in der Kantine', 'am Telefon'])
    await browser.post(`${here}/versions`, { ...(await changeFormOf(here, all.lena)), channel }, all.lena)
  const letter = (await page(here, all.amara)).split('id="agreement-now"')[1]!.split('</article>')[0]!
  expect(letter).toContain('Was sich ändert, ist markiert.')
  expect([letter.includes('<ins>'), letter.includes('Kantine')]).toEqual([true, false])
})

test('at the closest level no phase is said to be closer', async () => {
  const { journeyId, here } = await agreed()
  const change = { ...(await changeFormOf(here, all.lena)), supportLevel: 'guided', closerIn: ['plan'] }
  await browser.post(`${here}/versions`, change, all.lena)
  expect((await agreementOf(journeyId)).versions[1]!.terms).toMatchObject({ supportLevel: 'guided', phaseOverrides: {} })
})

test('without the statement nothing is sent, and not a word is lost', async () => {
  const { journeyId, here } = await begun()
  const draft = await draftOn(here)
  const unticked = await browser.post(`${here}/versions`, draft, all.amara)
  expect([unticked.status, (await unticked.text()).includes('Ohne diese Bestätigung geht es nicht')]).toEqual([422, true])
  const edited = await browser.post(`${here}/versions`, { ...draft, channel: 'montags am Telefon' }, all.amara)
  expect([edited.status, (await edited.text()).includes('montags am Telefon')]).toEqual([422, true])
  expect((await agreementOf(journeyId)).versions).toEqual([])
})

test('the answer that one is the other’s superior refuses the pairing, and only that answer stays', async () => {
  const { journeyId, agreementId, here } = await begun()
  await browser.post(`${here}/versions`, { ...(await draftOn(here)), neitherIsSuperior: 'yes' }, all.amara)
  expect((await browser.post(`${here}/superior`, {}, all.lena)).headers.get('location')).toBe('/today')
  const { rows } = await all.owner.query(
    `select a.facilitator_ticked, a.ended_at is not null as ended, (select count(*)::int from agreement_version where agreement_id = a.id) as versions,
      (select count(*)::int from passage where context_id = a.id) as texts from agreement a where id = $1`,
    [agreementId],
  )
  expect(rows).toEqual([{ facilitator_ticked: false, ended: true, versions: 0, texts: 0 }])
  expect((await browser.get(here, all.lena)).status).toBe(404)
  expect(await page(here, all.amara)).toContain('kam diese Begleitung nicht zustande')
  expect(await opened(journeyId)).toBe(false)
})

test('a change holds once both have confirmed it; until then the version in force stays, and what differs is marked', async () => {
  const { journeyId, here } = await agreed()
  const change = await changeFormOf(here, all.lena)
  await browser.post(`${here}/versions`, { ...change, learningTime: 'zwei Stunden am Freitag' }, all.lena)
  const waiting = await agreementOf(journeyId)
  expect([inForceOf(waiting)?.number, waiting.versions.at(-1)?.writtenBy]).toEqual([1, all.lena.personId])
  const shown = await page(here, all.amara)
  expect([shown.includes('<ins>'), shown.includes('Bis dahin gilt Fassung 1')]).toEqual([true, true])
  await browser.post(`${here}/confirmation`, { versionId: waiting.versions.at(-1)!.id }, all.amara)
  const now = inForceOf(await agreementOf(journeyId))
  expect([now?.number, now?.terms.learningTime]).toEqual([2, 'zwei Stunden am Freitag'])
})

test('every version stays to be read: what it changed beside the letter, and the whole of it on a page of its own', async () => {
  const { here } = await agreed()
  await browser.post(`${here}/versions`, { ...(await changeFormOf(here, all.lena)), learningTime: 'nur mittwochs' }, all.lena)
  const changed = (await page(here, all.amara)).split('id="version-2"')[1]!.split('</details>')[0]!
  expect([changed.includes('nur mittwochs'), changed.includes('Lena Brandt liest')]).toEqual([true, false])
  const first = await page(`${here}/versions/1`, all.lena)
  expect([first.includes('nur mittwochs'), first.includes('Was Lena Brandt liest'), first.includes('<ins>')]).toEqual([false, true, false])
  expect(await page(`${here}/versions/2`, all.amara)).toContain('nur mittwochs')
  const statusFor = async (number: string, who: Person) => (await browser.get(`${here}/versions/${number}`, who)).status
  expect([await statusFor('3', all.amara), await statusFor('x', all.amara), await statusFor('1', all.jonas)]).toEqual([404, 404, 404])
})

test('who does not want a change stays with what holds', async () => {
  const { journeyId, here } = await agreed()
  await browser.post(`${here}/versions`, { ...(await changeFormOf(here, all.lena)), learningTime: 'jeden Tag' }, all.lena)
  const proposed = (await agreementOf(journeyId)).versions.at(-1)!
  await browser.post(`${here}/laying-aside`, { versionId: proposed.id }, all.amara)
  await browser.post(`${here}/confirmation`, { versionId: proposed.id }, all.amara)
  expect(inForceOf(await agreementOf(journeyId))?.number).toBe(1)
})

test('when both write at once the second is shown both versions, keeps every word, and can still send it', async () => {
  const { journeyId, here } = await agreed()
  const [amaras, lenas] = [await changeFormOf(here, all.amara), await changeFormOf(here, all.lena)]
  await browser.post(`${here}/versions`, { ...lenas, channel: 'bei einem Spaziergang' }, all.lena)
  const late = await browser.post(`${here}/versions`, { ...amaras, channel: 'in der Kantine' }, all.amara)
  const text = await late.text()
  expect([late.status, text.includes('in der Kantine'), text.includes('bei einem Spaziergang')]).toEqual([422, true, true])
  const again = inputs(text.split('id="version-form"')[1]!)
  await browser.post(`${here}/versions`, { ...amaras, ...again, channel: 'in der Kantine' }, all.amara)
  const { versions } = await agreementOf(journeyId)
  expect(versions.map(({ terms }) => terms.channel).slice(1)).toEqual(['bei einem Spaziergang', 'in der Kantine'])
})

test('sent twice, a version is written once; a confirmation of an older one asks to read the newer first', async () => {
  const { journeyId, here } = await agreed()
  const change = { ...(await changeFormOf(here, all.lena)), channel: 'per Brief' }
  for (let times = 0; times < 2; times++) expect((await browser.post(`${here}/versions`, change, all.lena)).status).toBe(303)
  const { versions } = await agreementOf(journeyId)
  expect(versions).toHaveLength(2)
  await browser.post(`${here}/versions`, { ...(await changeFormOf(here, all.lena)), channel: 'per Postkarte' }, all.lena)
  const stale = await browser.post(`${here}/confirmation`, { versionId: versions[1]!.id }, all.amara)
  expect(stale.headers.get('location')).toBe(`${here}?done=superseded`)
})

test('what somebody confirmed stays as it was read', async () => {
  const { journeyId } = await agreed()
  const version = (await agreementOf(journeyId)).versions[0]!
  const changed = await all.as(all.amara, async (db) => {
    const { numUpdatedRows } = await db
      .updateTable('passage')
      .set({ body: 'anders' })
      .where('subject_id', '=', version.id)
      .executeTakeFirst()
    const { numDeletedRows } = await db.deleteFrom('passage').where('subject_id', '=', version.id).executeTakeFirst()
    return [Number(numUpdatedRows), Number(numDeletedRows)]
  })
  expect(changed).toEqual([0, 0])
})

test('the agreed contact stands ahead when it is due; that they talked is said by either, and holds for both', async () => {
  const { agreementId, here } = await agreed()
  const isAhead = async (path: string) => /Der vereinbarte Kontakt (mit Amara Okafor )?steht an/.test(await page(path, all.lena))
  expect([await isAhead(here), await isAhead('/accompanying')]).toEqual([false, false])
  await all.owner.query(`update agreement_confirmation set at = now() - interval '20 days' where agreement_id = $1`, [agreementId])
  expect([await isAhead(here), await isAhead('/accompanying')]).toEqual([true, true])
  await browser.post(`${here}/met`, { what: 'contact' }, all.amara)
  expect([await isAhead(here), await isAhead('/accompanying')]).toEqual([false, false])
})

test('after the cycle they named the two are reminded to look at their agreement, on the journey and beside the letter', async () => {
  const journeyId = await journeyInSecondPlan(all, all.amara, { toImprove: 'Früher fragen', insight: 'Fragen hilft' })
  const here = `/journeys/${journeyId}/agreement/${await accompanies(all, all.lena, journeyId)}`
  expect(await page(`/journeys/${journeyId}`, all.amara)).not.toContain('auf eure Vereinbarung schauen')
  await all.owner.query('update agreement_version set review_after_cycle = 1 where journey_id = $1', [journeyId])
  for (const who of [all.amara, all.lena])
    for (const path of [here, `/journeys/${journeyId}`]) expect(await page(path, who)).toContain('auf eure Vereinbarung schauen')
  await browser.post(`${here}/met`, { what: 'look' }, all.lena)
  expect(await page(`/journeys/${journeyId}`, all.amara)).not.toContain('auf eure Vereinbarung schauen')
})

test('where they agreed that notes are for both, a new note is; the learner may choose otherwise at each', async () => {
  const { id: journeyId } = await journeyInTry(all, all.amara)
  await accompanies(all, all.lena, journeyId)
  const offersChoice = async () => (await page(`/journeys/${journeyId}`, all.amara)).includes('Wer liest diese Notiz?')
  expect(await offersChoice()).toBe(false)
  await all.owner.query(`update agreement_version set observation_default = 'journey' where journey_id = $1`, [journeyId])
  expect(await offersChoice()).toBe(true)
  const note = (text: string, readers: string) =>
    browser.post(`/journeys/${journeyId}/observations`, { noteId: newId(), text, readers, 'version.text': '0' }, all.amara)
  await note('Das kann Lena lesen', 'journey')
  await note('Das bleibt bei mir', 'private')
  const hers = await page(`/journeys/${journeyId}`, all.lena)
  expect([hers.includes('Das kann Lena lesen'), hers.includes('Das bleibt bei mir')]).toEqual([true, false])
})

test('nobody opens a journey to whoever accompanies but by both confirmations', async () => {
  const { journeyId } = await begun()
  const opening = (who: Person) =>
    all.as(who, (db) =>
      db.updateTable('membership').set({ reads_from: new Date().toISOString() }).where('audience_id', '=', journeyId).execute(),
    )
  await expect(opening(all.amara)).rejects.toMatchObject({ code: '42501' })
  await expect(opening(all.lena)).rejects.toMatchObject({ code: '42501' })
  expect(await opened(journeyId)).toBe(false)
})

test.each(['amara', 'lena'] as const)(
  '%s ends it without a reason: Lena reads nothing from then on, and Amara keeps the letter',
  async (name) => {
    const { journeyId, here } = await agreed()
    expect((await browser.post(`${here}/ending`, {}, all[name])).status).toBe(303)
    expect([await opened(journeyId), (await browser.get(here, all.lena)).status]).toEqual([false, 404])
    expect(await page(here, all.amara)).toContain('Vereinbarung zwischen')
    expect(
      (await browser.post(`${here}/confirmation`, { versionId: (await agreementOf(journeyId)).versions[0]!.id }, all.lena)).status,
    ).toBe(404)
  },
)

test('whoever accompanied and comes back agrees anew', async () => {
  const { journeyId, here } = await agreed()
  await browser.post(`${here}/ending`, {}, all.amara)
  await accompanies(all, all.lena, journeyId)
  expect(await opened(journeyId)).toBe(true)
  expect(await all.as(all.lena, (db) => agreementsOn(db, journeyId))).toHaveLength(1)
})

test('the agreement of two is nothing for anybody else', async () => {
  const { here } = await agreed()
  for (const who of [all.jonas, all.ines]) {
    for (const path of [here, `${here}/change`]) expect((await browser.get(path, who)).status).toBe(404)
    for (const act of ['confirmation', 'ending', 'superior', 'met', 'laying-aside'])
      expect((await browser.post(`${here}/${act}`, { versionId: newId(), what: 'contact' }, who)).status).toBe(404)
  }
})

/** A journey of Amara's that Lena accompanies, agreed on by both. */
async function agreed() {
  const { journeyId, agreementId, here } = await begun()
  await browser.post(`${here}/versions`, { ...(await draftOn(here)), neitherIsSuperior: 'yes' }, all.amara)
  await browser.post(`${here}/confirmation`, { versionId: (await agreementOf(journeyId)).versions[0]!.id }, all.lena)
  return { journeyId, agreementId, here }
}

/** What somebody would send who opens the form for a change and changes nothing. */
async function changeFormOf(here: string, who: Person) {
  const html = await page(`${here}/change`, who)
  return {
    ...(await formOf(html)),
    ...inputs(html.split('id="version-form"')[1]!),
  }
}

async function formOf(html: string): Promise<Record<string, string[]>> {
  const form: Record<string, string[]> = {}
  const add = (name: string, value: string) => {
    form[name] = [...(form[name] ?? []), value]
  }
  for (const [tag] of html.matchAll(/<input [^>]*>/g)) {
    const of = (attribute: string) => new RegExp(`\\b${attribute}="([^"]*)"`).exec(tag)?.[1]
    const type = of('type') ?? ''
    if (type === 'hidden' || !of('name')) continue
    if ((type === 'radio' || type === 'checkbox') && !/\bchecked\b/.test(tag)) continue
    add(of('name')!, of('value') ?? '')
  }
  for (const [, name, value] of html.matchAll(/<textarea [^>]*name="(\w+)"[^>]*>([^<]*)</g)) add(name!, value!)
  return form
}
