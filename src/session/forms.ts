import * as v from 'valibot'
import { longestPurpose } from '#facilitation/rules/hats.ts'
import { dayIn } from '#platform/clock.ts'
import { day, id, requiredChoice, requiredText, text, texts, ticked, version } from '#platform/web/schemas.ts'
import { oneTimeFields, repeatFields, timesFields } from '#scheduling/forms.ts'
import { sharedTextLimit } from '#sharing/rules/shared-text.ts'
import { limits, linkIn } from './session.ts'

/** A room, a number, or a whole link: half a link leads nowhere. */
const place = v.pipe(
  text(limits.place),
  v.check((given) => !/^[a-z]+:\/\//i.test(given) || linkIn(given) !== undefined, 'not_a_choice'),
)
export const newSessionForm = (timeZone: string, now: Date) =>
  v.pipe(
    v.object({
      id,
      with: texts(limits.members, 36),
      settled: ticked,
      title: requiredText(limits.title),
      place,
      ...timesFields(timeZone, now),
      ...repeatFields,
    }),
    v.forward(
      v.check(({ weeks, until, time }) => !weeks || time.every((at) => isBy(until, at, timeZone)), 'out_of_range'),
      ['until'],
    ),
  )
export const moreTimesForm = (timeZone: string, now: Date) => v.object(timesFields(timeZone, now))
export const moveForm = (timeZone: string, now: Date) =>
  v.pipe(
    v.object({ ...oneTimeFields(timeZone, now), ...repeatFields }),
    v.forward(
      v.check(({ weeks, until, time }) => !weeks || isBy(until, time, timeZone), 'out_of_range'),
      ['until'],
    ),
  )
export const dateForm = (timeZone: string, now: Date) => v.object(oneTimeFields(timeZone, now))
export const chosenTimeForm = v.object({ time: id })
export const aboutForm = v.object({ title: requiredText(limits.title), place, 'version.title': version, 'version.place': version })
export const joinForm = v.object({ personId: id })

export const newItemForm = v.object({ id, item: requiredText(limits.item) })
export const itemForm = v.object({ item: requiredText(limits.item), 'version.item': version })
export const newAgreementForm = v.object({ id, agreement: requiredText(limits.agreement), byWhen: day })
export const agreementForm = v.object({ agreement: requiredText(limits.agreement), byWhen: day, 'version.agreement': version })

export const hatForm = v.object({ id, hat: requiredChoice(['coaching', 'training']), purpose: requiredText(longestPurpose) })
export const notesForm = v.object({ notes: text(sharedTextLimit), 'version.notes': version })

/** The last day of what recurs is not before it begins. */
const isBy = (until: string | null, at: Date, timeZone: string) => until === null || until >= dayIn(timeZone, at)
