import * as v from 'valibot'
import { email, emailShape, locale, newPassword, personName, timeZone } from '#person/forms.ts'
import { limits as personLimits } from '#person/person.ts'
import { requiredChoice, requiredText, text } from '#platform/web/schemas.ts'
import { limits, permissionKinds } from './organisation.ts'

const organisationName = v.pipe(requiredText(limits.name), v.regex(/^[^\p{Cc}]*$/u, 'not_a_choice'))

export const setupForm = v.object({
  token: text(100),
  organisation: organisationName,
  locale,
  name: personName,
  email,
  password: newPassword,
})
export const organisationForm = v.object({ name: organisationName, locale, timeZone })
export const permissionForm = v.object({ kind: requiredChoice(permissionKinds) })
/** Null: the link is handed over in another way. */
export const inviteForm = v.object({
  email: v.pipe(
    text(personLimits.email),
    v.toLowerCase(),
    v.check((typed) => typed === '' || emailShape.test(typed), 'not_an_email'),
    v.transform((typed) => (typed === '' ? null : typed)),
  ),
})
