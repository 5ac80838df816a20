import { sql } from 'kysely'
import { noteEvent } from '#journey/commands/note-event.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { appointmentOf } from '#scheduling/queries/appointments.ts'
import { isBooked } from '#scheduling/scheduling.ts'
import { foundAudience, letIn } from '#sharing/commands/membership.ts'
import { beginSharedText } from '#sharing/commands/shared-text.ts'
import { groundOf, openPointsOf } from '../queries/ground.ts'
import { sessionById } from '../queries/sessions.ts'
import { type Ground, suggestedAgenda } from '../rules/agenda.ts'
import { comingTime } from '../rules/series.ts'
import { writeWords } from './words.ts'

export interface Calling {
  /** Made by the page, so that sending a form twice calls one session. */
  id: string
  journeyId: string | null
  /** Who takes part beside oneself. */
  personIds: readonly string[]
  title: string
  place: string
  /** A session whose open points come along; of a journey it is the last one held. */
  afterId: string | null
}

/** Calls a session: whoever calls it is its host, the others read it from now on. Its agenda is suggested. False where its journey is none of theirs. */
export async function callSession(db: PersonDb, { id, journeyId, personIds, title, place, afterId }: Calling): Promise<boolean> {
  if (await sessionById(db, id)) return true
  const ground = await groundOf(db, journeyId, afterId)
  if (journeyId && ground.phase === null) return false
  await foundAudience(db, id, 'host')
  await sql`insert into session (organisation_id, id, journey_id, kind, created_by)
    values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${personIds.length > 1 ? 'group' : 'one_to_one'}, me())`.execute(db)
  for (const personId of personIds) await letIn(db, id, personId, 'member')
  await beginSharedText(db, id, id)
  await writeWords(db, { sessionId: id, subjectId: id, field: 'title', baseVersion: 0 }, title)
  await writeWords(db, { sessionId: id, subjectId: id, field: 'place', baseVersion: 0 }, place)
  await layAgenda(db, id, ground)
  return true
}

/** Lays the suggested agenda; what the last session left open comes along with its words. */
async function layAgenda(db: PersonDb, id: string, ground: Ground): Promise<void> {
  const open = new Map((await openPointsOf(db, ground.openPoints)).map((point) => [point.id, point]))
  for (const [position, point] of suggestedAgenda(ground).entries()) {
    const itemId = newId()
    const from = 'carriedFrom' in point ? open.get(point.carriedFrom) : undefined
    const suggestion = 'suggestion' in point ? point.suggestion : (from?.suggestion ?? null)
    await sql`insert into session_item (organisation_id, id, session_id, position, suggestion, carried_from)
      values (my_organisation(), ${itemId}::uuid, ${id}::uuid, ${position}, ${suggestion}, ${from?.id ?? null}::uuid)`.execute(db)
    if (from?.body) await writeWords(db, { sessionId: id, subjectId: itemId, field: 'item', baseVersion: 0 }, from.body)
  }
}

/** People meet: from now on hats can change. */
export async function beginSession(db: PersonDb, sessionId: string): Promise<boolean> {
  return move(db, sessionId, sql`state = 'running', began_at = now()`, ['planned'])
}

/** The session was held: hats come off, declined ones are forgotten. One about a review is noted in its journey; one of a series is followed by the next. */
export async function holdSession(db: PersonDb, sessionId: string, now: Date): Promise<boolean> {
  const session = await sessionById(db, sessionId)
  await sql`update hat_segment set ended_at = now()
    where organisation_id = my_organisation() and session_id = ${sessionId}::uuid and started_at is not null and ended_at is null`.execute(
    db,
  )
  await sql`select forget_declined_hats(${sessionId}::uuid)`.execute(db)
  const held = await move(db, sessionId, sql`state = 'held', began_at = coalesce(began_at, now()), ended_at = now()`, [
    'planned',
    'running',
  ])
  const onReview = session?.agenda.some((item) => item.suggestion === 'review')
  if (held && onReview && session?.journeyId && session.journey) await noteEvent(db, session.journeyId, 'sessionHeld')
  if (held) await goOn(db, sessionId, session?.journeyId ?? null, now)
  return held
}

async function goOn(db: PersonDb, heldId: string, journeyId: string | null, now: Date): Promise<void> {
  const appointment = await appointmentOf(db, heldId)
  if (!appointment?.recurrence || !isBooked(appointment) || !comingTime({ madeAt: now }, appointment, now)) return
  const { rows } = await sql<{ next: string | null }>`select go_on_with_series(${heldId}::uuid) as next`.execute(db)
  const next = rows[0]!.next
  if (next) await layAgenda(db, next, await groundOf(db, journeyId, heldId))
}

/** Calls it off. Its appointment is scheduling's to cancel. */
export async function cancelSession(db: PersonDb, sessionId: string): Promise<boolean> {
  return move(db, sessionId, sql`state = 'cancelled'`, ['planned'])
}

async function move(db: PersonDb, sessionId: string, to: ReturnType<typeof sql>, from: string[]): Promise<boolean> {
  const { numAffectedRows } = await sql`update session set ${to}
    where organisation_id = my_organisation() and id = ${sessionId}::uuid and state = any (${from}::text[])`.execute(db)
  if (numAffectedRows) await notifyChanged(db, sessionId)
  return Boolean(numAffectedRows)
}
