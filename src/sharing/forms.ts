import * as v from 'valibot'
import { email, newPassword, optionalEmail, personName } from '#person/parts/schemas.ts'
import { fromBase64 } from '#platform/web/elements/together/shared-doc.ts'
import { text, ticked, version } from '#platform/web/schemas.ts'

export const registrationForm = v.object({ name: personName, email, password: newPassword, neitherIsSuperior: ticked })
export const acceptanceForm = v.object({ neitherIsSuperior: ticked })
/** Without an address the link is handed over in another way. */
export const inviteForm = v.object({ email: optionalEmail })

/** A change of a text that is written together, as a browser sends it. */
export const changeForm = v.object({
  change: v.pipe(text(240_000), v.minLength(1), v.base64(), v.transform(fromBase64)),
  since: version,
})
