import type { PhaseProps } from './phase.ts'

export const IdentifyPhase = (_: PhaseProps) => null
export const ChallengeReading = (_: PhaseProps) => null
