import type { Problems, Typed } from '#platform/web/read-form.ts'
import type { EventName, Refusal } from '../journey.ts'
import type { JourneyWords } from '../messages/index.ts'
import type { Refill } from './phase.ts'

/** Why a move did not happen, as a sentence for the person who asked for it. */
export function refusalInWords(t: JourneyWords, refusal: Refusal): string {
  return refusal.reason === 'too_long' ? t('shared.refusal.too_long', { max: refusal.max }) : t(`shared.refusal.${refusal.reason}`)
}

/** The form of the page that a refused move leaves: named after the move, with each missing field as its problem. */
export function refusedMove(t: JourneyWords, event: EventName, refusal: Refusal, typed: Typed = {}): Refill {
  const missing = refusal.reason === 'missing_fields' ? refusal.fields : []
  const problems: Problems = Object.fromEntries(missing.map((field) => [field, { code: 'required' }]))
  return { form: `move:${event}`, typed, problems, refusal: refusalInWords(t, refusal) }
}
