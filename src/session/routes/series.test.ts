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
  journeyId = await journeyInPlan(all, all.amara)
  await accompanies(all, all.lena, journeyId)
})
afterAll(() => all.close())
beforeEach(async () => {
  id = newId()
})

const form = (more: Record<string, string | string[]> = {}) => ({
  id,
  journey: journeyId,
  title: 'Wochengespräch',
  place: 'Raum 3',
  minutes: '60',
  time: ['2030-03-24T10:00'],
  settled: '1',
  weeks: '1',
  until: '',
  ...more,
})
const call = (more: Record<string, string | string[]> = {}) => browser.post('/sessions', form(more), all.lena)
const post = (path: string, sent: Record<string, string>, who: Person) => browser.post(`/sessions/${id}${path}`, sent, who)
const visible = (html: string) => html.replace(/<[^>]+>/g, ' ').replace(/\s+/g, ' ')
const page = async (who: Person, path = `/sessions/${id}`) => visible(await (await browser.get(path, who)).text())
// Ten o’clock in Berlin: the clocks change on the last day of March.
const [first, second, third] = ['20300324T090000Z', '20300331T080000Z', '20300407T080000Z']

test('one invites to something weekly, as it was agreed: with the next date, how it goes on, and the dates after it', async () => {
  await all.owner.query(`update agreement_version set contact_rhythm = 'weeks', contact_weeks = 2`)
  expect(await page(all.lena, `/sessions/new?journey=${journeyId}`)).toContain('In der Vereinbarung steht: alle zwei Wochen.')
  await call()
  const hers = await page(all.amara)
  for (const said of [
    'Sonntag, 24. März 2030, 10:00 bis 11:00 Uhr',
    'Danach jede Woche zur selben Uhrzeit (Europe/Berlin).',
    'Kommst du zu diesen Terminen?',
    'Sonntag, 31. März 2030, 10:00 bis 11:00 Uhr',
    'Sonntag, 21. April 2030',
  ])
    expect(hers).toContain(said)
  expect(hers).not.toContain('28. April')
  expect(await page(all.amara, '/sessions')).toContain('danach jede Woche')
  expect(await page(all.amara, `/journeys/${journeyId}`)).toContain('Nächstes Treffen: Sonntag, 24. März 2030, 10:00 bis 11:00 Uhr')
})

test('with times to choose, the one that is chosen begins it; a last day before that is refused with every word', async () => {
  const early = await call({ until: '2030-03-23', title: 'Mein Titel' })
  const refused = await early.text()
  expect(early.status).toBe(422)
  for (const said of ['Mein Titel', 'Der letzte Termin kann nicht vor dem ersten sein.']) expect(refused).toContain(said)
  await call({ settled: '', time: ['2030-03-24T10:00', '2030-03-25T15:00'], weeks: '2', until: '2030-05-01' })
  const [, monday = ''] = [...(await (await browser.get(`/sessions/${id}`, all.lena)).text()).matchAll(/id="time-([0-9a-f-]{36})"/g)].map(
    (match) => match[1]!,
  )
  await post('/times/choice', { time: monday }, all.lena)
  const dates = await page(all.amara)
  for (const date of [
    'Danach alle zwei Wochen',
    'Zum letzten Mal am 22. April 2030.',
    'Montag, 8. April 2030, 15:00',
    'Montag, 22. April 2030',
  ])
    expect(dates).toContain(date)
  expect(dates).not.toContain('6. Mai 2030')
})

test('who invited moves one date, calls one off and takes that back; who takes part answers to one alone', async () => {
  await call()
  await post('/attendance', { answer: 'accepted' }, all.amara)
  expect(await page(all.amara)).toContain('Du hast zugesagt.')
  expect((await post('/attendance', { answer: 'declined', at: second }, all.amara)).status).toBe(303)
  expect(await page(all.amara)).toContain('du kannst nicht')
  expect(await page(all.lena, `/sessions/${id}/dates/${second}`)).toContain('Nicht dabei: Amara Okafor')
  expect(await page(all.lena, `/sessions/${id}/dates/${third}`)).toContain('Dabei: Amara Okafor')
  const moved = await post(`/dates/${second}`, { act: 'move', time: '2030-04-02T16:30', minutes: '30' }, all.lena)
  expect(moved.headers.get('location')).toBe(`/sessions/${id}?done=date_moved#dates`)
  expect(await page(all.amara)).toContain('verschoben, sonst Sonntag, 31. März 2030, 10:00 bis 11:00 Uhr')
  expect(await page(all.amara, `/sessions/${id}/dates/${second}`)).toContain('Dienstag, 2. April 2030, 16:30 bis 17:00 Uhr')
  await post(`/dates/${first}`, { act: 'off' }, all.lena)
  expect(await page(all.amara, '/sessions')).toContain('31. März 2030'.replace('31. März', '2. April'))
  expect(await page(all.amara)).toContain('fällt aus')
  expect(await page(all.amara, `/sessions/${id}/dates/${first}`)).not.toContain('Doch stattfinden lassen')
  await post(`/dates/${first}`, { act: 'back' }, all.lena)
  expect(await page(all.amara)).not.toContain('fällt aus')
})

