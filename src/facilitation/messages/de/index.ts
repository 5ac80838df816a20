import { agreement } from './agreement.ts'
import { facilitation } from './facilitation.ts'
import { letter } from './letter.ts'

export const de = { ...facilitation, ...agreement, ...letter } as const
