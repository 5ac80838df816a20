import type { AssigneeRow } from '#help/queries/assignee.ts'
import { type NeedLinkRow, needLinkView } from '#help/queries/need-link.ts'
import type { HelpRequestRow } from '#help/queries/of-journey.ts'
import { notesOfRole } from '#help/rules/assignee.ts'

/** A question for help with what was said under it. Its readers are the two of it, and whom its learner let read along. */
export const helpRequestJson = (row: HelpRequestRow) => ({
  id: row.id,
  cycleId: row.cycle_id,
  toPersonId: row.to_person_id,
  toName: row.to_name,
  state: row.state,
  givenBack: row.given_back,
  askedAt: new Date(row.asked_at).toISOString(),
  texts: row.texts.map((text) => ({
    id: text.id,
    field: text.field,
    position: 0,
    authorId: text.author_id,
    readers: 'item',
    version: text.version,
    body: text.body,
  })),
})

/** How somebody without an account was asked for a need, and what they said: in the copy of its learner alone. */
export function needLinkJson(row: NeedLinkRow | null) {
  if (!row) return null
  const { madeAt, expiresAt, revokedAt, answers } = needLinkView(row)
  return {
    madeAt: madeAt.toISOString(),
    expiresAt: expiresAt.toISOString(),
    revokedAt: revokedAt?.toISOString() ?? null,
    answers: answers.map(({ kind, body, comingOn, at, reply }) => ({ kind, body, comingOn, at: at.toISOString(), reply })),
  }
}

/** Who helps with a step, and what they wrote there as far as the person who takes it along may read it. */
export const assigneeJson = (row: AssigneeRow) => ({
  id: row.id,
  personId: row.person_id,
  name: row.name,
  role: row.role,
  state: row.state,
  askedAt: new Date(row.asked_at).toISOString(),
  suggestion: row.suggestion,
  texts: row.texts.map((text) => ({
    id: text.id,
    field: text.field,
    position: text.position,
    authorId: text.author_id,
    readers: notesOfRole[row.role],
    version: text.version,
    body: text.body,
  })),
})
