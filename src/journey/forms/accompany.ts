import * as v from 'valibot'
import { defaultHat, type Hat, hats } from '#facilitation/rules/hats.ts'
import { choice, day, id, requiredChoice, requiredText, text, version } from '#platform/web/schemas.ts'
import { leadPhases, leads, nextMoves, stepKinds } from '../rules/choices.ts'
import { reviewFields, stepFields } from '../rules/limits.ts'

/** Under which hat something is written; where none is named, the default one. */
const hat = v.pipe(
  choice(hats),
  v.transform((named): Hat => named ?? defaultHat),
)

export const stepProposal = v.object({ id, hat, text: requiredText(stepFields.what.max), stepKind: requiredChoice(stepKinds), byWhen: day })
export const questionProposal = v.object({ id, hat, text: requiredText(500), questionId: text(80) })
export const nextMoveProposal = v.object({ id, hat, text: requiredText(500), nextMove: requiredChoice(nextMoves) })
export const decision = v.object({ decision: requiredChoice(['accepted', 'declined']) })
export const response = v.object({ hat, text: text(reviewFields.facilitatorResponse.max), 'version.text': version })
export const kindOfProposal = v.object({ kind: choice(['step', 'question', 'next_move']) })

/** Who led in each phase, as somebody who accompanies saw it; a phase may be left out. */
export const leadSeen = v.object(Object.fromEntries(leadPhases.map((phase) => [`lead.${phase}`, choice(leads)])))
