import * as v from 'valibot'
import { longestPurpose } from '#facilitation/rules/hats.ts'
import { day, id, requiredChoice, requiredText, text, texts, ticked, version } from '#platform/web/schemas.ts'
import { oneTimeFields, timesFields } from '#scheduling/forms.ts'
import { sharedTextLimit } from '#sharing/rules/shared-text.ts'
import { limits, linkIn } from './session.ts'

/** A room, a number, or a whole link: half a link leads nowhere. */
const place = v.pipe(
  text(limits.place),
  v.check((given) => !/^[a-z]+:\/\//i.test(given) || linkIn(given) !== undefined, 'not_a_choice'),
)
export const newSessionForm = (timeZone: string, now: Date) =>
  v.object({
    id,
    with: texts(limits.members, 36),
    settled: ticked,
    title: requiredText(limits.title),
    place,
    ...timesFields(timeZone, now),
  })
export const moreTimesForm = (timeZone: string, now: Date) => v.object(timesFields(timeZone, now))
export const moveForm = (timeZone: string, now: Date) => v.object(oneTimeFields(timeZone, now))
export const chosenTimeForm = v.object({ time: id })
export const aboutForm = v.object({ title: requiredText(limits.title), place, 'version.title': version, 'version.place': version })
export const joinForm = v.object({ personId: id })

export const newItemForm = v.object({ id, item: requiredText(limits.item) })
export const itemForm = v.object({ item: requiredText(limits.item), 'version.item': version })
export const newAgreementForm = v.object({ id, agreement: requiredText(limits.agreement), byWhen: day })
export const agreementForm = v.object({ agreement: requiredText(limits.agreement), byWhen: day, 'version.agreement': version })

export const hatForm = v.object({ id, hat: requiredChoice(['coaching', 'training']), purpose: requiredText(longestPurpose) })
export const notesForm = v.object({ notes: text(sharedTextLimit), 'version.notes': version })
