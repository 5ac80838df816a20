import type { evaluate as german } from '../de/evaluate.ts'

export const evaluate = {} satisfies Record<keyof typeof german, string>
