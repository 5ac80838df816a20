import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { apply, brokenInvariants, type EventName, type JourneyEvent, type JourneyState, type Refusal } from '../journey.ts'
import { stateOf } from '../queries/state.ts'
import { type WholeJourney, wholeJourney } from '../queries/whole.ts'
import { carryOut } from './effects.ts'
import { noteEvent } from './note-event.ts'
import { suggestSupport } from './support.ts'

export type Moved<N extends EventName = EventName> =
  | { ok: true; before: WholeJourney; after: JourneyState }
  | ({ ok: false } & Refusal<N>)
  | { ok: false; reason: 'absent' }

/**
 * Moves a journey by one event, as its learner: loads it under a lock, asks the rules, writes state and effects, notes the event.
 * `today` is the day where the learner is. Two presses of one button move it once: the second finds `wrong_phase`.
 */
export async function move<N extends EventName>(db: PersonDb, journeyId: string, event: JourneyEvent<N>, today: string): Promise<Moved<N>> {
  const { rows } = await sql<{ is_mine: boolean }>`select learner_id = me() as is_mine from journey
    where organisation_id = my_organisation() and id = ${journeyId}::uuid and learner_id = me() for update`.execute(db)
  const whole = await wholeJourney(db, journeyId)
  if (!whole) return { ok: false, reason: 'absent' }
  const who = rows[0]?.is_mine ? 'learner' : 'facilitator'
  const answer = apply(stateOf(whole), event, { who, today })
  if (!answer.ok) return answer
  const broken = brokenInvariants(answer.journey)
  if (broken.length > 0) throw new Error(`A journey would break ${broken.join(', ')}.`)
  const { status, phase, outcome } = answer.journey
  await sql`update journey set status = ${status}, phase = ${phase}, outcome = ${outcome},
      closed_at = case when ${status} = 'closed' then coalesce(closed_at, now()) end,
      resume_on = case when ${status} = 'paused' then resume_on end
    where organisation_id = my_organisation() and id = ${journeyId}::uuid`.execute(db)
  for (const effect of answer.effects) await carryOut(db, whole, effect)
  await noteEvent(db, journeyId, event.name)
  if (whole.supportLevel) await suggestSupport(db, journeyId, event.name)
  return { ok: true, before: whole, after: answer.journey }
}
