import type { letter as german } from '../de/letter.ts'

export const letter = {} satisfies Partial<Record<keyof typeof german, string>>
