import * as v from 'valibot'
import { id, requiredChoice, text, texts, ticked, version } from '#platform/web/schemas.ts'
import { assigneeRoles, assigneeFields as f } from '../rules/assignee.ts'

/** Asking somebody to help with a step. `id` is made by the page. */
export const assignForm = v.object({ id, personId: id, role: requiredChoice(assigneeRoles), notSuperior: ticked })
export const agreeForm = v.object({ notSuperior: ticked })
export const suggestionDecisionForm = v.object({ decision: requiredChoice(['accepted', 'declined']) })

/** What somebody who helps writes at the step. */
export const helpingForm = v.object({
  note: text(f.note.max),
  'version.note': version,
  resource: texts(f.resource.most, f.resource.max),
  suggestion: text(f.suggestion.max),
})
