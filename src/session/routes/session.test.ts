import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { journeyInPlan } from '../../../tests/under-way.ts'

let all: Cast
let browser: Ask
let [journeyId, id] = ['', '']
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())
beforeEach(async () => {
  journeyId = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, journeyId)
  id = newId()
})

const form = (more: Record<string, string | string[]> = {}) => ({
  id,
  journey: journeyId,
  title: 'Treffen zu zweit',
  place: '',
  minutes: '60',
  time: ['2030-03-29T10:00', '2030-04-02T10:00', ''],
  ...more,
})
const call = (more: Record<string, string | string[]> = {}, who: Person = all.lena) => browser.post('/sessions', form(more), who)
const page = async (who: Person, path = `/sessions/${id}`) => (await browser.get(path, who)).text()
const post = (path: string, sent: Record<string, string>, who: Person) => browser.post(`/sessions/${id}${path}`, sent, who)
const visible = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const timesOf = (html: string) => [...html.matchAll(/id="time-([0-9a-f-]{36})"/g)].map((match) => match[1]!)

test('from a journey one invites with times to choose, and the learner takes part in any case', async () => {
  expect(await page(all.lena, `/sessions/new?journey=${journeyId}`)).toContain('Amara Okafor lernt in diesem Vorhaben')
  expect((await call()).headers.get('location')).toBe(`/sessions/${id}?done=called`)
  const hers = await page(all.amara)
  expect(timesOf(hers)).toHaveLength(2)
  expect(visible(hers)).toContain('Das liest, wer dabei ist: Lena Brandt und du.')
  expect(await page(all.amara, '/sessions')).toContain('2 Zeiten zur Auswahl')
  expect(await page(all.amara, '/today')).toContain('Zeit wählen: Treffen zu zweit')
})

test('answered, chosen by who invited, moved and called off; the learner chooses nothing for others', async () => {
  await call()
  const [first = ''] = timesOf(await page(all.amara))
  expect((await post('/times/answers', { [`answer.${first}`]: 'yes' }, all.amara)).status).toBe(303)
  expect((await post('/times/choice', { time: first }, all.amara)).status).toBe(404)
  expect((await post('/times/choice', { time: first }, all.lena)).headers.get('location')).toBe(`/sessions/${id}?done=chosen`)
  expect(visible(await page(all.amara))).toContain('Freitag, 29. März 2030, 10:00 bis 11:00 Uhr')
  expect(visible(await page(all.amara))).toContain('Du hast zugesagt.')
  expect((await post('/time', { time: '2030-04-03T09:00', minutes: '30' }, all.lena)).status).toBe(303)
  expect(visible(await page(all.amara))).toContain('Mittwoch, 3. April 2030, 09:00 bis 09:30 Uhr')
  expect((await post('/cancellation', {}, all.amara)).status).toBe(404)
  await post('/cancellation', {}, all.lena)
  expect(visible(await page(all.amara))).toContain('Dieses Treffen ist abgesagt.')
})

test('a time that is settled needs no choice, and the journey says when it is', async () => {
  await call({ settled: '1', time: ['2030-03-29T10:00'] })
  expect(visible(await page(all.amara))).toContain('Freitag, 29. März 2030')
  expect(visible(await page(all.amara, `/journeys/${journeyId}`))).toContain(
    'Nächstes Treffen: Freitag, 29. März 2030, 10:00 bis 11:00 Uhr',
  )
})

test('what cannot be taken comes back with every word: no time, a broken link, more lines', async () => {
  const wrong = await call({ time: ['', ''], place: 'http://video', title: 'Mein Titel' })
  const text = await wrong.text()
  expect(wrong.status).toBe(422)
  expect([text.includes('Mein Titel'), text.includes('http://video'), text.includes('beginnt mit https://')]).toEqual([true, true, true])
  const more = await call({ more: '1', title: 'Mein Titel' })
  expect([more.status, (await more.text()).includes('Mein Titel')]).toEqual([200, true])
})

test('the link to a video call opens elsewhere and tells nobody where from; what is no link stays text', async () => {
  await call({ place: 'https://video.example.org/raum', settled: '1' })
  expect(await page(all.amara)).toContain('href="https://video.example.org/raum" rel="noopener noreferrer"')
  id = newId()
  await call({ place: 'javascript:alert(1)', settled: '1' })
  expect(await page(all.amara)).not.toContain('href="javascript')
})

test('colleagues, the administration and whoever follows a wrong id find nothing, at every address', async () => {
  await call()
  for (const stranger of [all.jonas, all.ines]) {
    for (const path of ['', '/about', '/people', '/time', '/hats'])
      expect((await browser.get(`/sessions/${id}${path}`, stranger)).status).toBe(404)
    for (const path of ['/beginning', '/ending', '/cancellation']) expect((await post(path, {}, stranger)).status).toBe(404)
    expect((await post('/notes', { notes: 'x', 'version.notes': '0' }, stranger)).status).toBe(404)
    expect((await post('/items', { id: newId(), item: 'x' }, stranger)).status).toBe(404)
    expect((await browser.get(`/shared-texts/${id}`, stranger)).status).toBe(404)
  }
  expect((await browser.get('/sessions/nonsense', all.lena)).status).toBe(404)
  expect((await call({ id: newId() }, all.jonas)).status).toBe(404)
})

