import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInTry, read } from '../../../tests/under-way.ts'
import { attachmentContent } from '../queries/attachment.ts'
import { bodyOf, openCycleOf } from '../queries/whole.ts'
import { changeObservation, recordObservation, removeObservation, setObservationAudience } from './observation.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const png = { name: 'tafel.png', kind: 'image/png' as const, content: Uint8Array.of(0x89, 0x50, 0x4e, 0x47, 1, 2, 3) }
const text = (body: string, baseVersion = 0) => ({ body, baseVersion })
const notesFor = (id: string, who = all.amara) => all.as(who, async (db) => openCycleOf(await read(db, id))!.observations)

async function noted(note: Parameters<typeof recordObservation>[3]) {
  const { id, stepId } = await journeyInTry(all, all.amara)
  await accompanies(all, all.lena, id)
  const noteId = newId()
  await all.as(all.amara, (db) => recordObservation(db, id, noteId, note))
  return { id, stepId, noteId }
}

test('a note is its author’s alone until one tap opens it; the mood never opens', async () => {
  const { id, noteId } = await noted({ text: text('Ute hat zugehört'), mood: 'good', files: [png] })
  expect(await notesFor(id, all.lena)).toEqual([])
  await all.as(all.amara, (db) => setObservationAudience(db, id, noteId, 'journey'))
  const [open] = await notesFor(id, all.lena)
  expect([bodyOf(open!.texts, 'text'), open!.mood, open!.attachments.length]).toEqual(['Ute hat zugehört', null, 1])
  const fileId = open!.attachments[0]!.id
  expect(await all.as(all.lena, (db) => attachmentContent(db, id, fileId))).toMatchObject({ media_type: 'image/png', name: 'tafel.png' })
  await all.as(all.amara, (db) => setObservationAudience(db, id, noteId, 'private'))
  expect(await notesFor(id, all.lena)).toEqual([])
  expect(await all.as(all.lena, (db) => attachmentContent(db, id, fileId))).toBeUndefined()
  expect((await notesFor(id))[0]!.mood).toBe('good')
})

test('a file is given back byte for byte, and never through another journey or once it was removed', async () => {
  const { id, noteId } = await noted({ text: text('Bild'), files: [png] })
  const fileId = (await notesFor(id))[0]!.attachments[0]!.id
  await all.as(all.amara, async (db) => {
    expect([...(await attachmentContent(db, id, fileId))!.content]).toEqual([...png.content])
    expect(await attachmentContent(db, newId(), fileId)).toBeUndefined()
    await removeObservation(db, id, noteId)
    expect(await attachmentContent(db, id, fileId)).toBeUndefined()
  })
})

test('whoever accompanies neither writes nor opens nor removes a note', async () => {
  const { id, noteId } = await noted({ text: text('Meins') })
  await all.as(all.lena, async (db) => {
    const refused = { ok: false, reason: 'not_the_learner' }
    expect(await recordObservation(db, id, newId(), { text: text('Von Lena') })).toEqual(refused)
    expect(await changeObservation(db, id, noteId, { text: text('Anders', 1) })).toEqual(refused)
    expect(await setObservationAudience(db, id, noteId, 'journey')).toEqual(refused)
    expect(await removeObservation(db, id, noteId)).toEqual(refused)
  })
  expect(await notesFor(id)).toHaveLength(1)
})

test('sending a note twice keeps one note and one set of files; other words are given back', async () => {
  const { id, noteId } = await noted({ text: text('Einmal'), files: [png] })
  await all.as(all.amara, async (db) => {
    expect(await recordObservation(db, id, noteId, { text: text('Einmal'), files: [png] })).toEqual({ ok: true, conflicts: [] })
    expect(await recordObservation(db, id, noteId, { text: text('Anders') })).toMatchObject({ conflicts: [{ theirs: 'Einmal' }] })
  })
  const notes = await notesFor(id)
  expect(notes.map((note) => note.attachments.length)).toEqual([1])
})

test('a note takes five files and no sixth', async () => {
  const { id, noteId } = await noted({ text: text('Bilder'), files: [png, png, png] })
  await all.as(all.amara, async (db) => {
    expect(await changeObservation(db, id, noteId, { files: [png, png, png] })).toEqual({ ok: false, reason: 'too_many_files' })
    expect(await changeObservation(db, id, noteId, { files: [png, png] })).toMatchObject({ ok: true })
  })
  expect((await notesFor(id))[0]!.attachments).toHaveLength(5)
})
