import { agreement } from './agreement.ts'
import { facilitation } from './facilitation.ts'
import { letter } from './letter.ts'

export const deFormal = { ...facilitation, ...agreement, ...letter }
