import type { accompany as german } from '../de/accompany.ts'

export const accompany = {} satisfies Partial<Record<keyof typeof german, string>>
