import { dayIn } from '#platform/clock.ts'
import type { SessionWords } from '#session/messages/index.ts'
import { sayItem } from '#session/parts/props.ts'
import type { SessionTaken } from '#session/queries/taken-along.ts'
import { longDay } from '#ui/time.ts'
import { type Block, blocks, bullets, heading, inline, paragraphs, section } from './markdown.ts'
import type { Reading } from './practice-markdown.ts'

/** When each session begins or began, by its id; null where only times to choose from stand. */
export type SessionStarts = ReadonlyMap<string, Date | null>

/** Somebody's sessions as a document: who was there, the agenda, the notes, what was agreed. */
export function sessionsMarkdown(taken: readonly SessionTaken[], starts: SessionStarts, reading: Reading, t: SessionWords): string {
  const documents = taken.map((session) => oneSession(session, starts.get(session.id) ?? null, reading, t))
  return `${blocks(heading(1, t('sessions.title')), documents)}\n`
}

function oneSession(session: SessionTaken, startsAt: Date | null, { locale, timeZone }: Reading, t: SessionWords): Block {
  const began = session.beganAt ?? startsAt
  const at = began && longDay(dayIn(timeZone, began), locale)
  const who = session.members.map(({ name }) => name).join(', ')
  return blocks(
    heading(2, inline(session.title?.body ?? t('sessions.title'))),
    paragraphs([at, who, session.place?.body].filter(Boolean).join(' · ')),
    section(heading(3, t('agenda.title')), bullets(session.agenda.map((item) => inline(sayItem(item, t))))),
    section(heading(3, t('notes.title')), paragraphs(session.notes)),
    section(heading(3, t('agreed.title')), bullets(session.agreements.map(({ words }) => inline(words?.body ?? '')))),
  )
}
