import * as v from 'valibot'
import { type DueKind, newsKinds, reminderKinds } from '#person/rules/due-line.ts'
import { choices, requiredChoice, ticked } from '#platform/web/schemas.ts'
import type { Wanted } from './commands/choices.ts'

const kept = ['usual', 'less', 'off', ''] as const

/** How often somebody wants to be written to, and of what: a field for each kind of reminder, where '' leaves one that rests at rest, and the news in one list. */
export const wantedForm = v.pipe(
  v.object({
    often: requiredChoice(['daily', 'weekly', 'off'] as const),
    titles: ticked,
    news: choices(newsKinds),
    ...v.entriesFromList(reminderKinds, v.optional(v.picklist(kept, 'not_a_choice'), '')),
  }),
  v.transform(({ often, titles, news, ...reminders }): Wanted => {
    const kinds: Partial<Record<DueKind, 'usual' | 'less' | 'off'>> = {}
    for (const kind of newsKinds) kinds[kind] = news.includes(kind) ? 'usual' : 'off'
    for (const kind of reminderKinds) if (reminders[kind] !== '') kinds[kind] = reminders[kind]
    return { often, titles, kinds }
  }),
)