test('notes by plain form: both texts are shown where two wrote, and nothing is overwritten', async () => {
  await call()
  expect((await post('/notes', { notes: 'Lenas Zeile', 'version.notes': '0' }, all.lena)).status).toBe(303)
  const refused = await post('/notes', { notes: 'Amaras Zeile', 'version.notes': '0' }, all.amara)
  const text = await refused.text()
  expect(refused.status).toBe(409)
  expect([text.includes('Lenas Zeile'), text.includes('Amaras Zeile')]).toEqual([true, true])
  expect((await post('/notes', { notes: 'Lenas Zeile\nAmaras Zeile', 'version.notes': '1' }, all.amara)).status).toBe(303)
  expect(await page(all.lena)).toContain('Lenas Zeile\nAmaras Zeile')
})

test('the agenda can be changed in everything by both: added, reworded, moved, taken off and brought back', async () => {
  await call()
  const itemId = newId()
  await post('/items', { id: itemId, item: 'Urlaub' }, all.amara)
  await post(`/items/${itemId}`, { act: 'write', item: 'Urlaub im August', 'version.item': '1' }, all.lena)
  await post(`/items/${itemId}`, { act: 'up' }, all.lena)
  const order = async () => [...(await page(all.amara)).matchAll(/id="item-([0-9a-f-]{36})"/g)].map((match) => match[1])
  expect((await order()).indexOf(itemId)).toBe(1)
  expect((await post(`/items/${itemId}`, { act: 'remove' }, all.lena)).headers.get('location')).toBe(
    `/sessions/${id}?removed=items:${itemId}`,
  )
  expect(await order()).not.toContain(itemId)
  await post(`/items/${itemId}`, { act: 'restore' }, all.lena)
  expect(visible(await page(all.amara))).toContain('Urlaub im August')
  expect((await post('/items', { id: newId(), item: '' }, all.amara)).status).toBe(422)
})

test('a hat: asked in a page of its own, answered with one tap, and back', async () => {
  await call({ settled: '1' })
  await post('/beginning', {}, all.amara)
  const hatId = newId()
  expect((await post('/hats', { id: hatId, hat: '', purpose: '' }, all.lena)).status).toBe(422)
  await post('/hats', { id: hatId, hat: 'coaching', purpose: 'Wie du mit dem Zögern umgehst' }, all.lena)
  expect(visible(await page(all.amara))).toContain('Lena Brandt möchte den Hut Coaching aufsetzen: Wie du mit dem Zögern umgehst')
  expect(await page(all.lena)).not.toContain('Einverstanden')
  await post(`/hats/${hatId}`, { act: 'accept' }, all.amara)
  expect(visible(await page(all.lena))).toContain('Du hast den Hut Coaching auf: Wie du mit dem Zögern umgehst')
  await all.owner.query(`update hat_segment set started_at = now() - interval '31 minutes' where id = $1`, [hatId])
  expect(await page(all.lena)).toMatch(/<lotse-due data-at="\d+"><p>Die Zeit dafür ist um/)
  await post(`/hats/${hatId}`, { act: 'longer' }, all.lena)
  expect(await page(all.lena)).toMatch(/<lotse-due data-at="\d+" hidden=""/)
  await post(`/hats/${hatId}`, { act: 'return' }, all.amara)
  expect(visible(await page(all.lena))).toContain('Gerade: Lernbegleitung')
})

test('afterwards: what was agreed goes into the plan, what is open leads to the next session', async () => {
  await call({ settled: '1' })
  const agreementId = newId()
  await post('/beginning', {}, all.lena)
  await post('/agreements', { id: agreementId, agreement: 'Ute fragen', byWhen: '2030-04-10' }, all.lena)
  await post('/ending', {}, all.amara)
  expect(visible(await page(all.amara))).toContain('Nächstes Treffen vereinbaren')
  const taken = await post(`/agreements/${agreementId}`, { act: 'step' }, all.amara)
  expect(taken.headers.get('location')).toContain('done=taken_step')
  expect(visible(await page(all.amara, `/journeys/${journeyId}`))).toContain('Ute fragen')
})

test('in a group of people without a journey, whoever joins later reads it from then on', async () => {
  await browser.post('/sessions', { ...form(), journey: '', with: [all.lena.personId] }, all.amara)
  expect((await browser.get(`/sessions/${id}`, all.jonas)).status).toBe(404)
  expect((await post('/people', { personId: all.jonas.personId }, all.lena)).status).toBe(404)
  expect((await post('/people', { personId: all.jonas.personId }, all.amara)).status).toBe(303)
  expect((await browser.get(`/sessions/${id}`, all.jonas)).status).toBe(200)
})

test('while preparing, questions of any phase are at hand, and one becomes a point without losing what was typed', async () => {
  await call()
  const draft = { id: newId(), item: 'Zu Beginn:', questionPhase: 'try', questionHat: 'coaching', questionTag: '' }
  const asked = await post('/items', { ...draft, question: '1' }, all.amara)
  expect(asked.status).toBe(200)
  const take = /name="take" value="(q-try-coaching-[^"]*)"/.exec(await asked.text())![1]!
  const taken = await (await post('/items', { ...draft, take }, all.amara)).text()
  expect(taken).toMatch(/value="Zu Beginn: [^"]+\?"/)
  expect(visible(await page(all.lena))).not.toContain('Zu Beginn')
})
