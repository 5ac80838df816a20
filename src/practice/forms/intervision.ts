import * as v from 'valibot'
import { choice, id, requiredChoice, requiredText, ticked, version } from '#platform/web/schemas.ts'
import { limits } from './limits.ts'

export const caseFields = ['caseTitle', 'caseSituation', 'caseQuestion'] as const
export type CaseField = (typeof caseFields)[number]

const written = {
  caseTitle: requiredText(limits.caseTitle),
  caseSituation: requiredText(limits.caseSituation),
  caseQuestion: requiredText(limits.caseQuestion),
  /** The author looked at the names that were found, and leaves the words as they are. */
  checked: ticked,
  declared: ticked,
}
/** `about` is the id of a learner, or `nobody`. */
export const newCaseForm = v.object({ id, about: v.pipe(v.optional(v.string(), ''), v.minLength(1, 'required')), ...written })
export const changedCaseForm = v.object({
  ...written,
  'version.caseTitle': version,
  'version.caseSituation': version,
  'version.caseQuestion': version,
})
/** `seen` is the hash of the words that the learner had before them. */
export const consentForm = v.object({
  answer: requiredChoice(['yes', 'no']),
  seen: v.pipe(v.string(), v.regex(/^[0-9a-f]{64}$/, 'not_a_choice')),
})
export const questionBackForm = v.object({ id, text: requiredText(limits.questionBack) })
export const helpedForm = v.object({ helped: choice(['yes']) })
