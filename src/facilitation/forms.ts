import * as v from 'valibot'
import { asId } from '#platform/ids.ts'
import type { ProblemCode, Typed } from '#platform/web/read-form.ts'
import { choices, id, requiredChoice, requiredText, text, texts, ticked, wholeNumber } from '#platform/web/schemas.ts'
import { contactRhythms, agreementLimits as limits, type Terms } from './rules/agreement.ts'
import { overridesOf } from './rules/handover.ts'
import { defaultHat, hats, hatsToChoose } from './rules/hats.ts'
import { overridePhases, supportLevels } from './rules/support-level.ts'

const required: ProblemCode = 'required'
const number = ({ min, max }: { readonly min: number; readonly max: number }) =>
  v.pipe(
    wholeNumber(min, max),
    v.check((given) => given !== null, required),
    v.transform((given) => given ?? min),
  )
const commitments = texts(limits.commitments.most, limits.commitments.each)

/** A version as somebody writes it: `versionId` was made by the page, `base` is the number of the newest version it showed. */
export const versionForm = v.pipe(
  v.object({
    versionId: id,
    base: number({ min: 0, max: 9999 }),
    neitherIsSuperior: ticked,
    title: text(limits.title),
    learningQuestion: text(limits.learningQuestion),
    supportLevel: requiredChoice(supportLevels),
    closerIn: choices(overridePhases),
    contactRhythm: requiredChoice(contactRhythms),
    contactWeeks: wholeNumber(limits.contactWeeks.min, limits.contactWeeks.max),
    channel: text(limits.channel),
    replyDays: number(limits.replyDays),
    learnerCommitments: commitments,
    facilitatorCommitments: commitments,
    allowedHats: choices(hats),
    observationDefault: requiredChoice(['private', 'journey']),
    confidential: requiredText(limits.confidential),
    learningTime: text(limits.learningTime),
    reviewAfterCycle: number(limits.reviewAfterCycle),
  }),
  v.forward(
    v.check(({ contactRhythm, contactWeeks }) => contactRhythm !== 'weeks' || contactWeeks !== null, required),
    ['contactWeeks'],
  ),
)

const ids = v.pipe(
  v.optional(v.union([v.string(), v.array(v.string())]), []),
  v.transform((given) => [given].flat().flatMap((one) => asId(one) ?? [])),
)
/** What of earlier times was asked about, and which of it is to be seen. `only`: nothing of it. */
export const earlierForm = v.object({ asked: ids, shown: ids, only: ticked })

export const confirmationForm = v.object({ versionId: id, neitherIsSuperior: ticked })
export const deputyWordForm = v.object({ neitherIsSuperior: ticked })
export const layingAsideForm = v.object({ versionId: id })
export const metForm = v.object({ what: requiredChoice(['contact', 'look']) })

/** What a version form says, as terms. */
export function termsIn({ closerIn, contactWeeks, allowedHats, ...said }: v.InferOutput<typeof versionForm>): Terms {
  const { versionId: _id, base: _base, neitherIsSuperior: _tick, ...terms } = said
  return {
    ...terms,
    phaseOverrides: overridesOf(terms.supportLevel, closerIn),
    contactWeeks: terms.contactRhythm === 'weeks' ? contactWeeks : null,
    allowedHats: hatsToChoose(allowedHats),
  }
}

/** Terms as the inputs of a version form carry them. */
export const asTyped = ({ phaseOverrides, contactWeeks, replyDays, reviewAfterCycle, ...terms }: Terms): Typed => ({
  ...terms,
  learnerCommitments: [...terms.learnerCommitments],
  facilitatorCommitments: [...terms.facilitatorCommitments],
  allowedHats: terms.allowedHats.filter((hat) => hat !== defaultHat),
  closerIn: overridePhases.filter((phase) => phaseOverrides[phase]),
  contactWeeks: String(contactWeeks ?? ''),
  replyDays: String(replyDays),
  reviewAfterCycle: String(reviewAfterCycle),
})
