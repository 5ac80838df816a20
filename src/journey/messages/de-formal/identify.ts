import type { identify as german } from '../de/identify.ts'

export const identify = {} satisfies Partial<Record<keyof typeof german, string>>
