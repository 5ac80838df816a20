import { sql } from 'kysely'
import { hatMinutes } from '#facilitation/rules/hats.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { type AskRefusal, mayAnswer, mayAsk, wearableHats } from '../rules/hats.ts'
import type { HatSegment, Session } from '../session.ts'
import { writeWords } from './words.ts'

export type Asked = { ok: true } | { ok: false; reason: AskRefusal }

/** Names a hat and what for, and asks the others. `id` is made by the page. */
export async function askForHat(
  db: PersonDb,
  session: Session,
  me: string,
  { id, hat, purpose }: { id: string; hat: HatSegment['hat']; purpose: string },
): Promise<Asked> {
  if (session.hats.some((segment) => segment.id === id)) return { ok: true }
  const refusal = mayAsk(session, me) ?? (wearableHats(session.allowedHats).includes(hat) ? undefined : 'not_agreed')
  if (refusal) return { ok: false, reason: refusal }
  await sql`insert into hat_segment (organisation_id, id, session_id, person_id, hat, minutes)
    values (my_organisation(), ${id}::uuid, ${session.id}::uuid, me(), ${hat}, ${hatMinutes[hat]})`.execute(db)
  await writeWords(db, { sessionId: session.id, subjectId: id, field: 'hatPurpose', baseVersion: 0 }, purpose)
  return { ok: true }
}

/** Says yes or no to a hat that somebody else asked for. With a yes it is put on now, and the one before comes off. */
export async function answerHat(db: PersonDb, session: Session, me: string, id: string, accepts: boolean): Promise<boolean> {
  if (!mayAnswer(session, me, id)) return false
  if (accepts) await endRunning(db, session.id)
  await change(db, session.id, id, sql`answered_at = now(), started_at = ${accepts ? sql`now()` : sql`null`}`)
  return true
}

/** Back to accompanying. */
export async function takeOffHat(db: PersonDb, session: Session): Promise<void> {
  await endRunning(db, session.id)
  await notifyChanged(db, session.id)
}

/** Ten minutes more from now: nobody is sent back in the middle of a sentence. */
export const keepHatLonger = (db: PersonDb, session: Session, id: string): Promise<void> =>
  change(db, session.id, id, sql`minutes = least(120, ceil(extract(epoch from now() - started_at) / 60)::int + 10)`)

async function endRunning(db: PersonDb, sessionId: string): Promise<void> {
  await sql`update hat_segment set ended_at = now()
    where organisation_id = my_organisation() and session_id = ${sessionId}::uuid and started_at is not null and ended_at is null`.execute(
    db,
  )
}

async function change(db: PersonDb, sessionId: string, id: string, to: ReturnType<typeof sql>): Promise<void> {
  await sql`update hat_segment set ${to}
    where organisation_id = my_organisation() and session_id = ${sessionId}::uuid and id = ${id}::uuid and ended_at is null`.execute(db)
  await notifyChanged(db, sessionId)
}
