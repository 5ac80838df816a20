import * as v from 'valibot'
import type { Typed } from '#platform/web/read-form.ts'
import { choice, id, requiredChoice, requiredText, ticked, version } from '#platform/web/schemas.ts'
import { type Hand, hats, questionPhases, questionTags, type Sought } from './library.ts'

/** In characters: a question is one sentence, at most two. */
export const questionLimit = 300

const kept = {
  text: requiredText(questionLimit),
  phase: requiredChoice(questionPhases),
  hat: requiredChoice(hats),
  tag: choice(questionTags),
  shared: ticked,
}
export const newQuestionForm = v.object({ id, ...kept })
export const changedQuestionForm = v.object({ ...kept, 'version.text': version })

const oneOf = <Value extends string>(values: readonly Value[], given: unknown): Value | undefined => values.find((value) => value === given)

/** What an address asks of the list of questions; whatever is no filter narrows nothing. */
export const soughtIn = (given: Record<string, string>): Sought => ({
  phase: oneOf(questionPhases, given.phase),
  hat: oneOf(hats, given.hat),
  tag: oneOf(questionTags, given.tag),
  words: given.words?.trim().slice(0, 80),
})

/** What a form or an address asks of the question at hand. */
export function handIn(given: Typed | Record<string, string>): Hand {
  const asked = Number(given.question)
  return {
    phase: oneOf(questionPhases, given.questionPhase),
    hat: oneOf(hats, given.questionHat),
    tag: oneOf(questionTags, given.questionTag),
    asked: Number.isInteger(asked) && asked > 0 ? asked : 0,
  }
}
