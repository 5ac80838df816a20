import type { PhaseProps } from '../parts/phase.ts'
export const ChallengeVersionsPage = (_: PhaseProps) => null
