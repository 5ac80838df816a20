import { Hono } from 'hono'
import type { PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import { isAutosave, savedAnswer } from '#platform/web/autosave.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readForm, readTyped, type Typed } from '#platform/web/read-form.ts'
import type { Conflict } from '#sharing/sharing.ts'
import { sayProblems } from '#ui/problems.ts'
import { setNeedState } from '../commands/need.ts'
import { addStep, removeStep, saveStep, setStepStatus } from '../commands/step.ts'
import { needStateForm, statusForm } from '../forms/attempt.ts'
import { soundPart, versionsOfPlaces, withoutVersions } from '../forms/inputs.ts'
import { needInput, needSlots, newStepForm, stepForm, stepPlaces, stepWritten } from '../forms/plan.ts'
import { takesWriting } from '../journey.ts'
import { StepPage } from '../pages/step.tsx'
import type { PhaseProps, Refill } from '../parts/phase.ts'
import { slots } from '../parts/slots.ts'
import { openCycleOf, type StepView, versionOf, type WholeJourney, wholeJourney } from '../queries/whole.ts'
import { gaps, kindsFor } from '../rules/blended.ts'
import { mayBeChanged } from '../rules/step.ts'
import { goOnOrSay } from './go-on.ts'
import { journeyProps, renderJourney } from './render-journey.tsx'

export const stepRoutes = new Hono<Env>()

const idOf = (c: Ask, name: string) => asId(c.req.param(name)) ?? absent()
const named = ({ field, theirs, version }: Conflict) => ({ name: field, theirs, version })

stepRoutes.post('/journeys/:id/steps', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const id = idOf(c, 'id')
    const again = (refill: Partial<Refill>) => renderJourney(c, db, me, id, { form: 'step:new', typed, problems: {}, ...refill })
    const advised = { ...typed, kind: typed.kind || kindFor(typed.missing) }
    if (typed.advise) return renderJourney(c, db, me, id, { form: 'step:new', typed: advised, problems: {} }, 200)
    const read = checkTyped(typed, newStepForm)
    if (!read.ok) return again({ problems: read.problems })
    const added = await addStep(db, id, read.value.stepId, stepWritten(typed, read.value))
    if (added.ok && added.conflicts.length === 0) return c.redirect(`/journeys/${id}#step-${read.value.stepId}`, 303)
    if (added.ok)
      return renderStep(c, await journeyProps(c, db, me, id), read.value.stepId, {
        typed: withoutVersions(typed),
        conflicts: added.conflicts.map(named),
      })
    if (added.reason === 'absent') return absent()
    const { t } = await journeyProps(c, db, me, id)
    return again({ refusal: t(`plan.refused.${added.reason}`) })
  })
})

/** The kind of step to begin with where something is missing; '' where none fits. */
function kindFor(missing: Typed[string] | undefined): string {
  const gap = gaps.find((one) => one === missing)
  return (gap && kindsFor[gap][0]) ?? ''
}

stepRoutes.get('/journeys/:id/steps/:stepId', (c) =>
  asPerson(c, async (db, me) => renderStep(c, await journeyProps(c, db, me, c.req.param('id')), idOf(c, 'stepId'))),
)

stepRoutes.post('/journeys/:id/steps/:stepId', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const stepId = idOf(c, 'stepId')
    const props = await journeyProps(c, db, me, c.req.param('id'))
    const id = props.whole.journey.id
    if (isAutosave(c)) return autosave(c, db, props, stepId, typed)
    const read = checkTyped(typed, stepForm)
    if (!read.ok) return renderStep(c, props, stepId, { typed, problems: read.problems })
    const saved = await saveStep(db, id, stepId, stepWritten(typed, read.value))
    if (!saved.ok) return goOnOrSay(c, db, me, saved, '')
    if (saved.conflicts.length === 0) return c.redirect(`/journeys/${id}#step-${stepId}`, 303)
    const fresh = await journeyProps(c, db, me, id)
    return renderStep(c, fresh, stepId, { typed: withoutVersions(typed), conflicts: saved.conflicts.map(named) })
  })
})

