import * as v from 'valibot'
import type { Typed } from '#platform/web/read-form.ts'
import type { PassingOn, SettingAside, WrittenClosing } from '../commands/closing.ts'
import type { WrittenTransfer } from '../commands/transfer.ts'
import type { Facilitator } from '../queries/facilitators.ts'
import { closingFields, passOnFields, setAsideFields, transferFields } from '../rules/limits.ts'
import { choiceInput, choicesInput, dateInput, numberInput, type TextPlace, textInput, writtenTexts } from './inputs.ts'

const closingTexts = ['solutionSummary', 'whatMadeTheDifference', 'stillOpen', 'aboutMyLearning'] as const

/** Feedback has a field for each person who accompanies: its place is theirs. */
export const feedbackInput = (place: number) => `feedbackToFacilitator.${place}`

/** Every text of a closing, by the name of its input. */
export function closingPlaces(facilitators: readonly Facilitator[]): TextPlace[] {
  const feedback = facilitators.map(({ place }) => ({ name: feedbackInput(place), field: 'feedbackToFacilitator', position: place }))
  return [...closingTexts.map((field) => ({ name: field, field })), ...feedback]
}

const feedbackForm = (facilitators: readonly Facilitator[]) =>
  Object.fromEntries(facilitators.map(({ place }) => [feedbackInput(place), textInput(closingFields.feedbackToFacilitator)]))

export const closingForm = (facilitators: readonly Facilitator[]) =>
  v.object({
    ...feedbackForm(facilitators),
    solutionSummary: textInput(closingFields.solutionSummary),
    whatMadeTheDifference: textInput(closingFields.whatMadeTheDifference),
    stillOpen: textInput(closingFields.stillOpen),
    aboutMyLearning: textInput(closingFields.aboutMyLearning),
    storyChoice: choiceInput(closingFields.storyChoice),
    transferCheckOn: dateInput(),
    do: choiceInput({ of: ['save', 'close', 'back_to_work'] }),
  })
export type ClosingInput = v.InferOutput<ReturnType<typeof closingForm>>

export function writtenClosing(typed: Typed, input: ClosingInput, places: readonly TextPlace[]): WrittenClosing {
  return { texts: writtenTexts(typed, places), storyChoice: input.storyChoice, transferCheckOn: input.transferCheckOn }
}

export const pauseForm = v.object({ resumeOn: dateInput() })

export const setAsideForm = v.object({
  reason: choiceInput(setAsideFields.reason),
  note: textInput(setAsideFields.note),
  parkedUntil: dateInput(),
})

export function settingAside({ reason = null, note = '', parkedUntil = null }: v.InferOutput<typeof setAsideForm>): SettingAside {
  return { reason, note, parkedUntil }
}

export const passOnForm = v.object({
  to: choiceInput(passOnFields.to),
  what: textInput(passOnFields.what),
  learned: textInput(passOnFields.learned),
  receiverAgrees: choiceInput({ of: ['yes'] }),
})

/** A box that was not ticked says nothing: it is no "no". */
export function passingOn({ to = null, what = '', learned = '', receiverAgrees }: v.InferOutput<typeof passOnForm>): PassingOn {
  return { to, what, learned, receiverAgrees: receiverAgrees === 'yes' ? true : null }
}

export const transferPlaces: readonly TextPlace[] = [{ name: 'description', field: 'description' }]

export const transferForm = v.object({
  metNewChallenge: choiceInput(transferFields.metNewChallenge),
  description: textInput(transferFields.description),
  progress: numberInput(transferFields.progress),
  supportUsed: choiceInput(transferFields.supportUsed),
  reused: choicesInput(transferFields.reused),
  helped: choicesInput(transferFields.helped),
  hindered: choicesInput(transferFields.hindered),
  confidence: numberInput(transferFields.confidence),
  wantsNewJourney: choiceInput({ of: ['yes', 'no'] }),
})

export const secondCheckForm = v.object({ do: v.picklist(['plan', 'leave']) })

export function writtenTransfer(typed: Typed, input: v.InferOutput<typeof transferForm>): WrittenTransfer {
  const { metNewChallenge = null, progress = null, supportUsed = null, confidence = null, wantsNewJourney } = input
  const metSomething = metNewChallenge === 'yes'
  return {
    texts: writtenTexts(typed, transferPlaces),
    answer: {
      metNewChallenge,
      progress: metSomething ? (progress as WrittenTransfer['answer']['progress']) : null,
      supportUsed: metSomething ? supportUsed : null,
    },
    reused: input.reused ?? [],
    helped: input.helped ?? [],
    hindered: input.hindered ?? [],
    confidence,
    wantsNewJourney: wantsNewJourney ? wantsNewJourney === 'yes' : null,
  }
}
