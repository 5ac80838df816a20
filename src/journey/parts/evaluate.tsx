import type { CycleProps } from './phase.ts'

export const EvaluatePhase = (_: CycleProps) => null
export const ReviewReading = (_: CycleProps) => null
