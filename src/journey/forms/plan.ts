import * as v from 'valibot'
import { asId } from '#platform/ids.ts'
import type { Typed } from '#platform/web/read-form.ts'
import type { WrittenNeed } from '../commands/need.ts'
import type { WrittenPlan } from '../commands/plan.ts'
import type { WrittenStep } from '../commands/step.ts'
import { leadPhases, leads, needStates } from '../rules/choices.ts'
import { cycleFields, needFields, stepFields } from '../rules/limits.ts'
import {
  choiceInput,
  dateInput,
  idInput,
  listPlaces,
  numberInput,
  type TextPlace,
  textInput,
  versionTyped,
  writtenTexts,
} from './inputs.ts'

export const optionPlaces = listPlaces('options', cycleFields.options)
export const planPlaces: readonly TextPlace[] = [{ name: 'focus', field: 'focus' }, ...optionPlaces]
export const leadInput = (phase: (typeof leadPhases)[number]) => `leadIntent.${phase}`

/** A plan as far as it is written. `reviewIn` counts the days from today to the review, and goes before a typed date. */
export const planForm = v.object({
  focus: textInput(cycleFields.focus),
  ...Object.fromEntries(optionPlaces.map(({ name }) => [name, textInput(cycleFields.options)])),
  ...Object.fromEntries(leadPhases.map((phase) => [leadInput(phase), choiceInput({ of: leads })])),
  plannedReviewOn: dateInput(),
  reviewIn: v.optional(v.picklist(['7', '14', '21'], 'not_a_choice')),
})

export function planWritten(typed: Typed, plannedReviewOn: string | null | undefined): WrittenPlan {
  const asked = leadPhases.filter((phase) => typed[leadInput(phase)] !== undefined)
  const chosen = asked.flatMap((phase) => leads.filter((lead) => lead === typed[leadInput(phase)]).map((lead) => [phase, lead] as const))
  const plan: WrittenPlan = { texts: writtenTexts(typed, planPlaces) }
  if (plannedReviewOn !== undefined) plan.plannedReviewOn = plannedReviewOn
  if (asked.length > 0) plan.leadIntent = Object.fromEntries(chosen)
  return plan
}

const stepTexts = ['what', 'ifPart', 'thenPart', 'obstacle', 'obstaclePlan', 'expectation'] as const
export const stepPlaces: readonly TextPlace[] = stepTexts.map((field) => ({ name: field, field }))

/** The lines for what a step needs: each is a row of its own. */
export const needSlots = Array.from({ length: stepFields.needs.most }, (_, slot) => slot)
export const needInput = (slot: number, part: 'id' | 'text' | 'neededBy' | 'state') => `needs.${slot}.${part}`

const needEntries = Object.fromEntries(
  needSlots.flatMap((slot) => [
    [needInput(slot, 'id'), idInput()],
    [needInput(slot, 'text'), textInput(needFields.text)],
    [needInput(slot, 'neededBy'), dateInput()],
    [needInput(slot, 'state'), choiceInput(needFields.state)],
  ]),
)

const chosenId = v.optional(v.union([v.literal(''), v.pipe(v.string(), v.uuid('not_a_choice'))], 'not_a_choice'))

const stepEntries = {
  ...Object.fromEntries(stepTexts.map((field) => [field, textInput(stepFields[field])])),
  ...needEntries,
  kind: choiceInput(stepFields.kind),
  byWhen: dateInput(),
  minutesPlanned: numberInput(stepFields.minutesPlanned),
  confidence: numberInput(stepFields.confidence),
  fromPassageId: chosenId,
  preparesId: chosenId,
}

/** A step that is there already: its sentence may be empty for a while, and trying asks for it. */
export const stepForm = v.object(stepEntries)
/** A new step needs its sentence, and the id that its page made up. */
export const newStepForm = v.object({
  ...stepEntries,
  stepId: v.pipe(v.string(), v.uuid('not_a_choice')),
  what: v.pipe(v.string(), v.minLength(1, 'required'), v.maxGraphemes(stepFields.what.max, 'too_long')),
})

export function stepWritten(typed: Typed, chosen: v.InferOutput<typeof stepForm>): WrittenStep {
  const { kind, byWhen, minutesPlanned, confidence } = chosen
  const needs = needSlots.flatMap((slot) => needTyped(typed, slot))
  const [fromPassageId, preparesId] = [chosen.fromPassageId, chosen.preparesId].map((id) => (id === '' ? null : id))
  return { texts: writtenTexts(typed, stepPlaces), kind, byWhen, minutesPlanned, confidence, fromPassageId, preparesId, needs }
}

/** One line of needs as it was sent: checked by the form already. */
function needTyped(typed: Typed, slot: number): WrittenNeed[] {
  const id = asId(typed[needInput(slot, 'id')])
  const text = typed[needInput(slot, 'text')]
  if (!id || typeof text !== 'string') return []
  const neededBy = String(typed[needInput(slot, 'neededBy')] ?? '') || null
  const state = needStates.find((one) => one === typed[needInput(slot, 'state')]) ?? 'open'
  return [{ id, line: slot, text, baseVersion: versionTyped(typed, needInput(slot, 'text')), neededBy, state }]
}

/** The form that puts steps in order: the ids as the page shows them, and the one that a button moves. */
export function orderTyped(typed: Typed): { order: string[]; move?: string } {
  const order = [typed.order ?? []].flat().flatMap((id) => asId(id) ?? [])
  return typeof typed.move === 'string' ? { order, move: typed.move } : { order }
}

export const offerForm = v.object({
  offer: v.pipe(v.string(), v.uuid('not_a_choice')),
  answer: v.picklist(['step', 'finding', 'leave'], 'not_a_choice'),
  id: v.pipe(v.string(), v.uuid('not_a_choice')),
})
