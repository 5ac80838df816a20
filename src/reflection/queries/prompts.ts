import { sql } from 'kysely'
import { lastObstacleTags } from '#journey/queries/own.ts'
import { chanceOf, type ReflectionPrompt, reflectionPrompts } from '#library/library.ts'
import { myRhythms } from '#person/queries.ts'
import { usualRhythm } from '#person/rules/rhythm.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Listing, together } from '#platform/db/listing.ts'
import type { Locale } from '#platform/words/words.ts'
import { lastOwnValues } from '#quickscan/queries.ts'
import type { Cadence } from '../reflection.ts'
import { promptsDue } from '../rules/due.ts'
import { drawPrompts, type Leaning, restDays, tagsMeeting, twoLowest } from '../rules/prompt-choice.ts'
import { lastWritten } from './entries.ts'

interface Asked {
  personId: string
  locale: Locale
  cadence: Cadence
  /** The day where the person is. */
  today: string
}

/** The prompts of a cadence for today. `fresh` were not shown in the last 21 days; the others follow, the longest ago first, so that "another one" never ends. */
export interface PromptsToday {
  fresh: ReflectionPrompt[]
  inOrder: ReflectionPrompt[]
  /** Ids of those that were shown today already. */
  shownToday: string[]
}

export async function promptsToday(db: PersonDb, { personId, locale, cadence, today }: Asked): Promise<PromptsToday> {
  const [shown, leaning] = await Promise.all([shownLately(db, today), leaningOf(db)])
  const prompts = reflectionPrompts(locale)
  const [before, now] = [shown.filter(({ shown_on }) => shown_on < today), shown.filter(({ shown_on }) => shown_on === today)]
  const shownBefore = before.map(({ prompt_id }) => prompt_id)
  const fresh = drawPrompts({ prompts, cadence, shownLately: shownBefore, leaning, seed: `${personId} ${today}`, chanceOf })
  const again = shownBefore.flatMap((id) => prompts.filter((prompt) => prompt.id === id && prompt.cadence === cadence))
  return { fresh, inOrder: [...fresh, ...again], shownToday: now.map(({ prompt_id }) => prompt_id) }
}

/** Prompts shown today and in the 21 days before, the longest ago first; those of today stay what they are for today. */
async function shownLately(db: PersonDb, today: string): Promise<{ prompt_id: string; shown_on: string }[]> {
  const { rows } = await sql<{ prompt_id: string; shown_on: string }>`
    select prompt_id, shown_on from prompt_shown
    where organisation_id = my_organisation() and person_id = me() and shown_on >= ${today}::date - ${restDays}::int
    order by shown_on, prompt_id`.execute(db)
  return rows
}

/** What makes a prompt more likely for this person. */
async function leaningOf(db: PersonDb): Promise<Leaning> {
  const [values, obstacles] = await Promise.all([lastOwnValues(db), lastObstacleTags(db)])
  return { lowest: twoLowest(values ?? {}), obstacles: tagsMeeting(obstacles) }
}

/** What the page of the day says of journals: prompts at the time that the person chose, and who lately opened something to them. */
export interface JournalToday {
  due: 'weekly' | 'daily' | undefined
  sharedBy: string[]
}

export async function journalToday(db: PersonDb, timeZone: string, now: Date): Promise<JournalToday> {
  const sharedLately: Listing<{ name: string }, string> = {
    rows: sql`select distinct author_name as name from reflections_shared_with_me()
      where since > ${now}::timestamptz - interval '7 days' order by author_name`,
    shape: ({ name }) => name,
  }
  const { rhythm, written, sharedBy } = await together(db, { rhythm: myRhythms, written: lastWritten, sharedBy: sharedLately })
  return { due: promptsDue({ rhythm: rhythm[0] ?? usualRhythm, now, timeZone, lastWritten: written[0]! }), sharedBy }
}
