import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { foundAudience, letGo, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type HelpRequestView, helpRequest } from '../queries/help-request.ts'
import { afterWords, type HelpAct, type HelpRequestField, helpRequestFieldNames, possibleActs } from '../rules/help-request.ts'

export interface AskedQuestion {
  id: string
  journeyId: string
  cycleId: string
  toPersonId: string
  texts: Readonly<Record<HelpRequestField, string>>
}

/**
 * Asks one person of the organisation, as the learner of the journey: from now on the two read the question, and nobody else. Sent again with
 * the same id it changes nothing. False where there is no such person to ask, or the journey is not one's own.
 */
export async function askForHelp(db: PersonDb, { id, journeyId, cycleId, toPersonId, texts }: AskedQuestion): Promise<boolean> {
  if (!(await isSomebodyElse(db, toPersonId))) return false
  const { numAffectedRows } = await sql`insert into help_request (organisation_id, id, journey_id, cycle_id, learner_id, to_person_id)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${cycleId}::uuid, me(), ${toPersonId}::uuid) on conflict do nothing`.execute(
    db,
  )
  if (!numAffectedRows) return (await helpRequest(db, id)) !== undefined
  await foundAudience(db, id)
  await letIn(db, id, toPersonId, 'peer')
  await writePassages(db, {
    contextId: id,
    subjectId: id,
    audienceOf: () => id,
    texts: helpRequestFieldNames.map((field) => ({ field, body: texts[field], baseVersion: 0 })),
  })
  await tellBoth(db, id, [toPersonId])
  return true
}

export type Acted = { ok: true; request: HelpRequestView } | { ok: false; reason: 'absent' | 'not_now' }

/** Writes under a question: an answer of the one asked, or a word back of whoever asked. `id` is made by the page. */
export function writeUnder(db: PersonDb, requestId: string, { id, text }: { id: string; text: string }): Promise<Acted> {
  return act(db, requestId, 'write', async (request) => {
    await writePassages(db, {
      contextId: requestId,
      subjectId: id,
      audienceOf: () => requestId,
      texts: [{ field: 'answer', body: text, baseVersion: 0 }],
    })
    const next = afterWords(request.mine ? 'learner' : 'addressee')
    await sql`update help_request set state = ${next} where organisation_id = my_organisation() and id = ${requestId}::uuid`.execute(db)
  })
}

/** Gives a question back, as the one asked: no reason is wanted, and they read nothing of it any more. */
export function declineHelpRequest(db: PersonDb, requestId: string): Promise<Acted> {
  return act(db, requestId, 'decline', async () => {
    await sql`update help_request set declined_at = now() where organisation_id = my_organisation() and id = ${requestId}::uuid`.execute(db)
    await sql`select leave_audience(${requestId}::uuid)`.execute(db)
  })
}

/** Puts a question that came back to somebody else, with the same words. */
export function askSomebodyElse(db: PersonDb, requestId: string, toPersonId: string): Promise<Acted> {
  return act(db, requestId, 'ask_somebody_else', async (request) => {
    if (!(await isSomebodyElse(db, toPersonId))) return false
    if (request.toPersonId) await letGo(db, requestId, request.toPersonId)
    await sql`update help_request set to_person_id = ${toPersonId}::uuid, declined_at = null, state = 'open'
      where organisation_id = my_organisation() and id = ${requestId}::uuid`.execute(db)
    // Whoever was shown it as somebody who accompanies reads on as the one asked.
    await letIn(db, requestId, toPersonId, 'peer')
    await notifyChanged(db, toPersonId)
    return true
  })
}

/** Ends a question that has done its work; the answers stay with both. */
export function resolveHelpRequest(db: PersonDb, requestId: string): Promise<Acted> {
  return act(db, requestId, 'resolve', () => end(db, requestId, 'resolved'))
}

/** Takes a question back: from this moment nobody but its learner reads it. */
export function withdrawHelpRequest(db: PersonDb, requestId: string): Promise<Acted> {
  return act(db, requestId, 'withdraw', async (request) => {
    for (const { personId } of request.readers) if (personId !== request.learnerId) await letGo(db, requestId, personId)
    await end(db, requestId, 'withdrawn')
  })
}

/** Lets those who accompany the journey read along, or no longer; by itself nobody does. */
export function showHelpRequest(db: PersonDb, requestId: string, shown: boolean): Promise<Acted> {
  return act(db, requestId, 'show', async (request) => {
    for (const { personId } of request.facilitators) {
      if (personId === request.toPersonId) continue
      if (shown) await letIn(db, requestId, personId, 'reader')
      else await letGo(db, requestId, personId)
    }
  })
}

async function end(db: PersonDb, requestId: string, state: 'resolved' | 'withdrawn'): Promise<void> {
  await sql`update help_request set state = ${state}, ended_at = now() where organisation_id = my_organisation() and id = ${requestId}::uuid`.execute(
    db,
  )
}

async function act(
  db: PersonDb,
  requestId: string,
  wanted: HelpAct,
  change: (request: HelpRequestView) => Promise<unknown>,
): Promise<Acted> {
  await sql`select id from help_request where organisation_id = my_organisation() and id = ${requestId}::uuid for update`.execute(db)
  const request = await helpRequest(db, requestId)
  if (!request) return { ok: false, reason: 'absent' }
  if (!possibleActs(request, request.as).includes(wanted)) return { ok: false, reason: 'not_now' }
  if ((await change(request)) === false) return { ok: false, reason: 'absent' }
  await tellBoth(db, requestId, [request.learnerId, ...(request.toPersonId ? [request.toPersonId] : [])])
  return { ok: true, request }
}

/** Open pages of the question hear of it, and those that list it. */
async function tellBoth(db: PersonDb, requestId: string, personIds: readonly string[]): Promise<void> {
  for (const topic of [requestId, ...personIds]) await notifyChanged(db, topic)
}

async function isSomebodyElse(db: PersonDb, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select from person where organisation_id = my_organisation() and id = ${personId}::uuid and id <> me() and not is_leaving(id)`.execute(
      db,
    )
  return rows.length > 0
}
