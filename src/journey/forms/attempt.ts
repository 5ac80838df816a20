import * as v from 'valibot'
import { removableKinds } from '../queries/removed.ts'
import { needStates } from '../rules/choices.ts'
import { observationFields } from '../rules/limits.ts'
import { statusesToChoose } from '../rules/step.ts'
import { choiceInput } from './inputs.ts'

const madeByPage = v.pipe(v.string(), v.uuid('not_a_choice'))
const entries = {
  text: v.pipe(v.string(), v.minLength(1, 'required'), v.maxGraphemes(observationFields.text.max, 'too_long')),
  stepId: v.optional(v.union([v.literal(''), madeByPage], 'not_a_choice')),
  mood: choiceInput(observationFields.mood),
}
export const noteForm = v.object(entries)
export const newNoteForm = v.object({ ...entries, id: madeByPage })

export const statusForm = v.object({ status: v.picklist(statusesToChoose, 'not_a_choice') })
export const needStateForm = v.object({ state: v.picklist(needStates, 'not_a_choice') })
export const readersForm = v.object({ readers: v.picklist(['private', 'journey'], 'not_a_choice') })
export const restoreForm = v.object({
  kind: v.picklist(removableKinds, 'not_a_choice'),
  id: madeByPage,
  /** Where the person goes on: back to the journey right after removing, else to the bin. */
  back: v.optional(v.literal('journey', 'not_a_choice')),
})
export const replanForm = v.object({
  changed: v.optional(
    v.pipe(
      v.union([v.string(), v.array(v.string())]),
      v.transform((given) => [given].flat().filter((id) => id !== '')),
      v.array(madeByPage),
    ),
  ),
})
