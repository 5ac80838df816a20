import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { accompanies, type Cast, cast } from '../../../tests/cast.ts'
import { journeyInPlan, journeyInTry, read, said } from '../../../tests/under-way.ts'
import { bodyOf, openCycleOf } from '../queries/whole.ts'
import { orderSteps } from './order.ts'
import { savePlan } from './plan.ts'
import { addStep, removeStep, saveStep, setStepStatus } from './step.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const stepsOf = (id: string, who = all.amara) =>
  all.as(who, async (db) => openCycleOf(await read(db, id))!.steps.map((step) => ({ id: step.id, what: bodyOf(step.texts, 'what') })))
const add = (id: string, what: string, stepId = newId()) =>
  all.as(all.amara, async (db) => ({ stepId, ...(await addStep(db, id, stepId, { texts: [said('what', what)] })) }))

test('a step needs only its sentence, and everything else can follow', async () => {
  const id = await journeyInPlan(all, all.amara)
  const { stepId } = await add(id, 'Drei Fragen stellen')
  await all.as(all.amara, async (db) => {
    await saveStep(db, id, stepId, {
      texts: [said('ifPart', 'die Übergabe beginnt'), said('thenPart', 'frage ich zuerst nach der Nacht'), said('obstacle', 'Scheu')],
      kind: 'on_the_job_trial',
      byWhen: '2026-12-01',
      minutesPlanned: 20,
      confidence: 7,
      needs: [{ id: newId(), line: 0, text: 'Zehn Minuten mit Ute', baseVersion: 0, neededBy: '2026-11-30', state: 'open' }],
    })
    const step = openCycleOf(await read(db, id))!.steps[0]!
    expect(step).toMatchObject({
      kind: 'on_the_job_trial',
      by_when: '2026-12-01',
      minutes_planned: 20,
      confidence: 7,
      created_as: 'learner',
    })
    expect(bodyOf(step.texts, 'what')).toBe('Drei Fragen stellen')
    expect(step.needs.map((need) => [bodyOf(need.texts, 'text'), need.needed_by])).toEqual([['Zehn Minuten mit Ute', '2026-11-30']])
  })
})

test('whoever accompanies reads a step without what could get in its way, and cannot change it', async () => {
  const id = await journeyInPlan(all, all.amara)
  const { stepId } = await add(id, 'Drei Fragen stellen')
  await all.as(all.amara, (db) => saveStep(db, id, stepId, { texts: [said('obstacle', 'Scheu'), said('obstaclePlan', 'Vorher üben')] }))
  const asLena = () => all.as(all.lena, (db) => addStep(db, id, newId(), { texts: [said('what', 'Von Lena')] }))
  expect(await asLena()).toEqual({ ok: false, reason: 'absent' })
  await accompanies(all, all.lena, id)
  expect(await asLena()).toEqual({ ok: false, reason: 'not_the_learner' })
  await all.as(all.lena, async (db) => {
    const step = openCycleOf(await read(db, id))!.steps[0]!
    expect(bodyOf(step.texts, 'what')).toBe('Drei Fragen stellen')
    expect(bodyOf(step.texts, 'obstacle')).toBe('')
    expect(await saveStep(db, id, stepId, { texts: [said('what', 'Anders', 1)] })).toEqual({ ok: false, reason: 'not_the_learner' })
    expect(await removeStep(db, id, stepId)).toEqual({ ok: false, reason: 'not_the_learner' })
  })
  expect(await all.as(all.nour, (db) => removeStep(db, id, stepId))).toEqual({ ok: false, reason: 'absent' })
})

test('sending a new step twice makes one step, and other words for it are shown instead of lost', async () => {
  const id = await journeyInPlan(all, all.amara)
  const { stepId } = await add(id, 'Einmal')
  expect(await add(id, 'Einmal', stepId)).toMatchObject({ ok: true, conflicts: [] })
  expect(await add(id, 'Zweimal', stepId)).toMatchObject({ ok: true, conflicts: [{ field: 'what', theirs: 'Einmal' }] })
  expect(await stepsOf(id)).toEqual([{ id: stepId, what: 'Einmal' }])
})

test('an id that belongs to somebody else makes no step', async () => {
  const [id, other] = [await journeyInPlan(all, all.amara), await journeyInTry(all, all.jonas)]
  expect(await add(id, 'Fremd', other.stepId)).toMatchObject({ ok: false, reason: 'absent' })
  expect(await all.as(all.amara, (db) => saveStep(db, id, other.stepId, { texts: [] }))).toEqual({ ok: false, reason: 'absent' })
})

test('an eighth step is refused', async () => {
  const id = await journeyInPlan(all, all.amara)
  for (const number of [1, 2, 3, 4, 5, 6, 7]) expect(await add(id, `Schritt ${number}`)).toMatchObject({ ok: true })
  expect(await add(id, 'Schritt 8')).toMatchObject({ ok: false, reason: 'plan_is_full' })
  expect(await stepsOf(id)).toHaveLength(7)
})

test('words are kept exactly: from right to left, as emoji, with their line ends', async () => {
  const id = await journeyInPlan(all, all.amara)
  for (const words of ['اسأل ثلاثة أسئلة', '🧭🌊', 'Erst hören,\ndann fragen']) await add(id, words)
  expect((await stepsOf(id)).map((step) => step.what)).toEqual(['اسأل ثلاثة أسئلة', '🧭🌊', 'Erst hören,\ndann fragen'])
})

test('steps stand in the order they were put in, also when two windows order them at once', async () => {
  const id = await journeyInPlan(all, all.amara)
  for (const what of ['a', 'b', 'c', 'd']) await add(id, what)
  const [a, b, c, d] = (await stepsOf(id)).map((step) => step.id) as [string, string, string, string]
  const order = (...ids: string[]) => all.as(all.amara, (db) => orderSteps(db, id, ids))
  await Promise.all([order(d, c, b, a), order(b, a, d, c)])
  expect(['dcba', 'badc']).toContain((await stepsOf(id)).map((step) => step.what).join(''))
  await order(a, c, b, d)
  expect((await stepsOf(id)).map((step) => step.what).join('')).toBe('acbd')
  await order(d, newId(), d)
  expect((await stepsOf(id)).map((step) => step.what).join('')).toBe('dacb')
})

test('an older window overwrites nothing: both texts are given back', async () => {
  const id = await journeyInPlan(all, all.amara)
  const { stepId } = await add(id, 'Erste Fassung')
  const save = (body: string) => all.as(all.amara, (db) => saveStep(db, id, stepId, { texts: [said('what', body, 1)] }))
  expect(await save('Zweite Fassung')).toMatchObject({ conflicts: [] })
  expect(await save('Aus dem alten Fenster')).toMatchObject({ conflicts: [{ field: 'what', theirs: 'Zweite Fassung', version: 2 }] })
  expect((await stepsOf(id))[0]!.what).toBe('Zweite Fassung')
})

test('a plan is saved as far as it goes, and neither the plan nor a step takes writing once trying has begun', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  await all.as(all.amara, async (db) => {
    expect(await savePlan(db, id, { texts: [said('focus', 'Anders', 1)] })).toEqual({ ok: false, reason: 'not_now' })
    expect(await saveStep(db, id, stepId, { texts: [said('what', 'Anders', 1)] })).toEqual({ ok: false, reason: 'not_now' })
    expect(await setStepStatus(db, id, stepId, 'doing')).toEqual({ ok: true })
    expect(await setStepStatus(db, id, stepId, 'changed')).toEqual({ ok: false, reason: 'not_now' })
    expect(openCycleOf(await read(db, id))!.steps[0]!.status).toBe('doing')
  })
})