/** The page that holds one step's form; where the step cannot be changed now, on to the step on the page of the journey. */
function renderStep(c: Ask, props: PhaseProps, stepId: string, refill?: Partial<Refill>): Response | Promise<Response> {
  const { whole, isLearner } = props
  const step = whole.cycles.flatMap((cycle) => cycle.steps).find((candidate) => candidate.id === stepId) ?? absent()
  const cycle = openCycleOf(whole)
  const isOpen = isLearner && takesWriting(whole.journey, 'plan') && step.cycle_id === cycle?.id && mayBeChanged(step)
  if (!isOpen) return c.redirect(`/journeys/${whole.journey.id}#step-${stepId}`, 303)
  const filled = refill && { form: 'step', typed: {}, problems: {}, ...refill }
  return c.html(<StepPage {...props} refill={filled} step={step} />, filled ? 422 : 200)
}

async function autosave(c: Ask, db: PersonDb, { whole, me, t }: PhaseProps, stepId: string, typed: Typed): Promise<Response> {
  const { sound, problems } = soundPart(typed, stepForm)
  const read = checkTyped(sound, stepForm)
  const saved = read.ok ? await saveStep(db, whole.journey.id, stepId, stepWritten(sound, read.value)) : undefined
  if (saved && !saved.ok)
    return saved.reason === 'absent' ? absent() : savedAnswer(c, { problems: { what: t(`plan.refused.${saved.reason}`) } })
  const conflicts = saved?.conflicts.map(named) ?? []
  const now = await wholeJourney(db, whole.journey.id)
  const step = now && stepIn(now, stepId)
  const versions = step ? { ...versionsOfPlaces(step.texts, stepPlaces, typed, conflicts), ...needVersions(step, typed) } : {}
  for (const { name } of conflicts) delete versions[name]
  return savedAnswer(c, { versions, conflicts, problems: sayProblems(problems, me.locale) })
}

const stepIn = (whole: WholeJourney, stepId: string) => openCycleOf(whole)?.steps.find((step) => step.id === stepId)

function needVersions(step: StepView, typed: Typed): Record<string, number> {
  const versions = needSlots.flatMap((slot) => {
    const need = step.needs.find(({ id }) => id === typed[needInput(slot, 'id')])
    return need ? [[needInput(slot, 'text'), versionOf(need.texts, 'text')] as const] : []
  })
  return Object.fromEntries(versions)
}

stepRoutes.post('/journeys/:id/steps/:stepId/removal', (c) =>
  asPerson(c, async (db, me) => {
    const stepId = idOf(c, 'stepId')
    const removed = await removeStep(db, idOf(c, 'id'), stepId)
    const undo = removed.ok && removed.into === 'bin' ? `?removed=step:${stepId}` : ''
    return goOnOrSay(c, db, me, removed, `${undo}#steps`)
  }),
)

stepRoutes.post('/journeys/:id/steps/:stepId/status', async (c) => {
  const read = await readForm(c, statusForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const stepId = idOf(c, 'stepId')
    const set = await setStepStatus(db, idOf(c, 'id'), stepId, read.value.status)
    const offer = set.ok && read.value.status === 'done' ? await slots()?.stepDone.offer(db, me, c.var.now) : undefined
    return goOnOrSay(c, db, me, set, `${offer ? `?after=${stepId}&offer=${offer}` : ''}#step-${stepId}`)
  })
})

stepRoutes.post('/journeys/:id/needs/:needId', async (c) => {
  const read = await readForm(c, needStateForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const set = await setNeedState(db, idOf(c, 'id'), idOf(c, 'needId'), read.value.state)
    return goOnOrSay(c, db, me, set, set.ok ? `#step-${set.stepId}` : '')
  })
})
