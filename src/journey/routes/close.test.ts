import { afterAll, beforeAll, expect, test } from 'vitest'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast, type Person } from '../../../tests/cast.ts'
import { convincing, go, load, reviewed, started, tried } from '../../../tests/journeys-in-database.ts'
import { bodyOf, closingInWork } from '../queries/whole.ts'

let all: Cast
let app: Ask
beforeAll(async () => {
  all = await cast()
  app = ask(all)
})
afterAll(() => all.close())

const inPlan = () => all.as(all.amara, (db) => started(db))
async function inClose(facilitator?: Person): Promise<string> {
  const id = await inPlan()
  if (facilitator) await accompanies(all, facilitator, id)
  await all.as(all.amara, async (db) => {
    await tried(db, id)
    await reviewed(db, id, convincing, 'met')
    await go(db, id, 'declareSolved')
  })
  return id
}
const words = { solutionSummary: 'Eine Liste', whatMadeTheDifference: 'Laut vorlesen', storyChoice: 'later', do: 'close' }
const seen = async (path: string, who: Person) => (await app.get(path, who)).text()
const learningQuestionOf = (id: string) => all.as(all.amara, async (db) => bodyOf((await load(db, id)).challenge.texts, 'learningQuestion'))
const journeyOf = (id: string) => all.as(all.amara, async (db) => (await load(db, id)).journey)

test('closing asks for what is missing at its field and keeps the rest', async () => {
  const id = await inClose()
  const answer = await app.post(`/journeys/${id}/closing`, { ...words, whatMadeTheDifference: '' }, all.amara)
  expect(answer.status).toBe(422)
  const page = await answer.text()
  expect(page).toContain('href="#whatMadeTheDifference"')
  expect(page).toContain('Eine Liste')
  expect((await journeyOf(id)).phase).toBe('close')
})

test('a transfer check too early is refused in words, at its field', async () => {
  const id = await inClose()
  const answer = await app.post(`/journeys/${id}/closing`, { ...words, transferCheckOn: '2020-01-01' }, all.amara)
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain('drei bis zwölf Wochen')
})

test('a solved journey reaches the harbour, quietly', async () => {
  const id = await inClose(all.lena)
  expect((await app.post(`/journeys/${id}/closing`, words, all.amara)).status).toBe(303)
  const page = await seen(`/journeys/${id}`, all.amara)
  expect(page).toContain('Der Kurs ist im Hafen. Eine Runde hat hierher geführt. Es klappt allein.')
  expect(page).toContain('Ist dir seither etwas begegnet')
  expect(await seen(`/journeys/${id}`, all.lena)).toContain('Laut vorlesen')
})

test('feedback has a field with the name of each person who accompanies, and none where nobody does', async () => {
  expect(await seen(`/journeys/${await inClose(all.lena)}`, all.amara)).toContain('Was möchtest du Lena Brandt sagen?')
  expect(await seen(`/journeys/${await inClose()}`, all.amara)).not.toContain('feedbackToFacilitator')
})

test('going back to work keeps what was written of the closing', async () => {
  const id = await inClose()
  expect((await app.post(`/journeys/${id}/closing`, { ...words, do: 'back_to_work' }, all.amara)).status).toBe(303)
  await all.as(all.amara, async (db) => {
    const whole = await load(db, id)
    expect(whole.journey.phase).toBe('plan')
    expect(bodyOf(closingInWork(whole)!.texts, 'solutionSummary')).toBe('Eine Liste')
  })
})

test('the transfer check asks for how far and with what help only where something new was met', async () => {
  const id = await inClose()
  await app.post(`/journeys/${id}/closing`, words, all.amara)
  const yes = await app.post(`/journeys/${id}/transfer`, { metNewChallenge: 'yes', description: 'Ein neues Gerät' }, all.amara)
  expect(yes.status).toBe(422)
  expect(await yes.text()).toContain('href="#supportUsed"')
  const asked = await seen(`/journeys/${id}`, all.amara)
  expect(asked).toContain('Das wolltest du können')
  expect(asked).toContain(`${await learningQuestionOf(id)}</blockquote>`)
  const later = { metNewChallenge: 'not_yet', description: 'Noch nichts', 'version.description': '1' }
  expect((await app.post(`/journeys/${id}/transfer`, later, all.amara)).status).toBe(303)
  expect(await seen(`/journeys/${id}`, all.amara)).toContain('Die unbekannte Aufgabe')
  expect((await app.post(`/journeys/${id}/moves/declineTransfer`, {}, all.amara)).status).toBe(303)
  expect((await journeyOf(id)).phase).toBe('done')
})

