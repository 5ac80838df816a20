import {
  closer,
  farther,
  type LevelFrom,
  levelOfCycle,
  type OverridePhase,
  overridePhases,
  type PhaseOverrides,
  type Span,
  type SupportLevel,
  supportLevels,
} from './support-level.ts'

export const handoverStates = ['suggested', 'trial', 'agreed', 'declined'] as const
export type HandoverState = (typeof handoverStates)[number]

/** After a cycle on trial: was the support right? */
export const trialAnswers = ['more', 'right', 'less'] as const
export type TrialAnswer = (typeof trialAnswers)[number]

/** A trial lasts until one cycle has been looked back on since. Instants in milliseconds; `reviewed` are the ends of the reviewed cycles. */
export const trialIsOver = (decidedAt: number, reviewed: readonly number[]): boolean => reviewed.some((closedAt) => closedAt > decidedAt)

/** Who has not given their word yet. */
export function waitsFor(handover: { learnerAgreed: boolean; facilitatorAgreed: boolean }): ('learner' | 'facilitator')[] {
  return [...(handover.learnerAgreed ? [] : (['learner'] as const)), ...(handover.facilitatorAgreed ? [] : (['facilitator'] as const))]
}

/** Where support may go from a level: one closer, one farther, and the same with other phases closer. */
export function levelsToSuggest(from: SupportLevel): SupportLevel[] {
  return [farther(from), from, closer(from)].filter((level) => level !== null)
}

/** The phases of a form as overrides; at the closest level there is nothing closer. */
export function overridesOf(level: SupportLevel, phases: readonly OverridePhase[]): PhaseOverrides {
  if (level === 'guided') return {}
  return Object.fromEntries(overridePhases.filter((phase) => phases.includes(phase)).map((phase) => [phase, true]))
}

/** The support of one agreement over time. `endedAt` null: it goes on. */
export interface AgreedSupport {
  levels: readonly LevelFrom[]
  endedAt: number | null
}

/** The level now: the closest where several accompany; null where nobody does. */
export function supportNow(agreed: readonly AgreedSupport[]): SupportLevel | null {
  return closest(agreed.flatMap(({ levels, endedAt }) => (endedAt === null ? [levelOfCycle(levels, { openedAt: 0, closedAt: null })] : [])))
}

/** The level of a cycle: that at its end, or at the end of the agreement where that came first. Null where nobody accompanied it. */
export function supportIn(agreed: readonly AgreedSupport[], cycle: Span): SupportLevel | null {
  return closest(
    agreed.flatMap(({ levels, endedAt }) => {
      if (endedAt === null || (cycle.closedAt !== null && endedAt > cycle.closedAt)) return [levelOfCycle(levels, cycle)]
      return endedAt > cycle.openedAt ? [levelOfCycle(levels, { ...cycle, closedAt: endedAt })] : []
    }),
  )
}

function closest(levels: readonly (SupportLevel | null)[]): SupportLevel | null {
  return supportLevels.find((level) => levels.includes(level)) ?? null
}
