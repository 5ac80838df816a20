import * as v from 'valibot'
import type { Typed } from '#platform/web/read-form.ts'
import type { WrittenText } from '#sharing/sharing.ts'
import { type SignKind, signKinds } from '../rules/choices.ts'
import { challengeFields, reframeFields, successSignFields } from '../rules/limits.ts'
import { choiceInput, choicesInput, idInput, listPlaces, numberInput, type TextPlace, textInput, writtenTexts } from './inputs.ts'

const f = challengeFields

/** The texts of a challenge in the order in which the page asks for them, as inputs. */
export const challengeTexts = ['title', 'situation', 'learningQuestion', 'triedSoFar', 'whyItMatters', 'peopleInvolved'] as const
type ChallengeText = (typeof challengeTexts)[number]
const tagPlaces = listPlaces('tags', f.tags)
export const challengePlaces: readonly TextPlace[] = [...challengeTexts.map((field) => ({ name: field, field })), ...tagPlaces]

/** Places of the signs of success: each is a row of its own with a text and a kind. */
export const signSlots = Array.from({ length: f.successSigns.most }, (_, slot) => slot)
export const signInput = (slot: number, part: 'id' | 'text' | 'kind') => `sign.${slot}.${part}`

const signEntries = Object.fromEntries(
  signSlots.flatMap((slot) => [
    [signInput(slot, 'id'), idInput()],
    [signInput(slot, 'text'), textInput(successSignFields.text)],
    [signInput(slot, 'kind'), choiceInput(successSignFields.kind)],
  ]),
)
const textEntries = Object.fromEntries(challengeTexts.map((field) => [field, textInput(f[field])]))
const tagEntries = Object.fromEntries(tagPlaces.map(({ name }) => [name, textInput(f.tags)]))

const chosenForm = v.object({
  kind: choiceInput(f.kind),
  learnable: choiceInput(f.learnable),
  riskFlags: choicesInput(f.riskFlags),
  importance: numberInput(f.importance),
  confidenceStart: numberInput(f.confidenceStart),
  expectedWeeks: numberInput(f.expectedWeeks),
})
export type ChallengeChosen = v.InferOutput<typeof chosenForm>

/** A challenge as far as it is described; a draft may lack everything. */
export const challengeForm = v.intersect([chosenForm, v.object({ ...textEntries, ...tagEntries, ...signEntries })])

/** The first half-sentence of a journey, with the id that its page made up: a second press makes no second journey. */
export const newJourneyForm = v.object({
  id: v.pipe(v.string(), v.uuid('not_a_choice')),
  situation: v.pipe(v.string(), v.minLength(1, 'required'), v.maxGraphemes(f.situation.max, 'too_long')),
})

export const reframeForm = v.object({
  reason: v.pipe(v.string(), v.minLength(1, 'required'), v.maxGraphemes(reframeFields.reason.max, 'too_long')),
})

/** The title names the journey to everybody who is let in; every other text its learner may keep or open. */
export const mayChangeReaders = (field: string): boolean => field !== 'title' && challengeTexts.some((text) => text === field)

/** What the `opens` button of a field asks for: this field for its author alone, or for those in the journey. */
export function readersAsked(typed: Typed): { field: ChallengeText; to: 'private' | 'journey' } | undefined {
  const [name, to] = String(typed.opens ?? '').split(':')
  const field = challengeTexts.find((candidate) => candidate === name)
  return field && mayChangeReaders(field) && (to === 'private' || to === 'journey') ? { field, to } : undefined
}

/** Who is to read one text that stands: sent by the readers' form beside it. */
export const readersForm = v.object({
  text: v.pipe(v.string(), v.uuid('not_a_choice')),
  opens: v.pipe(v.string(), v.regex(/:(private|journey)$/, 'not_a_choice')),
})

/** A title out of a first half-sentence: its first sentence, or what of it ends with a word within 80 characters. */
export function titleFrom(situation: string): string {
  const line = (situation.match(/^.+?[.!?](?=\s|$)/)?.[0] ?? situation.split('\n')[0]!).trim()
  if (line.length <= 80) return line.replace(/[.,;:]$/, '')
  const cut = line.slice(0, 80)
  return `${cut.slice(0, Math.max(cut.lastIndexOf(' '), 40)).replace(/[.,;:]$/, '')} …`
}

/** A sign of success as a form sends it: `slot` is its place in the list. */
export interface WrittenSign {
  id: string
  slot: number
  kind: SignKind
  text: WrittenText
}

/** What a form says of a challenge: only what was sent. */
export interface ChallengeDescription {
  texts: readonly WrittenText[]
  signs: readonly WrittenSign[]
  chosen: ChallengeChosen
  readers?: ReturnType<typeof readersAsked>
}

export function challengeDescription(typed: Typed, chosen: ChallengeChosen): ChallengeDescription {
  const signs = signSlots.flatMap((slot) => {
    const name = signInput(slot, 'text')
    const id = typed[signInput(slot, 'id')]
    const [text] = writtenTexts(typed, [{ name, field: 'text' }])
    const kind = signKinds.find((candidate) => candidate === typed[signInput(slot, 'kind')]) ?? 'visible'
    return text && typeof id === 'string' ? [{ id, slot, kind, text }] : []
  })
  return { texts: writtenTexts(typed, challengePlaces), signs, chosen, readers: readersAsked(typed) }
}
