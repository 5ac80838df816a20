import { type CycleFacts, signalsOf, tally } from './signals.ts'
import { closer, farther, type SupportLevel } from './support-level.ts'
import { type Thresholds, thresholds } from './thresholds.ts'

/** Everything a suggestion looks at. */
export interface SupportFacts {
  level: SupportLevel
  /** Whether the level was held through a whole cycle. */
  heldForAFullCycle: boolean
  /** Those of the challenge as it stands. */
  riskFlags: readonly string[]
  /** The reviewed cycles, oldest first. */
  cycles: readonly CycleFacts[]
}

export type WhyMore = 'low_confidence' | 'same_obstacle' | 'nothing_finished'

/** What the signals suggest, by one level; it is a suggestion and changes nothing. */
export type SupportSuggestion =
  | { change: 'less'; to: SupportLevel; known: number; yes: number }
  | { change: 'more'; to: SupportLevel; because: WhyMore; obstacle?: string | undefined }
  /** The signals speak for less support; with safety or law at stake two people talk about it first. */
  | { change: 'talk_first' }

/** Null where there is nothing to suggest. More support goes before less. */
export function suggestionFor(facts: SupportFacts, limits: Thresholds = thresholds): SupportSuggestion | null {
  return moreSupport(facts, limits) ?? lessSupport(facts, limits)
}

function lessSupport({ level, heldForAFullCycle, riskFlags, cycles }: SupportFacts, limits: Thresholds): SupportSuggestion | null {
  const to = farther(level)
  const [before, last] = cycles.slice(-2)
  if (!to || !before || !last || !heldForAFullCycle) return null
  const [now, then] = [tally(signalsOf(last, before, limits)), tally(signalsOf(before, cycles.at(-3), limits))]
  const { known, share, shareBefore } = limits.lessSupport
  if (now.known < known || now.yes / now.known < share) return null
  if (then.known < known || then.yes / then.known < shareBefore) return null
  return riskFlags.some((flag) => flag === 'safety' || flag === 'legal') ? { change: 'talk_first' } : { change: 'less', to, ...now }
}

function moreSupport({ level, cycles }: SupportFacts, { moreSupport: limits }: Thresholds): SupportSuggestion | null {
  const to = closer(level)
  if (!to) return null
  const running = (count: number) => (cycles.length >= count ? cycles.slice(-count) : undefined)
  const isLow = ({ confidenceNow }: CycleFacts) => confidenceNow !== null && confidenceNow <= limits.confidence
  if (running(limits.lowFor)?.every(isLow)) return { change: 'more', to, because: 'low_confidence' }
  const stuck = running(limits.sameObstacleFor)
  const obstacle = stuck?.[0]?.obstacleTags.find((tag) => stuck.every(({ obstacleTags }) => obstacleTags.includes(tag)))
  if (obstacle) return { change: 'more', to, because: 'same_obstacle', obstacle }
  const nothingDone = ({ steps }: CycleFacts) => !steps.some(({ status }) => status === 'done')
  return running(limits.nothingFinishedFor)?.every(nothingDone) ? { change: 'more', to, because: 'nothing_finished' } : null
}
