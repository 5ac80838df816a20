import { sql } from 'kysely'
import { dayIn } from '#platform/clock.ts'
import { asJob, type JobDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { notifyChangedIn } from '#platform/live/notify.ts'
import { apply, type JourneyState, type Phase } from '../journey.ts'
import { autoPauseAfterDays } from '../rules/limits.ts'
import { emptyJourney } from '../rules/state.ts'

interface SilentJourney {
  organisation_id: string
  id: string
  learner_id: string
  phase: Phase
  last_written_at: Date
}

/**
 * Lets every active journey come to rest in which nobody has written for 180 days, in every organisation, and notes it in
 * the journey's course: that note is the one notice its learner gets. Gives the ids of those journeys.
 */
export async function autoPauseJourneys(db: JobDb, now: Date): Promise<string[]> {
  const { rows } = await sql<SilentJourney>`select organisation_id, id, learner_id, phase, last_written_at from journey
    where status = 'active' and last_written_at < ${now}::timestamptz - make_interval(days => ${autoPauseAfterDays})
    for update skip locked`.execute(db)
  const silent = rows.filter((row) => comesToRest(row, now))
  for (const { organisation_id, id } of silent) {
    await sql`update journey set status = 'paused' where organisation_id = ${organisation_id}::uuid and id = ${id}::uuid`.execute(db)
    await sql`insert into journey_event (organisation_id, id, journey_id, name)
      values (${organisation_id}::uuid, ${newId()}::uuid, ${id}::uuid, 'autoPause')`.execute(db)
    await notifyChangedIn(db, organisation_id, id)
  }
  return silent.map(({ id }) => id)
}

/** Rest asks nothing of a journey but how long it was silent, so its words stay unread. */
function comesToRest({ learner_id, phase, last_written_at }: SilentJourney, now: Date): boolean {
  const seen: JourneyState = { ...emptyJourney(learner_id), status: 'active', phase }
  const event = { name: 'autoPause', lastWriteOn: dayIn('UTC', last_written_at) } as const
  return apply(seen, event, { who: 'system', today: dayIn('UTC', now) }).ok
}

/** The only thing that ever happens to a journey by itself. */
export const letSilentJourneysRest: Job = {
  name: 'let_silent_journeys_rest',
  daily: '02:20',
  run: (database) =>
    asJob(database, async (db) => {
      await autoPauseJourneys(db, new Date())
    }),
}
