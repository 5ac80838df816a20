import { afterAll, beforeAll, expect, test } from 'vitest'
import { newId } from '#platform/ids.ts'
import { type Cast, cast } from '../../../tests/cast.ts'
import { journeyInSecondPlan, journeyInTry, read, today } from '../../../tests/under-way.ts'
import { offersFor } from '../queries/offers.ts'
import { bodyOf, openCycleOf } from '../queries/whole.ts'
import { leaveOffer, replan, takeFinding, takeOverStep } from './carry-over.ts'
import { removeStep } from './step.ts'

let all: Cast
beforeAll(async () => {
  all = await cast()
})
afterAll(() => all.close())

const found = { toImprove: 'Genauer nachfragen', insight: 'Wer fragt, führt das Gespräch.' }

test('unfinished steps and findings are offered to the next cycle, and each can be taken over or left', async () => {
  const id = await journeyInSecondPlan(all, all.amara, found)
  await all.as(all.amara, async (db) => {
    const offers = offersFor(await read(db, id))
    expect(offers.steps.map((step) => bodyOf(step.texts, 'what'))).toEqual(['Drei Fragen stellen'])
    expect(offers.findings.map((finding) => finding.body)).toEqual([found.toImprove, found.insight])
    const [improve, insight] = offers.findings
    expect(await takeOverStep(db, id, offers.steps[0]!.id, today)).toMatchObject({ ok: true })
    expect(await takeFinding(db, id, improve!.id, newId())).toMatchObject({ ok: true })
    expect(await leaveOffer(db, id, insight!.id)).toEqual({ ok: true })
    const whole = await read(db, id)
    expect(offersFor(whole)).toEqual({ steps: [], findings: [] })
    expect(openCycleOf(whole)!.steps.map((step) => bodyOf(step.texts, 'what'))).toEqual(['Drei Fragen stellen', found.toImprove])
    expect(openCycleOf(whole)!.steps[1]!.from_passage_id).toBe(improve!.id)
    expect(whole.cycles[0]!.steps.map((step) => step.status)).toEqual(['partly_done'])
    expect(await takeOverStep(db, id, offers.steps[0]!.id, today)).toEqual({ ok: false, reason: 'absent' })
  })
})

test('a day that has passed does not come along with a step', async () => {
  const id = await journeyInSecondPlan(all, all.amara, found)
  await all.as(all.amara, async (db) => {
    await takeOverStep(db, id, offersFor(await read(db, id)).steps[0]!.id, '2026-12-24')
    expect(openCycleOf(await read(db, id))!.steps.map((step) => step.by_when)).toEqual([null])
  })
})

test('a finding longer than the sentence of a step begins it and stays linked', async () => {
  const id = await journeyInSecondPlan(all, all.amara, { ...found, insight: 'Wort '.repeat(60).trim() })
  await all.as(all.amara, async (db) => {
    const insight = offersFor(await read(db, id)).findings[1]!
    await takeFinding(db, id, insight.id, newId())
    const step = openCycleOf(await read(db, id))!.steps[0]!
    expect(bodyOf(step.texts, 'what')).toMatch(/^Wort .* Wort…$/)
    expect(bodyOf(step.texts, 'what').length).toBeLessThanOrEqual(200)
    expect(step.from_passage_id).toBe(insight.id)
  })
})

test('a replan keeps the step as it was and writes on in a copy; removing one then keeps it in the record', async () => {
  const { id, stepId } = await journeyInTry(all, all.amara)
  await all.as(all.amara, async (db) => {
    expect(await replan(db, id, [newId()], today)).toMatchObject({ ok: false, reason: 'steps_not_changeable' })
    expect(await replan(db, id, [stepId], today)).toMatchObject({ ok: true, after: { phase: 'plan' } })
    const [before, copy] = openCycleOf(await read(db, id))!.steps
    expect([before!.id, before!.status, copy!.status]).toEqual([stepId, 'changed', 'planned'])
    expect(bodyOf(copy!.texts, 'what')).toBe('Drei Fragen stellen')
    expect(await removeStep(db, id, copy!.id)).toEqual({ ok: true, into: 'record' })
    expect(openCycleOf(await read(db, id))!.steps.map((step) => step.status)).toEqual(['changed', 'changed'])
  })
})

test('nobody else takes over or leaves anything', async () => {
  const id = await journeyInSecondPlan(all, all.amara, found)
  const step = await all.as(all.amara, async (db) => offersFor(await read(db, id)).steps[0]!)
  for (const other of [all.lena, all.nour])
    await all.as(other, async (db) => {
      expect(await takeOverStep(db, id, step.id, today)).toEqual({ ok: false, reason: 'absent' })
      expect(await leaveOffer(db, id, step.id)).toEqual({ ok: false, reason: 'absent' })
    })
  expect(await all.as(all.amara, async (db) => offersFor(await read(db, id)).steps)).toHaveLength(1)
})
