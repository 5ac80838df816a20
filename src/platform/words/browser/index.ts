import { defineWords } from '../words.ts'
import { de } from './de.ts'
import { deFormal } from './de-formal.ts'
import { en } from './en.ts'

export const words = defineWords({ de, 'de-formal': deFormal, en })
export type ElementWord = keyof typeof de
/** What the browser fills in; on the server each stands for itself. */
export const blanks = { n: '{n}', name: '{name}', count: '{count}', problem: '{problem}' }
