import * as v from 'valibot'
import { email, newPassword, personName } from '#person/parts/schemas.ts'
import { requiredText, text, version } from '#platform/web/schemas.ts'
import { limits } from './site.ts'

export const textForm = v.object({ body: requiredText(limits.text), version })
/** `website` is a trap that people do not see; `stamp` says when the form was given out. */
export const contactForm = v.object({
  name: v.pipe(text(limits.name), v.regex(/^[^\p{Cc}]*$/u, 'not_a_choice')),
  email,
  body: requiredText(limits.message),
  website: text(1_000),
  stamp: text(200),
})
export const askRegistrationForm = v.object({ email, website: text(1_000) })
export const registerForm = v.object({ name: personName, password: newPassword })
