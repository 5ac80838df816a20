import * as v from 'valibot'
import { asId } from '#platform/ids.ts'
import type { Typed } from '#platform/web/read-form.ts'
import type { WrittenReview } from '../commands/review.ts'
import type { MissingField } from '../journey.ts'
import type { ReviewView } from '../queries/whole.ts'
import { type Lead, leadPhases, leads, type SignState, signStates } from '../rules/choices.ts'
import { reframeFields, reviewFields } from '../rules/limits.ts'
import { choiceInput, choicesInput, listPlaces, numberInput, type TextPlace, textInput, writtenTexts } from './inputs.ts'

const { happened, wentWell, toImprove, explanation, insight, progress, confidenceNow, obstacleTags, nextMove, mood } = reviewFields

/** Every text of a review, by the name of its input. */
export const reviewPlaces: readonly TextPlace[] = [
  { name: 'whatHappened', field: 'happened' },
  ...listPlaces('wentWell', wentWell),
  ...listPlaces('toImprove', toImprove),
  { name: 'explanation', field: 'explanation' },
  { name: 'insight', field: 'insight' },
]

const lines = (field: string, limits: { readonly most: number; readonly max: number }) =>
  Object.fromEntries(listPlaces(field, limits).map(({ name }) => [name, textInput(limits)]))

export const reviewForm = v.object({
  ...lines('wentWell', wentWell),
  ...lines('toImprove', toImprove),
  ...Object.fromEntries(leadPhases.map((phase) => [`lead.${phase}`, choiceInput({ of: leads })])),
  whatHappened: textInput(happened),
  explanation: textInput(explanation),
  insight: textInput(insight),
  progress: numberInput(progress),
  confidenceNow: numberInput(confidenceNow),
  obstacleTags: choicesInput(obstacleTags),
  nextMove: choiceInput(nextMove),
  mood: choiceInput(mood),
  reframeReason: textInput(reframeFields.reason),
  do: choiceInput({ of: ['draft', 'share', 'take_back', 'decide'] }),
})
export type ReviewInput = v.InferOutput<typeof reviewForm>

/** The review as its command takes it. */
export function writtenReview(typed: Typed, input: ReviewInput): WrittenReview {
  return {
    texts: writtenTexts(typed, reviewPlaces),
    progress: input.progress as WrittenReview['progress'],
    confidenceNow: input.confidenceNow,
    obstacleTags: input.obstacleTags,
    nextMove: input.nextMove,
    mood: input.mood,
    signs: signsTyped(typed),
    lead: leadTyped(typed),
  }
}

function signsTyped(typed: Typed): Record<string, SignState> {
  const given = Object.entries(typed).flatMap(([name, value]) => {
    const id = name.startsWith('sign.') ? asId(name.slice('sign.'.length)) : undefined
    const state = signStates.find((candidate) => candidate === value)
    return id && state ? [[id, state] as const] : []
  })
  return Object.fromEntries(given)
}

function leadTyped(typed: Typed): Partial<Record<(typeof leadPhases)[number], Lead>> {
  const given = leadPhases.flatMap((phase) => {
    const lead = leads.find((candidate) => candidate === typed[`lead.${phase}`])
    return lead ? [[phase, lead] as const] : []
  })
  return Object.fromEntries(given)
}

/** The inputs at which the missing fields of a review are said: a list at itself, a sign at the sign. */
export function inputsMissing(fields: readonly MissingField[], review: ReviewView, signIds: readonly string[]): string[] {
  return fields.flatMap((field) => {
    if (field === 'review.signs') return signIds.filter((id) => !review.signs[id]).map((id) => `sign.${id}`)
    return [field === 'review.happened' ? 'whatHappened' : field.replace('review.', '')]
  })
}
