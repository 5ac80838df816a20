import type { PersonDb } from '#platform/db/bound.ts'
import { sharedTextsIn, shownSharedText } from '#sharing/queries.ts'
import type { Session } from '../session.ts'
import { mySessions } from './sessions.ts'

/** A session as somebody who takes part takes it along, with the notes that belong to all of them. */
export type SessionTaken = Omit<Session, 'allowedHats'> & { notes: string }

/** Every session that this person takes part in, the newest first. */
export async function sessionsTaken(db: PersonDb): Promise<SessionTaken[]> {
  const sessions = await mySessions(db, 10_000)
  const texts = await sharedTextsIn(
    db,
    sessions.map(({ id }) => id),
  )
  const notes = new Map(texts.map((text) => [text.audienceId, shownSharedText(text).body]))
  return sessions.map(({ allowedHats: _, ...session }) => ({ ...session, notes: notes.get(session.id) ?? '' }))
}
