import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent } from '#platform/web/as-person.ts'
import type { Ask } from '#platform/web/env.ts'
import { words } from '../messages/index.ts'
import { renderJourney } from './render-journey.tsx'

type Reason =
  | 'not_now'
  | 'not_the_learner'
  | 'plan_is_full'
  | 'too_many_needs'
  | 'too_many_files'
  | 'too_many_signs'
  | 'challenge_is_confirmed'
type Done = { ok: true } | { ok: false; reason: 'absent' | Reason }

/** After a command behind a single button: on to `place` of the journey, or its page with the reason why not. */
export async function goOnOrSay(c: Ask, db: PersonDb, me: Me, done: Done, place: string): Promise<Response> {
  const id = asId(c.req.param('id')) ?? absent()
  if (done.ok) return c.redirect(`/journeys/${id}${place}`, 303)
  if (done.reason === 'absent') return absent()
  const refusal = words(me.locale)(`attempt.refused.${done.reason}`)
  return renderJourney(c, db, me, id, { form: '', typed: {}, problems: {}, refusal })
}
