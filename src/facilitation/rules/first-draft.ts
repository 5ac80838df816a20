import { agreementLimits, type Terms } from './agreement.ts'
import { hats } from './hats.ts'
import type { firstLevels } from './support-level.ts'

/** What the first draft takes from the journey: as its learner wrote it, shortened nowhere. */
export interface Beginning {
  title: string
  learningQuestion: string
  isFirstJourney: boolean
  cyclesClosedAt: readonly unknown[]
}

type Texts = Pick<Terms, 'channel' | 'learnerCommitments' | 'facilitatorCommitments' | 'confidential' | 'learningTime'>

/** After so many further cycles the two of them look at their agreement again. */
export const cyclesUntilLook = 2

/** Whoever is new to it begins closely accompanied and in touch every week; others every other week. `texts` in the learner's language. */
export function firstDraft({ title, learningQuestion, isFirstJourney, cyclesClosedAt }: Beginning, texts: Texts): Terms {
  const supportLevel: (typeof firstLevels)[number] = isFirstJourney ? 'guided' : 'regular'
  return {
    ...texts,
    title,
    learningQuestion,
    supportLevel,
    phaseOverrides: {},
    contactRhythm: 'weeks',
    contactWeeks: isFirstJourney ? 1 : 2,
    replyDays: 3,
    allowedHats: hats,
    observationDefault: 'private',
    reviewAfterCycle: Math.min(cyclesClosedAt.length + cyclesUntilLook, agreementLimits.reviewAfterCycle.max),
  }
}
