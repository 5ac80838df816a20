import * as v from 'valibot'
import { hats } from '#facilitation/rules/hats.ts'
import type { ProblemCode } from '#platform/web/read-form.ts'
import { choice, choices, id, requiredChoice, requiredText, text, ticked, version, wholeNumber } from '#platform/web/schemas.ts'
import { languages, introductionLimits as limits, requestLimits, shownParts, topicsIn } from './directory.ts'

const code = (said: ProblemCode): ProblemCode => said
const needed = (min: number, max: number) =>
  v.pipe(
    wholeNumber(min, max),
    v.check((given) => given !== null, code('required')),
    v.transform((given) => given ?? min),
  )

/** One's own introduction. The facilitation hat is always worn. */
export const introductionForm = v.object({
  topics: v.pipe(
    requiredText(limits.topics.max),
    v.check((line) => topicsIn(line).length <= limits.topics.most, code('too_many')),
  ),
  'version.topics': version,
  howIWork: text(limits.howIWork.max),
  'version.howIWork': version,
  languages: v.pipe(choices(languages), v.minLength(1, code('required'))),
  hats: choices(hats),
  places: needed(limits.places.min, limits.places.max),
  replyDays: needed(limits.replyDays.min, limits.replyDays.max),
  paused: ticked,
})

/** What is looked for stands in the address. */
export const soughtForm = v.object({
  q: v.optional(text(100), ''),
  language: v.optional(choice(languages), ''),
  hat: v.optional(choice(hats), ''),
  free: v.optional(ticked, ''),
})

export const askForm = v.object({ id, journey: id, lines: requiredText(requestLimits.lines.max), shown: requiredChoice(shownParts) })

export const answerForm = v.object({
  answer: requiredChoice(['accept', 'decline']),
  notSuperior: ticked,
  words: text(requestLimits.answer.max),
})
