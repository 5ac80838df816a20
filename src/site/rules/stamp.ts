import { createHmac, timingSafeEqual } from 'node:crypto'

/** A person needs at least this long for a form, in milliseconds; a program does not. */
const soonest = 3_000
/** After this long a form is given out anew, with everything that was typed. */
const latest = 24 * 3_600_000

/** The moment at which a form is given out, signed: `milliseconds.signature`. */
export function stampAt(key: Uint8Array, now: Date): string {
  const moment = String(now.getTime())
  return `${moment}.${signature(key, moment)}`
}

/** What a stamp that comes back says: `fresh` is what people send. Forged ones count as `late`: a new form helps either way. */
export function ageOf(stamp: string, key: Uint8Array, now: Date): 'too_soon' | 'fresh' | 'late' {
  const [moment = '', signed = ''] = stamp.split('.')
  const wanted = Buffer.from(signature(key, moment))
  const given = Buffer.from(signed)
  if (given.length !== wanted.length || !timingSafeEqual(given, wanted)) return 'late'
  const age = now.getTime() - Number(moment)
  if (age > latest) return 'late'
  return age < soonest ? 'too_soon' : 'fresh'
}

const signature = (key: Uint8Array, moment: string) => createHmac('sha256', key).update(moment).digest('base64url')
