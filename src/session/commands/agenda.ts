import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { moved } from '../rules/agenda.ts'
import { limits, type Session } from '../session.ts'
import { writeWords } from './words.ts'

/** Puts a point at the end of the agenda. `id` is made by the page. False where there are as many as fit. */
export async function addItem(db: PersonDb, session: Session, id: string, body: string): Promise<boolean> {
  if (session.agenda.some((item) => item.id === id)) return true
  if (session.agenda.length >= limits.items) return false
  await sql`insert into session_item (organisation_id, id, session_id, position)
    select my_organisation(), ${id}::uuid, ${session.id}::uuid, coalesce(max(position), -1) + 1 from session_item
    where organisation_id = my_organisation() and session_id = ${session.id}::uuid on conflict do nothing`.execute(db)
  await writeWords(db, { sessionId: session.id, subjectId: id, field: 'item', baseVersion: 0 }, body)
  return true
}

/** Talked about, or open again. */
export const setItemDone = (db: PersonDb, sessionId: string, id: string, isDone: boolean): Promise<void> =>
  change(db, sessionId, id, sql`done_at = ${isDone ? sql`coalesce(done_at, now())` : sql`null`}`)

/** Takes a point off the agenda, or puts it back. */
export const setItemRemoved = (db: PersonDb, sessionId: string, id: string, isRemoved: boolean): Promise<void> =>
  change(db, sessionId, id, sql`removed_at = ${isRemoved ? sql`now()` : sql`null`}`)

/** Moves a point by one place. */
export async function moveItem(db: PersonDb, session: Session, id: string, by: -1 | 1): Promise<void> {
  const ids = session.agenda.map((item) => item.id)
  await sql`update session_item i set position = o.place from unnest(${moved(ids, id, by)}::uuid[]) with ordinality as o(id, place)
    where i.organisation_id = my_organisation() and i.session_id = ${session.id}::uuid and i.id = o.id`.execute(db)
  await notifyChanged(db, session.id)
}

async function change(db: PersonDb, sessionId: string, id: string, to: ReturnType<typeof sql>): Promise<void> {
  await sql`update session_item set ${to}
    where organisation_id = my_organisation() and session_id = ${sessionId}::uuid and id = ${id}::uuid`.execute(db)
  await notifyChanged(db, sessionId)
}
