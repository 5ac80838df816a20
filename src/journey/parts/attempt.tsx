import type { CycleProps } from './phase.ts'

export const AttemptPhase = (_: CycleProps) => null
export const AttemptReading = (_: CycleProps) => null
