import { type RawBuilder, sql } from 'kysely'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import { bodyOfChanges, type Changes, mergedChanges } from './rules/shared-text.ts'
import type { Invitation, InvitationSeen, InvitationState, Passage, Reader } from './sharing.ts'

/** All texts of one whole (a journey) that the person may read, in one query. */
export async function passagesIn(db: PersonDb, contextId: string): Promise<Passage[]> {
  const rows = await db
    .selectFrom('passage')
    .select(['id', 'subject_id', 'field', 'position', 'author_id', 'audience_id', 'body', 'version'])
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('context_id', '=', contextId)
    .orderBy('position')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    subjectId: row.subject_id,
    field: row.field,
    position: row.position,
    authorId: row.author_id,
    audienceId: row.audience_id,
    body: row.body,
    version: row.version,
  }))
}

/** Everybody who can read this audience now, by name; nobody, for somebody outside it. */
export async function readersOf(db: PersonDb, audienceId: string): Promise<Reader[]> {
  const { rows } = await sql<{ person_id: string; name: string; role: string; since: Date | null }>`
    select * from readers_of_audience(${audienceId}) order by since, name`.execute(db)
  return rows.map((row) => ({ personId: row.person_id, name: row.name, role: row.role, since: row.since }))
}

/** The audiences that the person may read now. */
export async function myAudiences(db: PersonDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select my_audiences() as id`.execute(db)
  return rows.map((row) => row.id)
}

/** What open pages of the person may follow: the audiences they read, and single texts opened to them. */
export async function myTopics(db: PersonDb): Promise<string[]> {
  const { rows } = await sql<{ id: string }>`select my_audiences() as id union all select passages_shared_with_me()`.execute(db)
  return rows.map((row) => row.id)
}

/** Invitations to accompany this journey, or (null) to the organisation: those that the person may look after, the newest first. */
export async function invitationsTo(db: PersonDb, audienceId: string | null): Promise<Invitation[]> {
  const rows = await db
    .selectFrom('invitation as i')
    .leftJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'i.organisation_id').onRef('p.id', '=', 'i.invited_by'))
    .leftJoin('person as u', (join) => join.onRef('u.organisation_id', '=', 'i.organisation_id').onRef('u.id', '=', 'i.used_by'))
    .select(['i.id', 'p.name as inviter', 'i.email', 'i.made_at', 'i.expires_at', 'u.name as user', 'i.used_at', 'i.revoked_at'])
    .where('i.organisation_id', '=', sql<string>`my_organisation()`)
    .where('i.audience_id', audienceId === null ? 'is' : '=', audienceId)
    .orderBy('i.made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    invitedBy: row.inviter,
    email: row.email,
    madeAt: row.made_at,
    expiresAt: row.expires_at,
    usedBy: row.user,
    usedAt: row.used_at,
    revokedAt: row.revoked_at,
  }))
}

/** What lies behind the link of an invitation, for whoever holds it; undefined for a link that never was one. */
export async function invitationAt(db: PersonDb | VisitorDb, token: string): Promise<InvitationSeen | undefined> {
  const { rows } = await sql<{
    state: InvitationState
    inviter: string | null
    to_journey: boolean
    email: string | null
    mine: boolean
    taking_part: boolean
  }>`select * from invitation_at(${hashOf(token)})`.execute(db)
  const row = rows[0]
  return (
    row && {
      state: row.state,
      inviter: row.inviter,
      toJourney: row.to_journey,
      email: row.email,
      mine: row.mine,
      takingPart: row.taking_part,
    }
  )
}

/** A text that several people write together, as it stands. */
export interface SharedText {
  id: string
  audienceId: string
  /** Its last change. */
  number: number
  mergedTo: number
  changes: Changes
  /** What has to be taken in by somebody who knows it up to the change `since`. */
  after(since: number): Changes
}

/** A text written together; undefined where there is none for this person. */
export async function sharedText(db: PersonDb, id: string): Promise<SharedText | undefined> {
  return (await sharedTexts(db, sql`t.id = ${id}::uuid`))[0]
}

/** All texts that are written together in these audiences. */
export const sharedTextsIn = (db: PersonDb, audienceIds: readonly string[]): Promise<SharedText[]> =>
  sharedTexts(db, sql`t.audience_id = any (${[...audienceIds]}::uuid[])`)

/** The words of a text, and all of it in one piece for a browser that goes on writing. */
export const shownSharedText = (text: SharedText): { body: string; number: number; whole: Uint8Array } => ({
  body: bodyOfChanges(text.changes),
  number: text.number,
  whole: mergedChanges(text.changes),
})

async function sharedTexts(db: PersonDb, which: RawBuilder<unknown>): Promise<SharedText[]> {
  const { rows } = await sql<{
    id: string
    audience_id: string
    merged: Buffer | null
    merged_to: number
    last_change: number
    since: Buffer[]
  }>`
    select t.id, t.audience_id, t.merged, t.merged_to, t.last_change, array(
      select c.content from shared_text_change c where c.organisation_id = t.organisation_id and c.shared_text_id = t.id order by c.number) as since
    from shared_text t where t.organisation_id = my_organisation() and ${which} order by t.id`.execute(db)
  return rows.map(({ id, audience_id, merged, merged_to, last_change, since }) => {
    const changes = merged ? [merged, ...since] : since
    const after = (known: number) => (known < merged_to ? changes : since.slice(known - merged_to))
    return { id, audienceId: audience_id, number: last_change, mergedTo: merged_to, changes, after }
  })
}
