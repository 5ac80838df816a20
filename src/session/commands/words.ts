import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { writePassages } from '#sharing/commands/passage.ts'

/** Where words of a session stand, and the version that their writer had before them (0: none). */
export interface Place {
  sessionId: string
  subjectId: string
  field: 'title' | 'place' | 'item' | 'agreement' | 'hatPurpose'
  baseVersion: number
}
export type Written = { ok: true } | { ok: false; theirs: string; version: number }

/** Writes words that everybody in the session may change: the last ones count. What somebody else changed meanwhile is given back instead. */
export async function writeWords(db: PersonDb, { sessionId, subjectId, field, baseVersion }: Place, body: string): Promise<Written> {
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${subjectId} ${field}`}, 0))`.execute(db)
  const { rows } = await sql<{ body: string | null; version: number; own: number }>`
    select (array_agg(body order by updated_at desc))[1] as body, coalesce(sum(version), 0)::int as version,
      coalesce(max(version) filter (where author_id = me()), 0) as own
    from passage where organisation_id = my_organisation() and context_id = ${sessionId}::uuid
      and subject_id = ${subjectId}::uuid and field = ${field}`.execute(db)
  const stands = rows[0]!
  if ((stands.body ?? '') === body) return { ok: true }
  if (stands.version !== baseVersion) return { ok: false, theirs: stands.body ?? '', version: stands.version }
  await writePassages(db, {
    contextId: sessionId,
    subjectId,
    audienceOf: () => sessionId,
    texts: [{ field, body, baseVersion: stands.own }],
  })
  await notifyChanged(db, sessionId)
  return { ok: true }
}
