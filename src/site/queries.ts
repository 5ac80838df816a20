import { sql } from 'kysely'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'
import type { ContactMessage, Language, PublicText, TextKind } from './site.ts'

type TextRow = { language: Language; version: number; body: string; written_at: Date }
const asText = ({ language, version, body, written_at }: TextRow): PublicText => ({ language, version, body, writtenAt: written_at })

/** What stands on a public page: in the language asked for, else in the other one; undefined while the organisation has written nothing. */
export async function publicTextNow(db: PersonDb | VisitorDb, kind: TextKind, language: Language): Promise<PublicText | undefined> {
  const { rows } = await sql<TextRow>`select * from public_text_now(${kind}, ${language})`.execute(db)
  return rows[0] && asText(rows[0])
}

/** All versions of one text, the newest first, with the name of who wrote each. For administrators; others get none. */
export async function versionsOf(db: PersonDb, kind: TextKind, language: Language): Promise<(PublicText & { by: string | null })[]> {
  const { rows } = await sql<TextRow & { by: string | null }>`
    select t.language, t.version, t.body, t.written_at, p.name as by from public_text t
    left join person p on p.organisation_id = t.organisation_id and p.id = t.written_by
    where t.organisation_id = my_organisation() and t.kind = ${kind} and t.language = ${language}
    order by t.version desc`.execute(db)
  return rows.map((row) => ({ ...asText(row), by: row.by }))
}

/** Which texts the organisation has written itself, in which language. */
export async function writtenTexts(db: PersonDb): Promise<{ kind: TextKind; language: Language }[]> {
  const { rows } = await sql<{ kind: TextKind; language: Language }>`
    select distinct t.kind, t.language from public_text t where t.organisation_id = my_organisation()`.execute(db)
  return rows
}

/** Messages from the contact form, those that wait first, each group with the newest first. For administrators; others get none. */
export async function contactMessages(db: PersonDb): Promise<ContactMessage[]> {
  const { rows } = await sql<{
    id: string
    name: string
    email: string
    body: string
    sent_at: Date
    answered_at: Date | null
    by: string | null
  }>`
    select m.id, m.name, m.email, m.body, m.sent_at, m.answered_at, p.name as by from contact_message m
    left join person p on p.organisation_id = m.organisation_id and p.id = m.answered_by
    where m.organisation_id = my_organisation() and m.removed_at is null
    order by m.answered_at is not null, m.sent_at desc limit 200`.execute(db)
  return rows.map(({ sent_at, answered_at, by, ...row }) => ({
    ...row,
    sentAt: sent_at,
    answered: answered_at && { at: answered_at, by },
  }))
}

export async function registrationIsOpen(db: VisitorDb): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select registration_is_open() as open`.execute(db)
  return rows[0]?.open ?? false
}

/** Signs when forms of this organisation were given out. */
export async function formKey(db: VisitorDb): Promise<Buffer> {
  const { rows } = await sql<{ key: Buffer }>`select form_key_here() as key`.execute(db)
  return rows[0]!.key
}
