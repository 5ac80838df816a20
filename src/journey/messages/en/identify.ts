import type { identify as german } from '../de/identify.ts'

export const identify = {} satisfies Record<keyof typeof german, string>
