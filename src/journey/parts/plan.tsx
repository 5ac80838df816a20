import type { CycleProps } from './phase.ts'

export const PlanPhase = (_: CycleProps) => null
export const PlanReading = (_: CycleProps) => null
