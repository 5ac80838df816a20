import * as v from 'valibot'
import { email, locale, newPassword, personName, timeZone } from '#person/parts/schemas.ts'
import { requiredChoice, requiredText, text, ticked } from '#platform/web/schemas.ts'
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
export const organisationForm = v.object({ name: organisationName, locale, timeZone, selfRegistration: ticked })
export const permissionForm = v.object({ kind: requiredChoice(permissionKinds) })
