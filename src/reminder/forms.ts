import * as v from 'valibot'
import { dueKinds } from '#person/rules/due-line.ts'
import { requiredChoice, ticked } from '#platform/web/schemas.ts'

const kept = ['usual', 'less', 'off', ''] as const

/** How often somebody wants to be written to, and of what: one field for each kind, '' leaves one that rests at rest. */
export const wantedForm = v.pipe(
  v.object({
    often: requiredChoice(['daily', 'weekly', 'off'] as const),
    titles: ticked,
    ...v.entriesFromList(dueKinds, v.optional(v.picklist(kept, 'not_a_choice'), '')),
  }),
  v.transform(({ often, titles, ...kinds }) => {
    const chosen = Object.entries(kinds).filter((entry): entry is [keyof typeof kinds, 'usual' | 'less' | 'off'] => entry[1] !== '')
    return { often, titles, kinds: Object.fromEntries(chosen) }
  }),
)
