import type { PhaseProps } from './phase.ts'

export const WaitingProposals = (_: PhaseProps) => null
