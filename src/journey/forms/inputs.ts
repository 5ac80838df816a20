import * as v from 'valibot'
import { checkTyped, type Problems, type Typed } from '#platform/web/read-form.ts'
import { choice, choices, day, id, text, wholeNumber } from '#platform/web/schemas.ts'
import type { WrittenText } from '#sharing/sharing.ts'
import { type Texts, versionOf } from '../queries/whole.ts'

// One input each, for schemas over what a form sends. An input that was not sent is `undefined` and changes nothing;
// one that was sent empty is `null` (or an empty text, or an empty list), and empties the field.

/** Words up to `max` characters, as people count them. */
export const textInput = ({ max }: { readonly max: number }) => v.optional(text(max))

/** One value of a closed list. */
export const choiceInput = <const Value extends string>({ of }: { readonly of: readonly Value[] }) => v.optional(choice(of))

/** Several values of a closed list. The form sends one empty value along, so that "none of them" differs from "not asked". */
export const choicesInput = <const Value extends string>({ of }: { readonly of: readonly Value[] }) => v.optional(choices(of))

/** A whole number within inclusive bounds. */
export const numberInput = ({ min, max }: { readonly min: number; readonly max: number }) => v.optional(wholeNumber(min, max))

/** A day of the calendar, 'YYYY-MM-DD'. */
export const dateInput = () => v.optional(day)

/** The id of a row that the page made up. */
export const idInput = () => v.optional(id)

/** A text of a form: the name of its input, and where it is kept. */
export interface TextPlace {
  name: string
  field: string
  position?: number
}

/** The places of a list field: `field.0` up to its last. */
export const listPlaces = (field: string, { most }: { readonly most: number }): TextPlace[] =>
  Array.from({ length: most }, (_, position) => ({ name: `${field}.${position}`, field, position }))

/** The texts that a form sent, each with the version its writer had before them (`version.<name>`; 0 where none was). */
export function writtenTexts(typed: Typed, places: readonly TextPlace[]): WrittenText[] {
  return places.flatMap(({ name, field, position = 0 }) => {
    const body = typed[name]
    return typeof body === 'string' ? [{ field, position, body, baseVersion: versionTyped(typed, name) }] : []
  })
}

export function versionTyped(typed: Typed, name: string): number {
  const version = Number(typed[`version.${name}`])
  return Number.isSafeInteger(version) && version > 0 ? version : 0
}

/** What was typed, without the versions: after a save that took most of it, these are those of before. */
export function withoutVersions(typed: Typed): Typed {
  return Object.fromEntries(Object.entries(typed).filter(([name]) => !name.startsWith('version.')))
}

/** What can be kept of a form that is saved while one writes, and what is wrong with the rest. */
export function soundPart(typed: Typed, schema: v.GenericSchema): { sound: Typed; problems: Problems } {
  const read = checkTyped(typed, schema)
  const problems = read.ok ? {} : read.problems
  return { sound: Object.fromEntries(Object.entries(typed).filter(([name]) => !(name in problems))), problems }
}

/** The versions that the texts of a form have now, by name of the input; those in conflict say theirs themselves. */
export function versionsOfPlaces(
  texts: Texts,
  places: readonly TextPlace[],
  typed: Typed,
  conflicts: readonly { name: string }[],
): Record<string, number> {
  const asked = places.filter(({ name }) => name in typed && !conflicts.some((conflict) => conflict.name === name))
  return Object.fromEntries(asked.map(({ name, field, position }) => [name, versionOf(texts, field, position)]))
}
