import * as v from 'valibot'
import { email, locale, newPassword, personName, timeZone } from '#person/forms.ts'
import { limits, permissionKinds } from './organisation.ts'

const organisationName = v.pipe(
  v.string('required'),
  v.minLength(1, 'required'),
  v.maxLength(limits.name, 'too_long'),
  v.regex(/^[^\p{Cc}]*$/u, 'not_a_choice'),
)

export const setupForm = v.object({
  token: v.string(),
  organisation: organisationName,
  locale,
  timeZone: v.optional(timeZone, 'Europe/Berlin'),
  name: personName,
  email,
  password: newPassword,
})
export const organisationForm = v.object({ name: organisationName, locale, timeZone })
export const permissionForm = v.object({ kind: v.picklist(permissionKinds, 'not_a_choice') })
export const inviteForm = v.object({
  email: v.union([
    v.pipe(
      v.literal(''),
      v.transform(() => null),
    ),
    email,
  ]),
})
