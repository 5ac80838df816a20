import * as v from 'valibot'
import { passwordLimits } from '#platform/sign-in/password.ts'
import { requiredChoice, requiredText, text } from '#platform/web/schemas.ts'
import { locales } from '#platform/words/words.ts'
import { limits } from '../person.ts'

// What is asked of somebody wherever they come in: in the settings, at set-up, at an invitation.

/** Without the characters that would make two addresses, or a name, out of one. */
const emailShape = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/
export const email = v.pipe(requiredText(limits.email), v.toLowerCase(), v.regex(emailShape, 'not_an_email'))
/** Null where none was given. */
export const optionalEmail = v.pipe(
  text(limits.email),
  v.toLowerCase(),
  v.check((typed) => typed === '' || emailShape.test(typed), 'not_an_email'),
  v.transform((typed) => (typed === '' ? null : typed)),
)
export const personName = v.pipe(requiredText(limits.name), v.regex(/^[^\p{Cc}]*$/u, 'not_a_choice'))
export const newPassword = v.pipe(requiredText(passwordLimits.max), v.minLength(passwordLimits.min, 'too_short'))
export const presentPassword = requiredText(passwordLimits.max)

export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]
export const timeZone = requiredChoice(timeZones)
export const locale = requiredChoice(locales)
