import { sql } from 'kysely'
import { createJourney } from '#journey/commands/create.ts'
import { move } from '#journey/commands/move.ts'
import { type WrittenReview, writeReview } from '#journey/commands/review.ts'
import type { EventName } from '#journey/journey.ts'
import { openCycleOf, versionOf, type WholeJourney, wholeJourney } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { writePassages } from '#sharing/commands/passage.ts'

/** Journeys in a real database, brought to a place of the process by their learner, who is bound to `db`. */

export const today = '2026-11-23'

export async function load(db: PersonDb, id: string): Promise<WholeJourney> {
  const whole = await wholeJourney(db, id)
  if (!whole) throw new Error('No such journey for this person.')
  return whole
}

/** Moves on by events that carry nothing. Throws the refusal: here it would be a mistake of the test. */
export async function go(db: PersonDb, id: string, ...names: Exclude<EventName, 'reframe' | 'replan' | 'setAside' | 'passOn' | 'pause'>[]) {
  for (const name of names) {
    const moved = await move(db, id, { name } as Parameters<typeof move>[2], today)
    if (!moved.ok) throw new Error(`${name}: ${JSON.stringify(moved)}`)
  }
}

/** A journey that plans its first cycle, with one sign of success. */
export async function started(db: PersonDb): Promise<string> {
  const id = newId()
  await createJourney(db, id)
  const { challenge } = await load(db, id)
  const sign = newId()
  await sql`update challenge set kind = 'problem', learnable = 'yes', risk_flags = '{none}' where id = ${challenge.id}::uuid`.execute(db)
  await sql`insert into success_sign (organisation_id, id, challenge_id, journey_id, kind)
    values (my_organisation(), ${sign}::uuid, ${challenge.id}::uuid, ${id}::uuid, 'visible')`.execute(db)
  const write = (subjectId: string, texts: Record<string, string>) =>
    writePassages(db, {
      contextId: id,
      subjectId,
      audienceOf: () => id,
      texts: Object.entries(texts).map(([field, body]) => ({ field, body, baseVersion: 0 })),
    })
  await write(sign, { text: 'Vier von fünf Übergaben laufen ohne Rückfrage' })
  await write(challenge.id, {
    title: 'Schichtübergabe ohne Lücken',
    situation: 'Nach der Übergabe fehlt der Nachtschicht regelmäßig etwas.',
    learningQuestion: 'Wie übergebe ich so, dass niemand nachfragen muss?',
  })
  await go(db, id, 'start')
  return id
}

/** From a plan to the open review of the same cycle: one trial at work, planned and done. */
export async function tried(db: PersonDb, id: string): Promise<void> {
  const cycle = openCycleOf(await load(db, id))!
  const step = newId()
  await sql`update cycle set planned_review_on = '2026-12-04' where id = ${cycle.id}::uuid`.execute(db)
  await sql`insert into step (organisation_id, id, journey_id, cycle_id, kind, by_when, created_by, created_as)
    values (my_organisation(), ${step}::uuid, ${id}::uuid, ${cycle.id}::uuid, 'on_the_job_trial', '2026-12-01', me(), 'learner')`.execute(
    db,
  )
  const write = (subjectId: string, field: string, body: string) =>
    writePassages(db, { contextId: id, subjectId, audienceOf: () => id, texts: [{ field, body, baseVersion: 0 }] })
  await write(cycle.id, 'focus', 'Die ersten fünf Minuten')
  await write(step, 'what', 'Übergabe mit der Liste führen')
  await write(step, 'expectation', 'Es fehlt höchstens ein Punkt')
  await go(db, id, 'beginTrying')
  await sql`update step set status = 'done' where id = ${step}::uuid`.execute(db)
  await go(db, id, 'evaluate')
}

export const goingOn: WrittenReview = {
  texts: [
    { field: 'happened', body: 'Drei Übergaben mit der Liste', baseVersion: 0 },
    { field: 'wentWell', position: 0, body: 'Die Liste lag bereit', baseVersion: 0 },
    { field: 'toImprove', position: 0, body: 'Früher anfangen', baseVersion: 0 },
    { field: 'insight', body: 'Fünf Minuten vorher reichen', baseVersion: 0 },
  ],
  progress: 2,
  confidenceNow: 6,
  lead: { plan: 'learner' },
  obstacleTags: ['time'],
  nextMove: 'next_cycle',
  signs: {},
  mood: 'ok',
}

/** Fills the open review; every sign of the challenge gets the same state. */
export async function reviewed(db: PersonDb, id: string, changes: Partial<WrittenReview> = {}, state: 'partly' | 'met' = 'partly') {
  const whole = await load(db, id)
  const { review } = openCycleOf(whole)!
  const written = { ...goingOn, ...changes }
  const texts = written.texts.map((text) => ({ ...text, baseVersion: versionOf(review!.texts, text.field, text.position) }))
  const signs = Object.fromEntries(whole.challenge.signs.map((sign) => [sign.id, state]))
  const wrote = await writeReview(db, id, { ...written, signs, texts })
  if (!wrote.ok) throw new Error(wrote.reason)
  return wrote
}

/** A review that claims a solution, with the evidence for it. */
export const convincing: Partial<WrittenReview> = { progress: 4, nextMove: 'declare_solved' }
