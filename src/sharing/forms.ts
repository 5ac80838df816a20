import * as v from 'valibot'
import { email, newPassword, optionalEmail, personName } from '#person/parts/schemas.ts'
import { ticked } from '#platform/web/schemas.ts'

export const registrationForm = v.object({ name: personName, email, password: newPassword, neitherIsSuperior: ticked })
export const acceptanceForm = v.object({ neitherIsSuperior: ticked })
/** Without an address the link is handed over in another way. */
export const inviteForm = v.object({ email: optionalEmail })
