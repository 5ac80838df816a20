import { sql } from 'kysely'
import type { VisitorDb } from '#platform/db/bound.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import type { NeedAnswerKind, NeedLink, NeedLinkState } from '../rules/need-link.ts'

/** What somebody without an account said, and what the learner said back. */
export interface NeedAnswer {
  id: string
  kind: NeedAnswerKind
  body: string
  /** 'YYYY-MM-DD' */
  comingOn: string | null
  at: Date
  reply: string | null
}

/** The link to a need, as its learner sees it: never the link itself. */
export interface NeedLinkView extends NeedLink {
  id: string
  madeAt: Date
  answers: NeedAnswer[]
}

interface AnswerRow {
  id: string
  kind: NeedAnswerKind
  body: string
  coming_on: string | null
  answered_at: string
  reply: string | null
}
export interface NeedLinkRow {
  id: string
  made_at: string
  expires_at: string
  revoked_at: string | null
  answers: AnswerRow[]
}

/** Part of a statement on needs: the link of the need `n` with all that was said through it, as JSON; null where there is none, or none for this person. */
export const linkOfNeed = sql<NeedLinkRow | null>`(select json_build_object('id', l.id, 'made_at', l.made_at, 'expires_at', l.expires_at,
  'revoked_at', l.revoked_at, 'answers', (select coalesce(json_agg(json_build_object('id', w.id, 'kind', w.kind, 'body', w.body,
      'coming_on', w.coming_on, 'answered_at', w.answered_at, 'reply', (select r.body from passage r
        where r.organisation_id = w.organisation_id and r.subject_id = w.id and r.field = 'reply' and r.author_id = l.made_by))
      order by w.answered_at, w.id), '[]') from need_answer w where w.organisation_id = l.organisation_id and w.link_id = l.id))
  from need_link l where l.organisation_id = n.organisation_id and l.need_id = n.id)`

export const needLinkView = (row: NeedLinkRow): NeedLinkView => ({
  id: row.id,
  madeAt: new Date(row.made_at),
  expiresAt: new Date(row.expires_at),
  revokedAt: row.revoked_at === null ? null : new Date(row.revoked_at),
  answers: row.answers.map(answerOf),
})

const answerOf = (row: AnswerRow): NeedAnswer => ({
  id: row.id,
  kind: row.kind,
  body: row.body,
  comingOn: row.coming_on,
  at: new Date(row.answered_at),
  reply: row.reply,
})

/** All that whoever holds a link may see: the need, its date and who asks, while it works or once it is settled. */
export interface NeedSeen {
  state: NeedLinkState
  asker: string
  need: string | null
  /** 'YYYY-MM-DD' */
  neededBy: string | null
  answers: Omit<NeedAnswer, 'id'>[]
}

/** What lies behind the link of a need; undefined for a link that never was one. */
export async function needAt(db: VisitorDb, token: string): Promise<NeedSeen | undefined> {
  const { rows } = await sql<{
    state: NeedLinkState
    asker: string
    need: string | null
    needed_by: string | null
    answers: AnswerRow[] | null
  }>`select state, asker, need, needed_by::text, answers from need_at(${hashOf(token)})`.execute(db)
  const row = rows[0]
  return row && { state: row.state, asker: row.asker, need: row.need, neededBy: row.needed_by, answers: (row.answers ?? []).map(answerOf) }
}
