import type { PhaseProps } from './phase.ts'

export const ClosePhase = (_: PhaseProps) => null
export const TransferPhase = (_: PhaseProps) => null
export const DonePhase = (_: PhaseProps) => null
export const RestingPhase = (_: PhaseProps) => null
