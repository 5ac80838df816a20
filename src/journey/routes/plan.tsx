import { Hono } from 'hono'
import type { PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import { sortOrder } from '#platform/web/elements/sort/sort-order.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped, type Typed } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { leaveOffer, takeFinding, takeOverStep } from '../commands/carry-over.ts'
import { move } from '../commands/move.ts'
import { orderSteps } from '../commands/order.ts'
import { savePlan } from '../commands/plan.ts'
import { soundPart, versionsOfPlaces, withoutVersions } from '../forms/inputs.ts'
import { offerForm, orderTyped, planForm, planPlaces, planWritten } from '../forms/plan.ts'
import type { PhaseProps, Refill } from '../parts/phase.ts'
import { refusalInWords } from '../parts/refusal.ts'
import { openCycleOf, wholeJourney } from '../queries/whole.ts'
import { daysAfter } from '../rules/date.ts'
import { goOnOrSay } from './go-on.ts'
import { journeyProps, renderJourney } from './render-journey.tsx'
import { savedAt } from './saved-at.ts'

export const planRoutes = new Hono<Env>()

planRoutes.post('/journeys/:id/plan', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    const id = props.whole.journey.id
    if (isAutosave(c)) return autosave(c, db, props, typed)
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: 'plan', typed, problems: {}, ...refill })
    const read = checkTyped(typed, planForm)
    if (!read.ok) return again({ problems: read.problems })
    const reviewOn = read.value.reviewIn ? daysAfter(props.today, Number(read.value.reviewIn)) : read.value.plannedReviewOn
    const saved = await savePlan(db, id, planWritten(typed, reviewOn))
    if (!saved.ok) return saved.reason === 'absent' ? absent() : again({ refusal: props.t(`plan.refused.${saved.reason}`) })
    if (saved.conflicts.length > 0) return again({ typed: withoutVersions(typed), conflicts: saved.conflicts.map(named) })
    if (typed.begin === 'trying') return beginTrying(c, db, props)
    return c.redirect(savedAt(id, typed, '#plan'), 303)
  })
})

const named = ({ field, position, theirs, version }: { field: string; position: number; theirs: string; version: number }) => ({
  name: field === 'options' ? `options.${position}` : field,
  theirs,
  version,
})

async function autosave(c: Ask, db: PersonDb, { whole, me, t }: PhaseProps, typed: Typed): Promise<Response> {
  const { sound, problems } = soundPart(typed, planForm)
  const read = checkTyped(sound, planForm)
  const saved = read.ok ? await savePlan(db, whole.journey.id, planWritten(sound, read.value.plannedReviewOn)) : undefined
  if (saved && !saved.ok)
    return savedAnswer(c, { problems: { focus: t(`plan.refused.${saved.reason === 'absent' ? 'not_now' : saved.reason}`) } })
  const conflicts = saved?.conflicts.map(named) ?? []
  const now = await wholeJourney(db, whole.journey.id)
  const cycle = now && openCycleOf(now)
  const versions = cycle ? versionsOfPlaces(cycle.texts, planPlaces, typed, conflicts) : {}
  return savedAnswer(c, { versions, conflicts, problems: sayProblems(problems, me.locale) })
}

/** Begins trying with the plan just saved; what it lacks is said at its fields. */
async function beginTrying(c: Ask, db: PersonDb, { whole, me, today, t }: PhaseProps): Promise<Response> {
  const id = whole.journey.id
  const moved = await move(db, id, { name: 'beginTrying' }, today)
  if (moved.ok) return c.redirect(`/journeys/${id}#trying`, 303)
  if (moved.reason === 'absent') return absent()
  const missing = moved.reason === 'missing_fields' ? moved.fields : []
  const ownFields = missing.filter((field) => field.startsWith('cycle.')).map((field) => field.replace('cycle.', ''))
  const problems = Object.fromEntries(ownFields.map((field) => [field, { code: 'required' as const }]))
  const refill = { form: 'plan', typed: { begin: 'trying' }, problems }
  const saidInPlan = ['missing_fields', 'no_step', 'too_many_steps'].includes(moved.reason)
  return renderJourney(c, db, me, id, saidInPlan ? refill : { ...refill, refusal: refusalInWords(t, moved) })
}

planRoutes.post('/journeys/:id/steps/order', async (c) => {
  const typed = await readTyped(c)
  const sent = orderTyped(typed)
  return asPerson(c, async (db, me) => {
    const id = asId(c.req.param('id')) ?? absent()
    const moved = asId(sent.move?.split(':')[1])
    return goOnOrSay(c, db, me, await orderSteps(db, id, sortOrder(sent)), moved ? `#step-${moved}` : '#steps')
  })
})

planRoutes.post('/journeys/:id/offers', async (c) => {
  const read = await readForm(c, offerForm)
  if (!read.ok) return absent()
  const { offer, answer, id: stepId } = read.value
  return asPerson(c, async (db, me) => {
    const { whole, today } = await journeyProps(c, db, me, c.req.param('id'))
    const id = whole.journey.id
    if (answer === 'leave') return goOnOrSay(c, db, me, await leaveOffer(db, id, offer), '#offers')
    if (answer === 'finding') return goOnOrSay(c, db, me, await takeFinding(db, id, offer, stepId), `/steps/${stepId}`)
    const taken = await takeOverStep(db, id, offer, today)
    return goOnOrSay(c, db, me, taken, taken.ok ? `#step-${taken.stepId}` : '')
  })
})
