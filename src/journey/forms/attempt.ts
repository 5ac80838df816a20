import * as v from 'valibot'
import type { Ask } from '#platform/web/env.ts'
import type { NewFile } from '../commands/attachment.ts'
import { removableKinds } from '../queries/removed.ts'
import { needStates } from '../rules/choices.ts'
import { fileKind, tidyName } from '../rules/file-kind.ts'
import { fileBytesMax, observationFields } from '../rules/limits.ts'
import { statusesToChoose } from '../rules/step.ts'
import { choiceInput } from './inputs.ts'

const madeByPage = v.pipe(v.string(), v.uuid('not_a_choice'))
const entries = {
  text: v.pipe(v.string(), v.minLength(1, 'required'), v.maxGraphemes(observationFields.text.max, 'too_long')),
  stepId: v.optional(v.union([v.literal(''), madeByPage], 'not_a_choice')),
  mood: choiceInput(observationFields.mood),
}
export const noteForm = v.object(entries)
export const newNoteForm = v.object({
  ...entries,
  noteId: madeByPage,
  readers: v.optional(v.picklist(['private', 'journey'], 'not_a_choice')),
})

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

type FilesSent = { ok: true; files: NewFile[] } | { ok: false; reason: 'file_too_large' | 'file_unknown'; name: string }

/** The files that came with a form, each known by its content; the first that cannot be taken refuses them all. */
export async function filesSent(c: Ask): Promise<FilesSent> {
  const given = (await c.req.parseBody({ all: true })).files
  const files: NewFile[] = []
  for (const file of [given].flat()) {
    if (!(file instanceof File) || file.size === 0) continue
    const name = tidyName(file.name) || '?'
    if (file.size > fileBytesMax) return { ok: false, reason: 'file_too_large', name }
    const content = new Uint8Array(await file.arrayBuffer())
    const kind = fileKind(content)
    if (!kind) return { ok: false, reason: 'file_unknown', name }
    files.push({ name, kind, content })
  }
  return { ok: true, files }
}