test('whether something new worked without whoever accompanies is told to the two of them, and to nobody else', async () => {
  const id = await inClose(all.lena)
  await app.post(`/journeys/${id}/closing`, words, all.amara)
  const answer = { metNewChallenge: 'yes', progress: '4', supportUsed: 'facilitator', description: 'Ein neues Gerät' }
  expect((await app.post(`/journeys/${id}/transfer`, answer, all.amara)).status).toBe(303)
  for (const one of [all.amara, all.lena]) expect(await seen(`/journeys/${id}`, one)).toContain('Ganz allein ging es noch nicht.')
  expect(await seen(`/journeys/${id}`, all.lena)).not.toContain('Ein neues Gerät')
  expect((await app.get(`/journeys/${id}`, all.jonas)).status).toBe(404)
})

test('pausing, setting aside and passing on stand side by side, and each says what it needs once it is opened', async () => {
  const id = await inPlan()
  const page = await seen(`/journeys/${id}/ending`, all.amara)
  for (const way of ['pause', 'set_aside', 'pass_on']) expect(page).toContain(`id="${way}-form"`)
  const open = /<details class="fold" id="(\w+)" open="">/
  expect([open.test(page), open.exec(await seen(`/journeys/${id}/ending?way=set_aside`, all.amara))?.[1]]).toEqual([false, 'set_aside'])
  const empty = await app.post(`/journeys/${id}/ending`, { way: 'pass_on', learned: 'Wen ich frage' }, all.amara)
  expect(empty.status).toBe(422)
  const again = await empty.text()
  expect(again).toContain('href="#what"')
  expect(again).toContain('Wen ich frage')
  expect(open.exec(again)?.[1]).toBe('pass_on')
  const past = await app.post(`/journeys/${id}/ending`, { way: 'pause', resumeOn: '2020-01-01' }, all.amara)
  expect(past.status).toBe(422)
  expect((await app.post(`/journeys/${id}/ending`, { way: 'constructor' }, all.amara)).status).toBe(404)
})

test('after a pause the page helps to find the thread again', async () => {
  const id = await inPlan()
  await app.post(`/journeys/${id}/ending`, { way: 'pause', resumeOn: '' }, all.amara)
  expect(await seen(`/journeys/${id}`, all.amara)).toContain('Wieder einsteigen')
  await app.post(`/journeys/${id}/moves/resume`, {}, all.amara)
  expect((await journeyOf(id)).status).toBe('active')
  expect(await seen(`/journeys/${id}`, all.amara)).toContain('Wieder einsteigen')
})

test('set aside is told with respect, reopens, and is nobody else’s to decide', async () => {
  const id = await inPlan()
  await accompanies(all, all.lena, id)
  for (const other of [all.lena, all.jonas]) {
    expect((await app.get(`/journeys/${id}/ending`, other)).status).toBe(404)
    expect((await app.post(`/journeys/${id}/ending`, { way: 'set_aside', reason: 'no_time' }, other)).status).toBe(404)
  }
  await app.post(`/journeys/${id}/ending`, { way: 'set_aside', reason: 'no_time', note: 'Nur für mich' }, all.amara)
  const mine = await seen(`/journeys/${id}`, all.amara)
  expect(mine).toContain('Eine bewusste Entscheidung')
  expect(mine).toContain('Nur für mich')
  const hers = await seen(`/journeys/${id}`, all.lena)
  expect(hers).toContain('die Zeit fehlt')
  expect(hers).not.toContain('Nur für mich')
  expect((await app.post(`/journeys/${id}/moves/reopen`, {}, all.amara)).status).toBe(303)
  expect((await journeyOf(id)).phase).toBe('plan')
})
