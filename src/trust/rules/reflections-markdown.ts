import { dayIn } from '#platform/clock.ts'
import type { ReflectionWords } from '#reflection/messages/index.ts'
import type { EntryTaken } from '#reflection/queries/taken-along.ts'
import { longDay } from '#ui/time.ts'
import { blocks, facts, heading, inline, label, paragraphs, section } from './markdown.ts'
import type { Reading } from './practice-markdown.ts'

/** Somebody's journal as a document, the oldest entry first. */
export function reflectionsMarkdown(
  entries: readonly EntryTaken[],
  { name, organisation, locale, timeZone, at }: Reading,
  t: ReflectionWords,
): string {
  const dayOf = (moment: Date) => longDay(dayIn(timeZone, moment), locale)
  return `${blocks(
    heading(1, t('export.title', { name })),
    inline(t('export.made', { at: dayOf(at), organisation })),
    entries.map((entry) =>
      section(
        heading(2, dayOf(entry.writtenAt)),
        entry.journey ? facts([[t('export.journey'), entry.journey.title || t('untitled')]]) : '',
        entry.prompt ? label(entry.prompt) : '',
        paragraphs(entry.body),
      ),
    ),
  )}\n`
}
