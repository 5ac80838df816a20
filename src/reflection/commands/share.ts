import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { entryById } from '../queries/entries.ts'

interface Sharing {
  /** Made by the page: sending the form again changes nothing. */
  shareId: string
  entryId: string
  readerId: string
  /** The version of the entry that the preview showed. */
  version: number
  /** The words of an excerpt, or null for the whole entry. */
  excerpt: string | null
  /** When it ends by itself. */
  until: Date
}

export type SharedNow = { ok: true } | { ok: false; reason: 'absent' | 'changed' }

/**
 * Opens an entry or an excerpt of it to one named person, until a date. An excerpt is a text of its own, which stays as it was shown.
 * `changed`: the entry is no longer what the preview showed. Whoever reads the same already reads it until the new date.
 */
export async function shareEntry(db: PersonDb, { personId }: { personId: string }, sharing: Sharing): Promise<SharedNow> {
  const { shareId, entryId, readerId, excerpt, until } = sharing
  const entry = await entryById(db, entryId)
  if (!entry || entry.removedAt || readerId === personId || !(await isHere(db, readerId))) return { ok: false, reason: 'absent' }
  if (entry.shares.some((share) => share.id === shareId)) return { ok: true }
  if (entry.version !== sharing.version) return { ok: false, reason: 'changed' }
  const same = entry.shares.find((share) => share.readerId === readerId && share.excerpt === excerpt)
  if (same) {
    await sql`update share set until = ${until} where organisation_id = my_organisation() and id = ${same.id}::uuid`.execute(db)
    return { ok: true }
  }
  const passageId = excerpt === null ? entry.passageId : await keepExcerpt(db, personId, entryId, excerpt)
  await sql`
    insert into share (organisation_id, id, passage_id, reader_id, granted_by, until)
    values (my_organisation(), ${shareId}::uuid, ${passageId}::uuid, ${readerId}::uuid, me(), ${until})`.execute(db)
  return { ok: true }
}

async function isHere(db: PersonDb, personId: string): Promise<boolean> {
  const { rows } =
    await sql`select id from person where organisation_id = my_organisation() and id = ${personId}::uuid and not is_leaving(id)`.execute(db)
  return rows.length > 0
}

async function keepExcerpt(db: PersonDb, personId: string, entryId: string, excerpt: string): Promise<string> {
  const id = newId()
  await sql`
    insert into passage (organisation_id, id, context_id, subject_id, field, position, author_id, body)
    select my_organisation(), ${id}::uuid, ${personId}::uuid, ${entryId}::uuid, 'excerpt', coalesce(max(p.position) + 1, 0), me(), ${excerpt}
    from passage p where p.organisation_id = my_organisation() and p.subject_id = ${entryId}::uuid and p.field = 'excerpt' and p.author_id = me()`.execute(
    db,
  )
  return id
}

/** Takes back what was opened to somebody: from this moment they read nothing of it, on open pages too. */
export async function endShare(db: PersonDb, entryId: string, shareId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`
    update share s set until = now() from passage p
    where s.organisation_id = my_organisation() and s.id = ${shareId}::uuid and s.granted_by = me()
      and p.organisation_id = s.organisation_id and p.id = s.passage_id and p.subject_id = ${entryId}::uuid`.execute(db)
  return Boolean(numAffectedRows)
}
