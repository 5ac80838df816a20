import { promptText } from '#library/library.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Locale } from '#platform/words/words.ts'
import type { Cadence } from '../reflection.ts'
import { wholeJournal } from './entries.ts'

/** One entry to take along: its words, what asked for them, and who reads it now. */
export interface EntryTaken {
  id: string
  writtenAt: Date
  cadence: Cadence | null
  prompt: string | null
  journey: { id: string; title: string } | null
  body: string
  readers: { name: string; since: Date; until: Date | null; excerpt: string | null }[]
}

/** The whole journal of this person, the oldest entry first; without what lies in the bin. */
export async function reflectionsForExport(db: PersonDb, locale: Locale): Promise<EntryTaken[]> {
  const entries = await wholeJournal(db)
  return entries.map(({ id, writtenAt, cadence, promptId, journey, body, shares }) => ({
    id,
    writtenAt,
    cadence,
    prompt: promptText(promptId, locale) ?? null,
    journey,
    body,
    readers: shares.map(({ name, since, until, excerpt }) => ({ name, since, until, excerpt })),
  }))
}
