import * as v from 'valibot'
import type { ProblemCode } from '#platform/web/read-form.ts'
import { day, id, texts } from '#platform/web/schemas.ts'

const required: ProblemCode = 'required'
const requiredDay = v.pipe(
  day,
  v.check((given) => given !== null, required),
  v.transform((given) => given ?? ''),
)

/** An absence: its first and last day, who stands in, and for which agreements that is proposed. */
export const absenceForm = v.object({
  deputy: id,
  from: requiredDay,
  to: requiredDay,
  agreements: v.pipe(texts(50, 36), v.minLength(1, required)),
})
