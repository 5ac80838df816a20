import type { de } from './de.ts'

/** The exported document speaks about a journey, not to anybody: nothing differs. */
export const deFormal = {} satisfies Partial<Record<keyof typeof de, string>>
