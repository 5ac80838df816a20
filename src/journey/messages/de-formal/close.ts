import type { close as german } from '../de/close.ts'

export const close = {} satisfies Partial<Record<keyof typeof german, string>>
