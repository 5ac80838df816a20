import { HTTPException } from 'hono/http-exception'
import * as v from 'valibot'
import type { Ask } from './env.ts'

/** What is wrong with one field: a key of the field problem messages, and the numbers it mentions. */
export interface Problem {
  code: ProblemCode
  limit?: number
}
export type ProblemCode =
  | 'required'
  | 'too_long'
  | 'too_many'
  | 'too_few'
  | 'not_a_date'
  | 'not_a_number'
  | 'out_of_range'
  | 'not_an_email'
  | 'not_a_choice'
  | 'too_short'
  | 'mismatch'
  | 'not_a_time'
  | 'not_later'
  | 'not_over_night'
export type Problems = Record<string, Problem>
/** What was typed, as it was typed, by field name; several inputs of one name give a list. */
export type Typed = Record<string, string | string[]>

export type FormRead<T> = { ok: true; value: T; typed: Typed } | { ok: false; typed: Typed; problems: Problems }

/** Line ends as `\n`, composed letters, no NUL (PostgreSQL stores none), no space at the ends. */
export const tidy = (text: string): string => text.replaceAll('\0', '').replaceAll('\r\n', '\n').normalize('NFC').trim()

/** Reads the body of a form as text fields; uploaded files are left out. */
export async function readTyped(c: Ask): Promise<Typed> {
  const body = await c.req.parseBody({ all: true }).catch(unreadable)
  const typed: Typed = {}
  for (const [name, given] of Object.entries(body)) {
    const texts = (Array.isArray(given) ? given : [given]).filter((one) => typeof one === 'string').map(tidy)
    typed[name] = Array.isArray(given) ? texts : (texts[0] ?? '')
  }
  return typed
}

/** A body that is not the form it says it is comes from no page of ours. */
function unreadable(error: unknown): never {
  throw error instanceof TypeError ? new HTTPException(400) : error
}

/** Reads a form and checks it. A schema says what is wrong by a `ProblemCode` as its message; `too_long` and the like take their number from the schema. */
export async function readForm<Schema extends v.GenericSchema>(c: Ask, schema: Schema): Promise<FormRead<v.InferOutput<Schema>>> {
  return checkTyped(await readTyped(c), schema)
}

/** Checks what was typed against a schema, without a request. */
export function checkTyped<Schema extends v.GenericSchema>(typed: Typed, schema: Schema): FormRead<v.InferOutput<Schema>> {
  const checked = v.safeParse(schema, typed)
  if (checked.success) return { ok: true, value: checked.output, typed }
  const problems: Problems = {}
  for (const issue of checked.issues) {
    const field = String(issue.path?.[0]?.key ?? '')
    problems[field] ??= problemOf(issue)
  }
  return { ok: false, typed, problems }
}

const codeOfKind: Record<string, ProblemCode> = {
  max_length: 'too_long',
  max_graphemes: 'too_long',
  min_length: 'required',
  picklist: 'not_a_choice',
  email: 'not_an_email',
  iso_date: 'not_a_date',
}

function problemOf(issue: v.BaseIssue<unknown>): Problem {
  const said = issue.message as ProblemCode
  const limit = typeof issue.requirement === 'number' ? issue.requirement : Number(issue.expected ?? Number.NaN) || undefined
  const code = problemCodes.includes(said) ? said : issue.received === 'undefined' ? 'required' : (codeOfKind[issue.type] ?? 'not_a_choice')
  return limit === undefined ? { code } : { code, limit }
}

export const problemCodes: readonly ProblemCode[] = [
  'required',
  'too_long',
  'too_many',
  'too_few',
  'not_a_date',
  'not_a_number',
  'out_of_range',
  'not_an_email',
  'not_a_choice',
  'too_short',
  'mismatch',
  'not_a_time',
  'not_later',
  'not_over_night',
]
