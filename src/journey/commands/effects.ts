import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { openFields, writePassages } from '#sharing/commands/passage.ts'
import type { Effect } from '../journey.ts'
import { bodyOf, type CycleView, closingInWork, type WholeJourney } from '../queries/whole.ts'
import { closingFields, reviewFields } from '../rules/limits.ts'
import { startOfHappened } from '../rules/review.ts'
import { newChallengeVersion } from './challenge-version.ts'

/** Writes one effect of a move. Effects that only inform (a reminder to stop, a card to show) change no row here. */
export async function carryOut(db: PersonDb, whole: WholeJourney, effect: Effect): Promise<void> {
  const journeyId = whole.journey.id
  switch (effect.name) {
    case 'noteStart':
      await sql`update journey set started_at = coalesce(started_at, now()) where organisation_id = my_organisation() and id = ${journeyId}::uuid`.execute(
        db,
      )
      return
    case 'newChallengeVersion':
      return newChallengeVersion(db, whole, effect)
    case 'linkChallenge':
      await sql`update cycle set challenge_id = (${challengeOfVersion(journeyId, effect.version)})
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and number = ${effect.cycle}`.execute(db)
      return
    case 'openCycle':
      await sql`insert into cycle (organisation_id, id, journey_id, number, challenge_id)
        values (my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, ${effect.cycle}, (${challengeOfVersion(journeyId, effect.challengeVersion)}))`.execute(
        db,
      )
      return
    case 'closeCycle':
      return closeCycle(db, whole, effect.cycle, effect.as)
    case 'noteTryStart':
      await sql`update cycle set try_started_at = coalesce(try_started_at, now())
        where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and number = ${effect.cycle}`.execute(db)
      return
    case 'markStepsChanged':
      await sql`update step set status = 'changed' where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid
        and id = any (${[...effect.stepIds]}::uuid[])`.execute(db)
      return
    case 'openReview':
      return openReview(db, whole, cycleOf(whole, effect.cycle))
    case 'openClosing':
      await sql`insert into closing (organisation_id, id, journey_id, outcome)
        select my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, 'solved'
        where not exists (select from closing where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and closed_at is null)`.execute(
        db,
      )
      return
    case 'noteSolved':
      await sql`update journey set solved_independence = ${effect.independence} where organisation_id = my_organisation() and id = ${journeyId}::uuid`.execute(
        db,
      )
      return
    case 'noteClosing':
      return noteClosing(db, whole)
    case 'scheduleTransferCheck':
      await sql`insert into transfer_check (organisation_id, id, journey_id, due_on, postponed)
        values (my_organisation(), ${newId()}::uuid, ${journeyId}::uuid, ${effect.on}::date, ${effect.postponed})
        on conflict (organisation_id, journey_id) where state = 'open'
        do update set due_on = excluded.due_on, postponed = excluded.postponed`.execute(db)
      return
    case 'noteTransferAnswer':
      return endTransferCheck(db, journeyId, 'answered')
    case 'noteTransferDeclined':
      return endTransferCheck(db, journeyId, 'declined')
    case 'cancelTransferCheck':
      return endTransferCheck(db, journeyId, 'cancelled')
    case 'stopReminders':
      await sql`update journey set resume_on = ${effect.until}::date where organisation_id = my_organisation() and id = ${journeyId}::uuid`.execute(
        db,
      )
      return
    case 'proposeCarryOver':
    case 'showReentry':
    case 'giveNotice':
      return
  }
}

const challengeOfVersion = (journeyId: string, version: number) =>
  sql`select id from challenge where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and version = ${version}`

function cycleOf(whole: WholeJourney, number: number): CycleView {
  const cycle = whole.cycles.find((candidate) => candidate.number === number)
  if (!cycle) throw new Error('An effect names a cycle that is not there.')
  return cycle
}

/** The fields of a part that the audience of the journey reads once they are saved. */
const openedBySaving = (fields: Record<string, { visibility: string }>) =>
  Object.keys(fields).filter((field) => fields[field]?.visibility === 'journey')

/** A review becomes readable for those who accompany: from now on, and never before its learner saved it. */
export async function saveReview(db: PersonDb, journeyId: string, reviewId: string): Promise<void> {
  await sql`update review set saved_at = coalesce(saved_at, now()) where organisation_id = my_organisation() and id = ${reviewId}::uuid`.execute(
    db,
  )
  await openFields(db, reviewId, openedBySaving(reviewFields), journeyId)
}

async function closeCycle(db: PersonDb, whole: WholeJourney, number: number, as: 'reviewed' | 'unreviewed') {
  const cycle = cycleOf(whole, number)
  await sql`update cycle set state = ${as}, closed_at = now() where organisation_id = my_organisation() and id = ${cycle.id}::uuid`.execute(
    db,
  )
  if (as === 'reviewed' && cycle.review) await saveReview(db, whole.journey.id, cycle.review.id)
}

async function openReview(db: PersonDb, whole: WholeJourney, cycle: CycleView) {
  if (cycle.review) return
  const id = newId()
  await sql`insert into review (organisation_id, id, journey_id, cycle_id)
    values (my_organisation(), ${id}::uuid, ${whole.journey.id}::uuid, ${cycle.id}::uuid)`.execute(db)
  const noted = cycle.observations.map((note) => ({
    text: bodyOf(note.texts, 'text'),
    visibility: note.audience_id ? ('journey' as const) : ('private' as const),
  }))
  const happened = startOfHappened(noted)
  await writePassages(db, {
    contextId: whole.journey.id,
    subjectId: id,
    audienceOf: () => null,
    texts: [{ field: 'happened', body: happened, baseVersion: 0 }],
  })
}

async function noteClosing(db: PersonDb, whole: WholeJourney) {
  const draft = closingInWork(whole)
  if (!draft) return
  await sql`update closing set closed_at = now(), support_level_at_end = ${whole.supportLevel} where organisation_id = my_organisation() and id = ${draft.id}::uuid`.execute(
    db,
  )
  await openFields(db, draft.id, openedBySaving(closingFields), whole.journey.id)
}

async function endTransferCheck(db: PersonDb, journeyId: string, state: 'answered' | 'declined' | 'cancelled') {
  await sql`update transfer_check set state = ${state}, answered_at = case when ${state} = 'answered' then now() end
    where organisation_id = my_organisation() and journey_id = ${journeyId}::uuid and state = 'open'`.execute(db)
}
