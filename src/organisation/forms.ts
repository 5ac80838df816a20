import * as v from 'valibot'
import { offForm } from '#person/forms.ts'
import { email, locale, newPassword, personName, timeZone } from '#person/parts/schemas.ts'
import { letterKinds, letterStates } from '#platform/mail/outcome.ts'
import { clock, requiredChoice, requiredText, text, ticked } from '#platform/web/schemas.ts'
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

const clockOrNone = v.pipe(
  v.optional(v.string(), ''),
  v.check((given) => given === '' || v.is(clock, given), 'not_a_time'),
  v.transform((given) => given.slice(0, 5)),
)
/** The quiet hours, from the evening until the morning; two empty fields are none. */
const quietForm = v.pipe(
  v.object({ quietFrom: clockOrNone, quietUntil: clockOrNone }),
  v.forward(
    v.check(({ quietFrom, quietUntil }) => (quietFrom === '') === (quietUntil === ''), 'required'),
    ['quietUntil'],
  ),
  v.forward(
    v.check(({ quietFrom, quietUntil }) => quietFrom === '' || quietUntil === '' || quietUntil < quietFrom, 'not_over_night'),
    ['quietUntil'],
  ),
  v.transform(({ quietFrom, quietUntil }) => ({ quiet: quietFrom ? { from: quietFrom, until: quietUntil } : null })),
)

/** When nobody is written to; free days in rows `offFrom` and `offTo`. */
export const restForm = v.intersect([
  quietForm,
  v.pipe(
    offForm,
    v.transform((freeDays) => ({ freeDays })),
  ),
])

/** Which letters of the outbox, and when the page that showed them was made. */
export const lettersForm = v.pipe(
  v.object({
    kind: requiredChoice(letterKinds),
    state: requiredChoice(letterStates),
    seenAt: v.pipe(requiredText(40), v.isoTimestamp('not_a_choice')),
  }),
  v.transform(({ seenAt, ...rest }) => ({ ...rest, seenAt: new Date(seenAt) })),
)
