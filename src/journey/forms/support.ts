import * as v from 'valibot'
import { trialAnswers } from '#facilitation/rules/handover.ts'
import { hatMinutes, longestPurpose } from '#facilitation/rules/hats.ts'
import { overridePhases, supportLevels } from '#facilitation/rules/support-level.ts'
import { choice, choices, id, requiredChoice, requiredText } from '#platform/web/schemas.ts'

const howLong = choice(['one_cycle', 'for_good'])

export const suggestedLevel = v.object({
  agreement: id,
  id,
  level: requiredChoice(supportLevels),
  closer: choices(overridePhases),
  for: howLong,
})
export const ownWord = v.object({ for: howLong })
export const trialAnswer = v.object({ answer: requiredChoice(trialAnswers), next: id })
export const moreWanted = v.object({ agreement: id, id, phase: choice(overridePhases) })

const otherHats = Object.keys(hatMinutes) as (keyof typeof hatMinutes)[]
export const hatWanted = v.object({ agreement: id, id, hat: requiredChoice(otherHats), purpose: requiredText(longestPurpose) })
export const hatAnswer = v.object({ answer: requiredChoice(['accept', 'decline', 'return']) })
