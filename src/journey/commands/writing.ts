import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Part, takesWriting } from '../journey.ts'
import { type CycleView, openCycleOf, type WholeJourney, wholeJourney } from '../queries/whole.ts'

/** `not_now`: this part of the journey takes no writing at the place where the journey stands. */
export type NotWritable = { ok: false; reason: 'absent' | 'not_the_learner' | 'not_now' }
type Writable<Extra> = ({ ok: true; whole: WholeJourney } & Extra) | NotWritable

/** Loads a journey for its learner under a lock, so that what is read holds until the transaction ends. */
export async function asLearnerOf(db: PersonDb, journeyId: string): Promise<Writable<unknown>> {
  const { rows } = await sql`select id from journey
    where organisation_id = my_organisation() and id = ${journeyId}::uuid and learner_id = me() for update`.execute(db)
  const whole = await wholeJourney(db, journeyId)
  if (!whole) return { ok: false, reason: 'absent' }
  return rows.length > 0 ? { ok: true, whole } : { ok: false, reason: 'not_the_learner' }
}

/** As `asLearnerOf`, for a part of the open cycle that takes writing now. */
export async function writingInCycle(db: PersonDb, journeyId: string, part: Part): Promise<Writable<{ cycle: CycleView }>> {
  const found = await asLearnerOf(db, journeyId)
  if (!found.ok) return found
  const cycle = openCycleOf(found.whole)
  if (!cycle || !takesWriting(found.whole.journey, part)) return { ok: false, reason: 'not_now' }
  return { ok: true, whole: found.whole, cycle }
}
