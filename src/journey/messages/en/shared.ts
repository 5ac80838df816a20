import type { shared as german } from '../de/shared.ts'

export const shared = {} satisfies Record<keyof typeof german, string>
