import type { attempt as german } from '../de/attempt.ts'

export const attempt = {} satisfies Record<keyof typeof german, string>
