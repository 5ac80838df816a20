import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { type SharedText, sharedText } from '../queries.ts'
import { bodyOfChanges, bundled, changeTo, judgeChange, mergeAfter, mergedChanges } from '../rules/shared-text.ts'
import { topicOfSharedText } from '../sharing.ts'

/** Begins a text that everybody in an audience writes, as somebody who steers it. */
export async function beginSharedText(db: PersonDb, id: string, audienceId: string): Promise<void> {
  await sql`insert into shared_text (organisation_id, id, audience_id) values (my_organisation(), ${id}::uuid, ${audienceId}::uuid)
    on conflict do nothing`.execute(db)
}

export type TakenIn =
  /** `number` is the last change of the text now; `news` everything after the one that the sender knew, in one piece. */
  { ok: true; number: number; news: Uint8Array | null } | { ok: false; reason: 'absent' | 'broken' | 'behind' | 'too_long' }

/** Takes a change into a text. Sent twice, it is taken once. `since`: the last change that the sender knows. */
export async function takeChange(db: PersonDb, id: string, change: Uint8Array, since: number): Promise<TakenIn> {
  const text = await lockedText(db, id)
  if (!text) return { ok: false, reason: 'absent' }
  const judged = judgeChange(text.changes, change)
  if (!judged.ok) return judged
  const number = judged.known ? text.number : await append(db, text, change)
  const known = text.after(since)
  return { ok: true, number, news: bundled(judged.known ? known : [...known, change]) }
}

export type Rewritten =
  | { ok: true; number: number }
  | { ok: false; reason: 'absent' }
  /** Others wrote meanwhile: what stands now, and the number to send in order to write over it. */
  | { ok: false; reason: 'conflict'; theirs: string; number: number }

/** Makes a text read as `body`, from a page that showed it at the change `base`. Nothing that others wrote meanwhile is overwritten. */
export async function rewriteSharedText(db: PersonDb, id: string, body: string, base: number): Promise<Rewritten> {
  const text = await lockedText(db, id)
  if (!text) return { ok: false, reason: 'absent' }
  const change = changeTo(text.changes, body)
  if (!change) return { ok: true, number: text.number }
  if (base !== text.number) return { ok: false, reason: 'conflict', theirs: bodyOfChanges(text.changes), number: text.number }
  return { ok: true, number: await append(db, text, change) }
}

/** One after the other: whoever writes waits for whoever writes in the same text. */
async function lockedText(db: PersonDb, id: string): Promise<SharedText | undefined> {
  const { rows } = await sql`select from shared_text where organisation_id = my_organisation() and id = ${id}::uuid for update`.execute(db)
  return rows.length > 0 ? sharedText(db, id) : undefined
}

async function append(db: PersonDb, text: SharedText, change: Uint8Array): Promise<number> {
  const number = text.number + 1
  if (number - text.mergedTo < mergeAfter) {
    await sql`with added as (
        insert into shared_text_change (organisation_id, shared_text_id, number, content)
        values (my_organisation(), ${text.id}::uuid, ${number}, ${Buffer.from(change)}))
      update shared_text set last_change = ${number} where organisation_id = my_organisation() and id = ${text.id}::uuid`.execute(db)
  } else {
    const merged = Buffer.from(mergedChanges([...text.changes, change]))
    await sql`with gone as (
        delete from shared_text_change where organisation_id = my_organisation() and shared_text_id = ${text.id}::uuid)
      update shared_text set merged = ${merged}, merged_to = ${number}, last_change = ${number}
      where organisation_id = my_organisation() and id = ${text.id}::uuid`.execute(db)
  }
  await notifyChanged(db, topicOfSharedText(text))
  return number
}
