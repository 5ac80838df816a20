import * as v from 'valibot'
import { choice, requiredText, text } from '#platform/web/schemas.ts'
import { locales } from '#platform/words/words.ts'
import { email, newPassword, personName, presentPassword, timeZones } from './parts/schemas.ts'
import { limits, themes } from './person.ts'

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
