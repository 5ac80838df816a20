import { sql } from 'kysely'
import { savePlan } from '#journey/commands/plan.ts'
import { addStep, setStepStatus } from '#journey/commands/step.ts'
import { openCycleOf } from '#journey/queries/whole.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Cast, Person } from './cast.ts'
import { go, load, started } from './journeys-in-database.ts'

export { load as read, today } from './journeys-in-database.ts'

/** Journeys of somebody in the cast, planned and tried through the commands that a person's forms reach. */

export const said = (field: string, body: string, baseVersion = 0) => ({ field, body, baseVersion })

/** A described and started journey, in its first plan. */
export const journeyInPlan = (all: Cast, learner: Person): Promise<string> => all.as(learner, started)

/** The same, with a plan of one trial at work, under way. */
export async function journeyInTry(all: Cast, learner: Person): Promise<{ id: string; stepId: string }> {
  const id = await journeyInPlan(all, learner)
  const stepId = newId()
  await all.as(learner, async (db) => {
    await savePlan(db, id, { texts: [said('focus', 'Die Fragen der Übergabe')], plannedReviewOn: '2026-12-07' })
    await addStep(db, id, stepId, { texts: [said('what', 'Drei Fragen stellen')], kind: 'on_the_job_trial', byWhen: '2026-12-01' })
    await go(db, id, 'beginTrying')
  })
  return { id, stepId }
}

/** The same, tried and with a complete review, so that a second cycle is open: with the words of the findings. */
export async function journeyInSecondPlan(all: Cast, learner: Person, findings: { toImprove: string; insight: string }): Promise<string> {
  const { id, stepId } = await journeyInTry(all, learner)
  await all.as(learner, async (db) => {
    await setStepStatus(db, id, stepId, 'partly_done')
    await go(db, id, 'evaluate')
    const whole = await load(db, id)
    const review = openCycleOf(whole)!.review!
    await sql`update review set progress = 2, next_move = 'next_cycle' where id = ${review.id}::uuid`.execute(db)
    await sql`insert into review_sign (organisation_id, review_id, sign_id, journey_id, state)
      values (my_organisation(), ${review.id}::uuid, ${whole.challenge.signs[0]!.id}::uuid, ${id}::uuid, 'partly')`.execute(db)
    const texts = [
      said('happened', 'Zwei von drei Fragen gestellt.'),
      said('wentWell', 'Ruhig geblieben'),
      said('toImprove', findings.toImprove),
    ]
    await writePassages(db, {
      contextId: id,
      subjectId: review.id,
      audienceOf: () => null,
      texts: [...texts, said('insight', findings.insight)],
    })
    await go(db, id, 'nextCycle')
  })
  return id
}
