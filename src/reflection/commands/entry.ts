import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import type { Cadence } from '../reflection.ts'
import { restDays } from '../rules/prompt-choice.ts'

type Author = { personId: string }

/** One entry as a form sends it. `id` is made by the page: sending it again with the same words changes nothing. */
export interface WrittenEntry {
  id: string
  body: string
  baseVersion: number
  promptId: string | null
}

interface About {
  cadence: Cadence | null
  journeyId: string | null
}

export type Written = { ok: true; conflicts: (Conflict & { id: string })[] } | { ok: false; reason: 'absent' }

/** Writes entries of one's own journal, for oneself alone. Those without a word do not come into being. A journey that is not one's own is refused. */
export async function writeEntries(
  db: PersonDb,
  me: Author,
  written: readonly WrittenEntry[],
  { cadence, journeyId }: About,
): Promise<Written> {
  if (journeyId && !(await isMine(db, journeyId))) return { ok: false, reason: 'absent' }
  const conflicts: (Conflict & { id: string })[] = []
  for (const { id, body, baseVersion, promptId } of written.filter((one) => one.body !== '' || one.baseVersion > 0)) {
    await sql`
      insert into reflection (organisation_id, id, author_id, journey_id, cadence, prompt_id)
      values (my_organisation(), ${id}::uuid, me(), ${journeyId}::uuid, ${cadence}, ${promptId}) on conflict do nothing`.execute(db)
    const changed = await changeEntry(db, me, id, { body, baseVersion, journeyId })
    if (!changed.ok) return changed
    conflicts.push(...changed.conflicts)
  }
  return { ok: true, conflicts }
}

/** Changes the words of an entry, or the journey it stands beside. Absent: it is not there, lies in the bin, or is somebody else's. */
export async function changeEntry(
  db: PersonDb,
  me: Author,
  id: string,
  { body, baseVersion, journeyId }: { body: string; baseVersion: number; journeyId: string | null },
): Promise<Written> {
  if (journeyId && !(await isMine(db, journeyId))) return { ok: false, reason: 'absent' }
  const { numAffectedRows } = await sql`
    update reflection set journey_id = ${journeyId}::uuid
    where organisation_id = my_organisation() and id = ${id}::uuid and author_id = me() and removed_at is null`.execute(db)
  if (!numAffectedRows) return { ok: false, reason: 'absent' }
  const conflicts = await writePassages(db, {
    contextId: me.personId,
    subjectId: id,
    audienceOf: () => null,
    texts: [{ field: 'text', body, baseVersion }],
  })
  return { ok: true, conflicts: conflicts.map((conflict) => ({ ...conflict, id })) }
}

async function isMine(db: PersonDb, journeyId: string): Promise<boolean> {
  const { rows } = await sql`select id from journey
    where organisation_id = my_organisation() and id = ${journeyId}::uuid and learner_id = me()`.execute(db)
  return rows.length > 0
}

/** Puts an entry into the bin, for 30 days. Whoever read it or a part of it reads nothing of it from now on, also when it comes back. */
export async function removeEntry(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update reflection set removed_at = now()
    where organisation_id = my_organisation() and id = ${id}::uuid and author_id = me() and removed_at is null`.execute(db)
  await sql`
    update share s set until = now() from passage p
    where s.organisation_id = my_organisation() and s.granted_by = me() and (s.until is null or s.until > now())
      and p.organisation_id = s.organisation_id and p.id = s.passage_id and p.subject_id = ${id}::uuid`.execute(db)
  return Boolean(numAffectedRows)
}

/** Brings an entry back from the bin, for its author alone. */
export async function restoreEntry(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update reflection set removed_at = null
    where organisation_id = my_organisation() and id = ${id}::uuid and author_id = me()`.execute(db)
  return Boolean(numAffectedRows)
}

/** Erases an entry with its words and everything that was shared of it, for good. */
export async function eraseEntry(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    delete from reflection where organisation_id = my_organisation() and id = ${id}::uuid and author_id = me()`.execute(db)
  if (!numAffectedRows) return false
  await sql`delete from passage where organisation_id = my_organisation() and subject_id = ${id}::uuid and author_id = me()`.execute(db)
  return true
}

/** Keeps which prompts were shown, so that they do not come again for 21 days; what is older is forgotten. */
export async function rememberShown(db: PersonDb, promptIds: readonly string[], today: string): Promise<void> {
  await sql`
    insert into prompt_shown (organisation_id, person_id, prompt_id, shown_on)
    select my_organisation(), me(), id, ${today}::date from unnest(${[...promptIds]}::text[]) id
    on conflict (organisation_id, person_id, prompt_id) do update set shown_on = excluded.shown_on`.execute(db)
  await sql`delete from prompt_shown
    where organisation_id = my_organisation() and person_id = me() and shown_on < ${today}::date - ${restDays}::int`.execute(db)
}
