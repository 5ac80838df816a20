import { defineWords } from '#platform/words/words.ts'
import { de } from './de.ts'
import { deFormal } from './de-formal.ts'
import { en } from './en.ts'

export const words = defineWords({ de, 'de-formal': deFormal, en })
