import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { asJob } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInPlan, journeyInTry, read, said } from '../../../tests/under-way.ts'
import { removedThings } from '../queries/removed.ts'
import { bodyOf, openCycleOf } from '../queries/whole.ts'
import { removeAttachment } from './attachment.ts'
import { recordObservation, removeObservation } from './observation.ts'
import { purgeRemoved, restoreThing } from './restore.ts'
import { addStep, removeStep, saveStep } from './step.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const needOf = (id: string, text: string) => ({ id, line: 0, text, baseVersion: 0, neededBy: null, state: 'open' as const })

test('a need whose step was removed as well brings its step back, with the words of both', async () => {
  const id = await journeyInPlan(all, all.amara)
  const [stepId, needId] = [newId(), newId()]
  await all.as(all.amara, async (db) => {
    await addStep(db, id, stepId, { texts: [said('what', 'Ute fragen')], needs: [needOf(needId, 'Zehn Minuten')] })
    await saveStep(db, id, stepId, { texts: [], needs: [{ ...needOf(needId, ''), baseVersion: 1 }] })
    expect(openCycleOf(await read(db, id))!.steps[0]!.needs).toEqual([])
    await removeStep(db, id, stepId)
    expect((await removedThings(db, id)).map((thing) => [thing.kind, thing.words, thing.belongs_to])).toEqual(
      expect.arrayContaining([
        ['step', 'Ute fragen', null],
        ['need', 'Zehn Minuten', 'Ute fragen'],
      ]),
    )
    expect(await restoreThing(db, id, 'need', needId)).toEqual({ ok: true, with: 'step' })
    const step = openCycleOf(await read(db, id))!.steps[0]!
    expect(bodyOf(step.needs[0]!.texts, 'text')).toBe('Zehn Minuten')
    expect(await restoreThing(db, id, 'need', needId)).toEqual({ ok: true, with: null })
  })
})

test('a note and its file come back in any order', async () => {
  const { id } = await journeyInTry(all, all.amara)
  const noteId = newId()
  const file = { name: 'skizze.txt', kind: 'text/plain' as const, content: new TextEncoder().encode('Skizze') }
  await all.as(all.amara, async (db) => {
    await recordObservation(db, id, noteId, { text: { body: 'Ging gut', baseVersion: 0 }, mood: 'good', files: [file] })
    const fileId = openCycleOf(await read(db, id))!.observations[0]!.attachments[0]!.id
    await removeAttachment(db, id, fileId)
    await removeObservation(db, id, noteId)
    expect(openCycleOf(await read(db, id))!.observations).toEqual([])
    expect(await restoreThing(db, id, 'attachment', fileId)).toEqual({ ok: true, with: 'observation' })
    const note = openCycleOf(await read(db, id))!.observations[0]!
    expect([bodyOf(note.texts, 'text'), note.mood, note.attachments.length]).toEqual(['Ging gut', 'good', 1])
  })
})

test('a step finds no place in a plan that has filled up meanwhile', async () => {
  const id = await journeyInPlan(all, all.amara)
  const gone = newId()
  await all.as(all.amara, async (db) => {
    await addStep(db, id, gone, { texts: [said('what', 'Weg')] })
    await removeStep(db, id, gone)
    for (const number of [1, 2, 3, 4, 5, 6, 7]) await addStep(db, id, newId(), { texts: [said('what', `${number}`)] })
    expect(await restoreThing(db, id, 'step', gone)).toEqual({ ok: false, reason: 'plan_is_full' })
  })
})

test('the bin of a journey is its learner’s alone', async () => {
  const id = await journeyInPlan(all, all.amara)
  const stepId = newId()
  await accompanies(all, all.lena, id)
  await all.as(all.amara, async (db) => {
    await addStep(db, id, stepId, { texts: [said('what', 'Weg')] })
    await removeStep(db, id, stepId)
  })
  await all.as(all.lena, async (db) => {
    expect(await removedThings(db, id)).toEqual([])
    expect(await restoreThing(db, id, 'step', stepId)).toEqual({ ok: false, reason: 'not_the_learner' })
  })
  expect(await all.as(all.nour, (db) => restoreThing(db, id, 'step', stepId))).toEqual({ ok: false, reason: 'absent' })
})

test('after 30 days what was removed is gone with its words, and notes about a step outlive it', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  const [noteId, needId] = [newId(), newId()]
  await all.as(all.amara, (db) => recordObservation(db, id, noteId, { text: { body: 'Bleibt', baseVersion: 0 }, stepId }))
  await all.owner.query(
    `insert into need (organisation_id, id, journey_id, step_id) select organisation_id, $1, journey_id, id from step where id = $2`,
    [needId, stepId],
  )
  const removedFor = (days: number) =>
    all.owner.query(`update step set removed_at = now() - make_interval(days => $2) where id = $1`, [stepId, days])
  await removedFor(29)
  expect(await asJob(all.database, purgeRemoved)).toBe(0)
  await removedFor(31)
  await all.as(all.amara, async (db) => {
    expect(await removedThings(db, id)).toEqual([])
    expect(await restoreThing(db, id, 'step', stepId)).toEqual({ ok: false, reason: 'absent' })
  })
  expect(await asJob(all.database, purgeRemoved)).toBe(2)
  const left = await all.owner.query('select from passage where subject_id = any ($1) union all select from need where id = any ($1)', [
    [stepId, needId],
  ])
  expect(left.rowCount).toBe(0)
  await all.as(all.amara, async (db) => {
    const note = openCycleOf(await read(db, id))!.observations[0]!
    expect([bodyOf(note.texts, 'text'), note.step_id]).toEqual(['Bleibt', null])
  })
})

test('a job that empties bins reads no words of people', async () => {
  await expect(asJob(all.database, (db) => sql`select body from passage`.execute(db))).rejects.toThrow(/permission denied/)
})
