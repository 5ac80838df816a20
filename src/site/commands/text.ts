import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Language, TextKind } from '../site.ts'

interface Writing {
  kind: TextKind
  language: Language
  body: string
  /** The version that was in front of the writer; 0 where there was none. */
  baseVersion: number
}

/** Publishes a new version of a text; the former ones stay. Refused where somebody else has published one in the meantime. */
export async function publishText(db: PersonDb, writing: Writing): Promise<{ ok: true } | { ok: false; reason: 'changed_meanwhile' }> {
  const { kind, language, body, baseVersion } = writing
  const { rows } = await sql`
    insert into public_text (organisation_id, kind, language, version, body, written_by)
    select my_organisation(), ${kind}, ${language}, ${baseVersion + 1}, ${body}, me()
    where ${baseVersion} = coalesce((select max(t.version) from public_text t
      where t.organisation_id = my_organisation() and t.kind = ${kind} and t.language = ${language}), 0)
    on conflict do nothing returning version`.execute(db)
  return rows.length > 0 ? { ok: true } : { ok: false, reason: 'changed_meanwhile' }
}
