import * as v from 'valibot'
import { passwordLimits } from '#platform/sign-in/password.ts'
import { choice, requiredChoice, requiredText, text } from '#platform/web/schemas.ts'
import { locales } from '#platform/words/words.ts'
import { limits, themes } from './person.ts'

/** Without the characters that would make two addresses, or a name, out of one. */
export const emailShape = /^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/
export const email = v.pipe(requiredText(limits.email), v.toLowerCase(), v.regex(emailShape, 'not_an_email'))
export const personName = v.pipe(requiredText(limits.name), v.regex(/^[^\p{Cc}]*$/u, 'not_a_choice'))
export const newPassword = v.pipe(requiredText(passwordLimits.max), v.minLength(passwordLimits.min, 'too_short'))
const presentPassword = requiredText(passwordLimits.max)

export const timeZones: readonly string[] = ['UTC', ...Intl.supportedValuesOf('timeZone')]
export const timeZone = requiredChoice(timeZones)
export const locale = requiredChoice(locales)

export const signInForm = v.object({
  email: v.pipe(requiredText(limits.email), v.toLowerCase()),
  password: presentPassword,
  back: text(2_000),
})
export const resetByMailForm = v.object({ email })
export const resetByCodeForm = v.object({ email, code: requiredText(100), password: newPassword })
export const newPasswordForm = v.object({ password: newPassword })
/** Null follows the organisation, or the device. */
export const settingsForm = v.object({ name: personName, locale: choice(locales), timeZone: choice(timeZones), theme: choice(themes) })
export const changePasswordForm = v.object({ present: presentPassword, password: newPassword })
export const changeEmailForm = v.object({ email, present: presentPassword })
export const recoveryCodesForm = v.object({ present: presentPassword })