test('a date that cannot be comes back with what was typed; wrong dates, guests and strangers change none', async () => {
  await call()
  const refused = await post(`/dates/${second}`, { act: 'move', time: '2020-01-01T10:00', minutes: '30' }, all.lena)
  expect([refused.status, (await refused.text()).includes('2020-01-01T10:00')]).toEqual([422, true])
  for (const at of ['20300331T090000Z', '20300331', 'nonsense', '20301331T080000Z'])
    expect((await browser.get(`/sessions/${id}/dates/${at}`, all.lena)).status).toBe(404)
  for (const who of [all.amara, all.jonas]) expect((await post(`/dates/${second}`, { act: 'off' }, who)).status).toBe(404)
  expect((await browser.get(`/sessions/${id}/dates/${second}`, all.jonas)).status).toBe(404)
  expect((await post('/attendance', { answer: 'declined', at: '20300331T090000Z' }, all.amara)).status).toBe(404)
})

test('all dates change together: another time and rhythm, from then on; of what stays, only how long it goes on', async () => {
  await call()
  expect(await (await browser.get(`/sessions/${id}/time`, all.lena)).text()).toContain('value="2030-03-24T10:00"')
  await post('/time', { time: '2030-03-24T10:00', minutes: '60', weeks: '1', until: '2030-04-07' }, all.lena)
  expect(await page(all.amara)).toContain('Zum letzten Mal am 7. April 2030.')
  await post('/time', { time: '2030-03-26T09:00', minutes: '45', weeks: '2', until: '' }, all.lena)
  const said = await page(all.amara)
  for (const date of ['Dienstag, 26. März 2030, 09:00 bis 09:45 Uhr', 'Danach alle zwei Wochen', 'Dienstag, 9. April 2030'])
    expect(said).toContain(date)
  await post('/time', { time: '2030-03-26T09:00', minutes: '45', weeks: '', until: '' }, all.lena)
  expect(await page(all.amara)).not.toContain('Danach')
})

test('when one was held, whoever ended it, the next is there with the same people, what was left open, and notes of its own', async () => {
  await call()
  const pointId = newId()
  await post('/items', { id: pointId, item: 'Wen betrifft das noch?' }, all.amara)
  await post('/notes', { notes: 'nur für heute', 'version.notes': '0' }, all.amara)
  await post('/beginning', {}, all.amara)
  for (let sent = 0; sent < 2; sent++) expect((await post('/ending', {}, all.amara)).status).toBe(303)
  expect(await page(all.lena)).toContain('Zum nächsten Treffen')
  const next = (await browser.get(`/appointments/${id}`, all.lena)).headers.get('location')!
  expect(next).not.toContain(id)
  const held = id
  // Calendars show the same as before: nobody is written to.
  expect((await all.owner.query('select sequence from appointment where id = $1', [held])).rows).toEqual([{ sequence: 0 }])
  id = next.split('/').at(-1)!
  for (const who of [all.amara, all.lena]) {
    const said = await page(who)
    for (const word of ['Wochengespräch', 'Raum 3', 'Wen betrifft das noch?', 'Danach jede Woche']) expect(said).toContain(word)
    expect(said).not.toContain('nur für heute')
  }
  expect((await browser.get(next, all.jonas)).status).toBe(404)
  expect(
    (await all.owner.query('select from session where id <> $1 and journey_id = $2 and state = $3', [held, journeyId, 'planned'])).rowCount,
  ).toBeGreaterThan(0)
  expect((await post(`/dates/${third}`, { act: 'off' }, all.amara)).status).toBe(404)
  expect((await post(`/dates/${third}`, { act: 'off' }, all.lena)).status).toBe(303)
  await post('/cancellation', {}, all.lena)
  expect(await page(all.amara)).toContain('Dieses Treffen ist abgesagt. Geplant war: Sonntag, 24. März 2030')
})

test('after the last date nothing goes on', async () => {
  await call({ until: '2030-03-24' })
  await post('/beginning', {}, all.lena)
  await all.owner.query(
    `update appointment set starts_at = '2020-03-22T09:00Z', recurrence = '{"weeks":1,"until":"2020-04-01"}' where id = $1`,
    [id],
  )
  await post('/ending', {}, all.lena)
  expect(await page(all.lena)).toContain('Nächstes Treffen vereinbaren')
})
