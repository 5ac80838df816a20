import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Conflict, WrittenText } from '../sharing.ts'

interface Writing {
  contextId: string
  subjectId: string
  /** The audience a new text gets; an existing text keeps the one it has. Null: its author alone. */
  audienceOf: (field: string) => string | null
  texts: WrittenText[]
}

/**
 * Writes texts of one subject at once, as the person who is bound. A text whose version is no longer the one the
 * person had before them is left alone and given back as a conflict with what stands there now.
 */
export async function writePassages(db: PersonDb, { contextId, subjectId, audienceOf, texts }: Writing): Promise<Conflict[]> {
  if (texts.length === 0) return []
  const given = texts.map(({ field, position = 0, body, baseVersion }) => ({
    id: newId(),
    field,
    position,
    body,
    base_version: baseVersion,
    audience_id: audienceOf(field),
  }))
  const { rows } = await sql<{ field: string; position: number; theirs: string; version: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(id uuid, field text, position int, body text, base_version int, audience_id uuid)
    ), written as (
      insert into passage as p (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body)
      select my_organisation(), g.id, ${contextId}::uuid, ${subjectId}::uuid, g.field, g.position, me(), g.audience_id, g.body from given g
      where g.body <> '' or g.base_version > 0
      on conflict (organisation_id, subject_id, field, position, author_id) do update
        set body = excluded.body, version = p.version + 1, updated_at = now()
        where p.body is distinct from excluded.body
          and p.version = (select g.base_version from given g where g.field = excluded.field and g.position = excluded.position)
      returning p.field, p.position
    )
    select p.field, p.position, p.body as theirs, p.version from passage p
    join given g on g.field = p.field and g.position = p.position
    where p.organisation_id = my_organisation() and p.subject_id = ${subjectId}::uuid and p.author_id = me()
      and p.version <> g.base_version and p.body <> g.body
      and not exists (select from written w where w.field = p.field and w.position = p.position)`.execute(db)
  return rows
}

/** Opens a text of one's own to an audience, or closes it again (null): works at once. */
export async function setAudience(db: PersonDb, passageId: string, audienceId: string | null): Promise<void> {
  await sql`update passage set audience_id = ${audienceId}::uuid
    where organisation_id = my_organisation() and id = ${passageId}::uuid and author_id = me()`.execute(db)
}

/** Opens the written texts of one subject to an audience, as far as they are in these fields: a draft becomes readable. */
export async function openFields(db: PersonDb, subjectId: string, fields: readonly string[], audienceId: string): Promise<void> {
  await sql`update passage set audience_id = ${audienceId}::uuid
    where organisation_id = my_organisation() and subject_id = ${subjectId}::uuid and author_id = me()
      and field = any (${[...fields]}::text[]) and audience_id is null`.execute(db)
}

/** Closes all of one's own texts of one subject again, for everybody but oneself: works at once. */
export async function closeTexts(db: PersonDb, subjectId: string): Promise<void> {
  await sql`update passage set audience_id = null
    where organisation_id = my_organisation() and subject_id = ${subjectId}::uuid and author_id = me()`.execute(db)
}
