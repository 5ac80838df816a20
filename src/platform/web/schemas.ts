import * as v from 'valibot'
import { asId } from '#platform/ids.ts'
import type { ProblemCode } from './read-form.ts'

// The pieces every form is made of. What arrives is text (or a list of texts) and is tidy already; messages are problem codes.
const code = (said: ProblemCode): ProblemCode => said
const one = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), ''),
  v.transform((given) => (Array.isArray(given) ? (given.at(-1) ?? '') : given)),
)
const many = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => (Array.isArray(given) ? given : [given]).filter((text) => text !== '')),
)
/** Characters as people count them: an emoji made of several code points is one, within what is stored for it. */
const graphemes = new Intl.Segmenter('de', { granularity: 'grapheme' })
const fits = (text: string, max: number) => text.length <= max || (text.length <= max * 8 && [...graphemes.segment(text)].length <= max)

/** The limit travels in the issue's `expected`, for the sentence at the field. */
const withinLimit = <Given extends string | string[]>(max: number) =>
  v.rawCheck<Given>(({ dataset, addIssue }) => {
    if (dataset.typed && ![dataset.value].flat().every((given) => fits(given, max)))
      addIssue({ message: code('too_long'), expected: String(max) })
  })

/** A text of at most `max` characters; '' where nothing was typed. */
export const text = (max: number) => v.pipe(one, withinLimit(max))

/** A text that must not be empty. */
export const requiredText = (max: number) => v.pipe(text(max), v.minLength(1, code('required')))

/** A list of at most `most` texts of at most `max` characters, without the empty ones. */
export const texts = (most: number, max: number) => v.pipe(many, v.maxLength(most, code('too_many')), withinLimit(max))

/** One of `values`, or null where none was chosen. */
export const choice = <const Value extends string>(values: readonly Value[]) =>
  v.pipe(
    one,
    v.check((given) => given === '' || values.some((value) => value === given), code('not_a_choice')),
    v.transform((given) => (given === '' ? null : (given as Value))),
  )

/** One of `values`. */
export const requiredChoice = <const Value extends string>(values: readonly Value[]) =>
  v.pipe(
    one,
    v.minLength(1, code('required')),
    v.check((given) => values.some((value) => value === given), code('not_a_choice')),
    v.transform((given) => given as Value),
  )

/** Any of `values`, each once, in their order. */
export const choices = <const Value extends string>(values: readonly Value[]) =>
  v.pipe(
    many,
    v.check((given) => given.every((item) => values.some((value) => value === item)), code('not_a_choice')),
    v.transform((given) => values.filter((value) => given.includes(value))),
  )

/** A whole number between `min` and `max`, or null where none was given. */
export const wholeNumber = (min: number, max: number) =>
  v.pipe(
    one,
    v.check((given) => given === '' || /^-?\d{1,9}$/.test(given), code('not_a_number')),
    v.transform((given) => (given === '' ? null : Number(given))),
    v.check((given) => given === null || (given >= min && given <= max), code('out_of_range')),
  )

/** A day as 'YYYY-MM-DD', or null where none was given. */
export const day = v.pipe(
  one,
  v.check((given) => given === '' || isDay(given), code('not_a_date')),
  v.transform((given) => (given === '' ? null : given)),
)

/** A time of day as 'HH:MM', on the 24-hour clock. Seconds that a browser adds are left out. */
export const clock = v.pipe(
  one,
  v.minLength(1, code('required')),
  v.regex(/^([01]\d|2[0-3]):[0-5]\d(:\d\d)?$/, code('not_a_time')),
  v.transform((given) => given.slice(0, 5)),
)

function isDay(given: string): boolean {
  if (!/^\d{4}-\d{2}-\d{2}$/.test(given)) return false
  const instant = new Date(`${given}T00:00:00Z`)
  return !Number.isNaN(instant.getTime()) && instant.toISOString().startsWith(given)
}

/** A box that is ticked or not. */
export const ticked = v.pipe(
  one,
  v.transform((given) => given !== ''),
)

/** An id that a page made. */
export const id = v.pipe(
  one,
  v.check((given) => asId(given) !== undefined, code('not_a_choice')),
)

/** The version of a text that the page showed; 0 where there was none. */
export const version = v.pipe(
  one,
  v.transform((given) => (/^\d{1,9}$/.test(given) ? Number(given) : 0)),
)
