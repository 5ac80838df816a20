import { sql } from 'kysely'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { foundAudience } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { type NeedAnswerKind, needLinkDays } from '../rules/need-link.ts'

/**
 * Makes the link to a need of one's own, or renews it: 30 days from now, and a former link no longer works. It is given here once; only its hash
 * is kept. Undefined where the need is not one's own.
 */
export async function sendNeed(db: PersonDb, { journeyId, needId, origin }: { journeyId: string; needId: string; origin: string }) {
  const token = newToken()
  const { rows: renewed } = await sql`update need_link set token_hash = ${hashOf(token)}, revoked_at = null, made_at = now(),
      expires_at = now() + ${needLinkDays} * interval '1 day'
    where organisation_id = my_organisation() and need_id = ${needId}::uuid returning id`.execute(db)
  const id = newId()
  if (renewed.length === 0) {
    await sql`insert into need_link (organisation_id, id, journey_id, need_id, made_by, token_hash, expires_at)
      values (my_organisation(), ${id}::uuid, ${journeyId}::uuid, ${needId}::uuid, me(), ${hashOf(token)},
        now() + ${needLinkDays} * interval '1 day')`.execute(db)
    // Words of the learner are read by whoever holds the link: an audience of its own, in which nobody is but the learner.
    await foundAudience(db, id)
  }
  return `${origin}/need/${token}`
}

/** Takes a link back: from this moment it shows nothing. */
export async function revokeNeedLink(db: PersonDb, needId: string): Promise<void> {
  await sql`update need_link set revoked_at = now()
    where organisation_id = my_organisation() and need_id = ${needId}::uuid and revoked_at is null`.execute(db)
}

/** Takes the link of a need, with all that was said through it, along to the copy of that need in a step that its learner goes on with. */
export async function takeNeedLinkAlong(db: PersonDb, fromNeedId: string, toNeedId: string): Promise<void> {
  await sql`select need_link_goes_along(${fromNeedId}::uuid, ${toNeedId}::uuid)`.execute(db)
}

/** Says something back to a question that came through a link; written once, readable at the same link. False where there is no such question. */
export async function replyToNeed(
  db: PersonDb,
  needId: string,
  { answerId, reply, me }: { answerId: string; reply: string; me: string },
): Promise<boolean> {
  const { rows } = await sql<{ link_id: string }>`select a.link_id from need_answer a
    join need_link l on l.organisation_id = a.organisation_id and l.id = a.link_id
    where a.organisation_id = my_organisation() and a.id = ${answerId}::uuid and a.kind = 'question' and l.need_id = ${needId}::uuid`.execute(
    db,
  )
  const linkId = rows[0]?.link_id
  if (!linkId) return false
  await writePassages(db, {
    contextId: linkId,
    subjectId: answerId,
    audienceOf: () => linkId,
    texts: [{ field: 'reply', body: reply, baseVersion: 0 }],
  })
  await notifyChanged(db, me)
  return true
}

export interface NeedAnswered {
  id: string
  kind: NeedAnswerKind
  comingOn: string | null
  body: string
}

/** An answer from outside, by whoever holds the link. False where the link no longer takes one. */
export async function answerNeed(db: VisitorDb, token: string, { id, kind, comingOn, body }: NeedAnswered): Promise<boolean> {
  const day = kind === 'there' ? comingOn : null
  const { rows } = await sql<{ answered: boolean }>`
    select answer_need(${hashOf(token)}, ${id}::uuid, ${kind}, ${day}::date, ${body}) as answered`.execute(db)
  return rows[0]?.answered ?? false
}
