import type { accompany as german } from '../de/accompany.ts'

export const accompany = {} satisfies Record<keyof typeof german, string>
