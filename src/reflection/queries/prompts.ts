import { sql } from 'kysely'
import { lastObstacleTags } from '#journey/queries/own.ts'
import { chanceOf, type ReflectionPrompt, reflectionPrompts } from '#library/library.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Locale } from '#platform/words/words.ts'
import { lastOwnValues } from '#quickscan/queries.ts'
import type { Cadence } from '../reflection.ts'
import { drawPrompts, type Leaning, restDays, tagsMeeting, twoLowest } from '../rules/prompt-choice.ts'

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
}

export async function promptsToday(db: PersonDb, { personId, locale, cadence, today }: Asked): Promise<PromptsToday> {
  const [shown, leaning] = await Promise.all([shownLately(db, today), leaningOf(db)])
  const prompts = reflectionPrompts(locale)
  const fresh = drawPrompts({
    prompts,
    cadence,
    shownLately: shown.map(({ prompt_id }) => prompt_id),
    leaning,
    seed: `${personId} ${today}`,
    chanceOf,
  })
  const again = shown.flatMap(({ prompt_id }) => prompts.filter((prompt) => prompt.id === prompt_id && prompt.cadence === cadence))
  return { fresh, inOrder: [...fresh, ...again] }
}

/** Prompts shown in the last 21 days, the longest ago first; those of today stay what they are for today. */
async function shownLately(db: PersonDb, today: string): Promise<{ prompt_id: string }[]> {
  const { rows } = await sql<{ prompt_id: string }>`
    select prompt_id from prompt_shown
    where organisation_id = my_organisation() and person_id = me() and shown_on < ${today}::date and shown_on >= ${today}::date - ${restDays}::int
    order by shown_on, prompt_id`.execute(db)
  return rows
}

/** What makes a prompt more likely for this person. */
async function leaningOf(db: PersonDb): Promise<Leaning> {
  const [values, obstacles] = await Promise.all([lastOwnValues(db), lastObstacleTags(db)])
  return { lowest: twoLowest(values ?? {}), obstacles: tagsMeeting(obstacles) }
}
