import * as v from 'valibot'
import { id, requiredText, text } from '#platform/web/schemas.ts'
import { answerMax, helpRequestFields as f } from '../rules/help-request.ts'

/** A question for help. `id` is made by the page, so that sending it twice asks once. */
export const askForm = v.object({
  id,
  to: id,
  goal: requiredText(f.goal.max),
  tried: requiredText(f.tried.max),
  happened: text(f.happened.max),
  wantToUnderstand: requiredText(f.wantToUnderstand.max),
})

/** One answer, or a word back. */
export const wordsForm = v.object({ id, text: requiredText(answerMax) })
export const addresseeForm = v.object({ to: id })
