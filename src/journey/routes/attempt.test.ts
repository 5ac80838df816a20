import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Ask, ask } from '../../../tests/app.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInTry, read } from '../../../tests/under-way.ts'
import { bodyOf, openCycleOf } from '../queries/whole.ts'

let all: Cast
let browser: Ask
beforeAll(async () => {
  all = await cast()
  browser = ask(all)
})
afterAll(() => all.close())

const cycleOf = (id: string) => all.as(all.amara, async (db) => openCycleOf(await read(db, id))!)
const picture = Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 1, 2, 3)

async function noted(fields: Record<string, string>, files: File[] = []) {
  const { id, stepId } = await journeyInTry(all, all.amara)
  const form = new FormData()
  const noteId = newId()
  for (const [name, value] of Object.entries({ noteId, ...fields })) form.append(name, value)
  for (const file of files) form.append('files', file)
  const answer = await browser.upload(`/journeys/${id}/observations`, form, all.amara)
  return { id, stepId, noteId, answer }
}

test('a note needs its words and nothing else, and is private', async () => {
  const { id, noteId, answer } = await noted({ text: '🧭' })
  expect(answer.headers.get('location')).toBe(`/journeys/${id}#note-${noteId}`)
  const note = (await cycleOf(id)).observations[0]!
  expect([bodyOf(note.texts, 'text'), note.audience_id, note.mood]).toEqual(['🧭', null, null])
  expect(await (await browser.get(`/journeys/${id}`, all.amara)).text()).toContain('Das liest nur du.')
})

test('a note of nothing is asked for its words, and a long one gets every character back', async () => {
  expect((await noted({ text: '' })).answer.status).toBe(422)
  const long = 'Wort '.repeat(1000).trim()
  const { id, answer } = await noted({ text: long })
  expect(answer.status).toBe(422)
  expect(await answer.text()).toContain(long)
  expect((await cycleOf(id)).observations).toEqual([])
})

test('a file is shown with headers that let it do nothing', async () => {
  const { id } = await noted({ text: 'Bild' }, [new File([picture], "Tafel 'Übergabe'.png", { type: 'text/html' })])
  const file = (await cycleOf(id)).observations[0]!.attachments[0]!
  const answer = await browser.get(`/journeys/${id}/attachments/${file.id}`, all.amara)
  expect([...new Uint8Array(await answer.arrayBuffer())]).toEqual([...picture])
  const headers = Object.fromEntries(answer.headers)
  expect(headers['content-type']).toBe('image/png')
  expect(headers['content-disposition']).toBe("inline; filename*=UTF-8''Tafel%20%27%C3%9Cbergabe%27.png")
  expect(headers['content-security-policy']).toBe("default-src 'none'; sandbox")
  expect([headers['x-content-type-options'], headers['cache-control']]).toEqual(['nosniff', 'no-store'])
  await accompanies(all, all.lena, id)
  expect((await browser.get(`/journeys/${id}/attachments/${file.id}`, all.lena)).status).toBe(404)
})

test('a page of HTML comes back as a text to save', async () => {
  const { id } = await noted({ text: 'Seite' }, [new File(['<script>alert(1)</script>'], 'seite.html', { type: 'text/html' })])
  const file = (await cycleOf(id)).observations[0]!.attachments[0]!
  const headers = (await browser.get(`/journeys/${id}/attachments/${file.id}`, all.amara)).headers
  expect(headers.get('content-type')).toBe('text/plain; charset=utf-8')
  expect(headers.get('content-disposition')).toMatch(/^attachment;/)
})

test('a file that is no known kind or too large is refused by name, and the words stay', async () => {
  const program = await noted({ text: 'Meine Worte' }, [new File([Uint8Array.of(0x7f, 0x45, 0x4c, 0x46, 0)], 'bild.png')])
  const page = await program.answer.text()
  expect([program.answer.status, page.includes('bild.png'), page.includes('Meine Worte')]).toEqual([422, true, true])
  const large = await noted({ text: 'Meine Worte' }, [new File([picture, new Uint8Array(10 * 1024 * 1024)], 'groß.png')])
  expect([large.answer.status, (await large.answer.text()).includes('groß.png')]).toEqual([422, true])
})

test('a form that takes no files takes no more than its texts need', async () => {
  const { id } = await journeyInTry(all, all.amara)
  expect((await browser.post(`/journeys/${id}/plan`, { focus: 'x'.repeat(300_000) }, all.amara)).status).toBe(413)
})

test('what was removed a moment ago comes back by one press, and later from the bin', async () => {
  const { id, noteId } = await noted({ text: 'Weg und wieder da' })
  const removed = await browser.post(`/journeys/${id}/observations/${noteId}/removal`, {}, all.amara)
  const location = removed.headers.get('location')!
  expect(location).toBe(`/journeys/${id}?removed=observation:${noteId}#notes`)
  expect(await (await browser.get(location.split('#')[0]!, all.amara)).text()).toContain('Rückgängig machen')
  expect(await (await browser.get(`/journeys/${id}/removed`, all.amara)).text()).toContain('Weg und wieder da')
  const back = await browser.post(`/journeys/${id}/removed`, { kind: 'observation', id: noteId }, all.amara)
  expect(back.headers.get('location')).toBe(`/journeys/${id}/removed?restored=alone`)
  expect((await cycleOf(id)).observations).toHaveLength(1)
  expect((await browser.get(`/journeys/${id}/removed`, all.jonas)).status).toBe(404)
})

test('a step is done in one press, and the plan goes on in a copy', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  const doing = await browser.post(`/journeys/${id}/steps/${stepId}/status`, { status: 'doing' }, all.amara)
  expect(doing.headers.get('location')).toBe(`/journeys/${id}#step-${stepId}`)
  const answer = await browser.post(`/journeys/${id}/moves/replan`, { changed: stepId }, all.amara)
  expect([answer.status, answer.headers.get('location')]).toEqual([303, `/journeys/${id}#plan`])
  expect((await cycleOf(id)).steps.map((step) => step.status)).toEqual(['changed', 'planned'])
})

test('an own review or status is nobody else’s to press', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  await accompanies(all, all.lena, id)
  expect((await browser.post(`/journeys/${id}/steps/${stepId}/status`, { status: 'done' }, all.lena)).status).toBe(422)
  expect((await browser.post(`/journeys/${id}/steps/${stepId}/status`, { status: 'done' }, all.jonas)).status).toBe(404)
  expect((await cycleOf(id)).steps[0]!.status).toBe('planned')
})
