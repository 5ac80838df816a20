import { agreement } from './agreement.ts'
import { deputy } from './deputy.ts'
import { earlier } from './earlier.ts'
import { facilitation } from './facilitation.ts'
import { letter } from './letter.ts'

export const deFormal = { ...facilitation, ...earlier, ...agreement, ...deputy, ...letter }
