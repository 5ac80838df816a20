import { sql } from 'kysely'
import { createJourney } from '#journey/commands/create.ts'
import { move } from '#journey/commands/move.ts'
import { savePlan } from '#journey/commands/plan.ts'
import { addStep, setStepStatus } from '#journey/commands/step.ts'
import { openCycleOf, type WholeJourney, wholeJourney } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands.ts'
import type { Cast, Person } from './cast.ts'

/** Journeys in the real database, brought to a place of the process by what their learner does. */

export const today = '2026-11-23'
export const said = (field: string, body: string, baseVersion = 0) => ({ field, body, baseVersion })

/** A described and started journey, in its first plan. */
export async function journeyInPlan(all: Cast, learner: Person): Promise<string> {
  const id = newId()
  await all.as(learner, async (db) => {
    await createJourney(db, id)
    const { challenge } = await read(db, id)
    const signId = newId()
    await sql`update challenge set kind = 'problem', learnable = 'yes', risk_flags = '{none}' where id = ${challenge.id}::uuid`.execute(db)
    await sql`insert into success_sign (organisation_id, id, challenge_id, journey_id, kind)
      values (my_organisation(), ${signId}::uuid, ${challenge.id}::uuid, ${id}::uuid, 'visible')`.execute(db)
    const write = (subjectId: string, texts: ReturnType<typeof said>[]) =>
      writePassages(db, { contextId: id, subjectId, audienceOf: () => id, texts })
    await write(signId, [said('text', 'Vier von fünf Übergaben gehen ohne Rückfrage')])
    await write(challenge.id, [
      said('title', 'Schichtübergabe ohne Lücken'),
      said('situation', 'Am Morgen fehlen Angaben aus der Nacht.'),
      said('learningQuestion', 'Wie frage ich so, dass ich alles erfahre?'),
    ])
    await go(db, id, 'start')
  })
  return id
}

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
    const whole = await read(db, id)
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

export async function read(db: PersonDb, id: string): Promise<WholeJourney> {
  const whole = await wholeJourney(db, id)
  if (!whole) throw new Error('Nothing to read here.')
  return whole
}

async function go(db: PersonDb, id: string, name: 'start' | 'beginTrying' | 'evaluate' | 'nextCycle') {
  const moved = await move(db, id, { name }, today)
  if (!moved.ok) throw new Error(`${name}: ${JSON.stringify(moved)}`)
}
