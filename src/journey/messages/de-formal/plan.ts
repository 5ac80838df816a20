import type { plan as german } from '../de/plan.ts'

export const plan = {} satisfies Partial<Record<keyof typeof german, string>>
