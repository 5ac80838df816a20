import { agreement } from './agreement.ts'
import { earlier } from './earlier.ts'
import { facilitation } from './facilitation.ts'
import { letter } from './letter.ts'

export const deFormal = { ...facilitation, ...earlier, ...agreement, ...letter }
