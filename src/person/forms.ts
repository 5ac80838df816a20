import * as v from 'valibot'
import { passwordLimits } from '#platform/sign-in/password.ts'
import { locales } from '#platform/words/words.ts'
import { limits, themes } from './person.ts'

const filled = v.pipe(v.string('required'), v.minLength(1, 'required'))

/** Without the characters that would make two addresses, or a name, out of one. */
export const email = v.pipe(
  filled,
  v.toLowerCase(),
  v.maxLength(limits.email, 'too_long'),
  v.regex(/^[^\s@,;:<>()[\]"\\]+@[^\s@,;:<>()[\]"\\]+$/, 'not_an_email'),
)
export const personName = v.pipe(filled, v.maxLength(limits.name, 'too_long'), v.regex(/^[^\p{Cc}]*$/u, 'not_a_choice'))
/** What somebody typed to be recognised by; only its length is bounded. */
export const presentPassword = v.pipe(filled, v.maxLength(passwordLimits.max, 'too_long'))
export const newPassword = v.pipe(filled, v.minLength(passwordLimits.min, 'too_short'), v.maxLength(passwordLimits.max, 'too_long'))

const zones = new Set(['UTC', ...Intl.supportedValuesOf('timeZone')])
export const timeZone = v.pipe(
  v.string('required'),
  v.check((zone) => zones.has(zone), 'not_a_choice'),
)
export const locale = v.picklist(locales, 'not_a_choice')
const orOrganisations = <Schema extends v.GenericSchema<string, string>>(schema: Schema) =>
  v.union(
    [
      v.pipe(
        v.literal(''),
        v.transform(() => null),
      ),
      schema,
    ],
    'not_a_choice',
  )

export const signInForm = v.object({ email: presentText(limits.email), password: presentPassword, back: v.optional(v.string()) })
export const resetByMailForm = v.object({ email })
export const resetByCodeForm = v.object({ email, code: presentText(100), password: newPassword })
export const newPasswordForm = v.object({ password: newPassword })
export const settingsForm = v.object({
  name: personName,
  locale: orOrganisations(locale),
  timeZone: orOrganisations(timeZone),
  theme: orOrganisations(v.picklist(themes, 'not_a_choice')),
})
export const changePasswordForm = v.object({ present: presentPassword, password: newPassword })
export const changeEmailForm = v.object({ email, present: presentPassword })
export const recoveryCodesForm = v.object({ present: presentPassword })

function presentText(max: number) {
  return v.pipe(filled, v.toLowerCase(), v.maxLength(max, 'too_long'))
}
