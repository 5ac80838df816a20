import type { JourneyState } from './state.ts'

/** The parts of a journey that are written at different times. */
export type Part = 'challenge' | 'plan' | 'stepStatus' | 'observation' | 'review' | 'closing'

/**
 * Whether the learner can write in `part` now. A confirmed challenge changes by a reframe alone and a plan under way by a
 * replan, so that every version stays; notes are taken as long as a cycle is open, at rest as well.
 */
export function takesWriting(journey: Pick<JourneyState, 'status' | 'phase'>, part: Part): boolean {
  const { status, phase } = journey
  const active = status === 'active'
  switch (part) {
    case 'challenge':
      return (active || status === 'draft') && phase === 'identify'
    case 'plan':
      return active && phase === 'plan'
    case 'stepStatus':
      return active && (phase === 'plan' || phase === 'try' || phase === 'evaluate')
    case 'observation':
      return (active || status === 'paused') && phase !== 'close'
    case 'review':
      return active && phase === 'evaluate'
    case 'closing':
      return active && phase === 'close'
  }
}
