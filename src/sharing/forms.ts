import * as v from 'valibot'
import { email, emailShape, newPassword, personName } from '#person/forms.ts'
import { limits } from '#person/person.ts'
import { text, ticked } from '#platform/web/schemas.ts'

export const registrationForm = v.object({ name: personName, email, password: newPassword, neitherIsSuperior: ticked })
export const acceptanceForm = v.object({ neitherIsSuperior: ticked })
/** Null: the link is handed over in another way. */
export const inviteForm = v.object({
  email: v.pipe(
    text(limits.email),
    v.toLowerCase(),
    v.check((typed) => typed === '' || emailShape.test(typed), 'not_an_email'),
    v.transform((typed) => (typed === '' ? null : typed)),
  ),
})
