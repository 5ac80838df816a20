import { defineWords } from '#platform/words/words.ts'
import { de } from './de/index.ts'
import { deFormal } from './de-formal/index.ts'
import { en } from './en/index.ts'

export const words = defineWords({ de, 'de-formal': deFormal, en })
export type FacilitationWords = ReturnType<typeof words>
