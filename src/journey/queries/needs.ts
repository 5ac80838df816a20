import { type Expression, sql } from 'kysely'
import { linkOfNeed, type NeedLinkRow, type NeedLinkView, needLinkView } from '#help/queries/need-link.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { NeedState } from '../rules/choices.ts'

/** Something that a step of one's own needs, with where it belongs and what was said to it through its link. */
export interface OwnNeed {
  id: string
  text: string
  /** 'YYYY-MM-DD' */
  neededBy: string | null
  state: NeedState
  stepId: string
  step: string
  journeyId: string
  journey: string
  link: NeedLinkView | null
}

/**
 * The needs of this person's steps in their open cycles, over all journeys that are not over: those that are open, by the day they are needed,
 * and those that were answered through a link in the last two weeks. At most two hundred.
 */
export const ownNeeds = (db: PersonDb): Promise<OwnNeed[]> =>
  needsWhere(
    db,
    sql<boolean>`n.removed_at is null and s.removed_at is null and c.state = 'open' and s.status in ('planned', 'doing', 'partly_done')
      and j.status in ('active', 'paused') and (n.state = 'open' or exists (select from need_link k
        join need_answer w on w.organisation_id = k.organisation_id and w.link_id = k.id
        where k.organisation_id = n.organisation_id and k.need_id = n.id and w.answered_at > now() - interval '14 days'))`,
  )

/** One need of one's own; undefined where there is none. */
export async function ownNeed(db: PersonDb, needId: string): Promise<OwnNeed | undefined> {
  const [need] = await needsWhere(db, sql<boolean>`n.id = ${needId}::uuid and n.removed_at is null and s.removed_at is null`)
  return need
}

async function needsWhere(db: PersonDb, wanted: Expression<boolean>): Promise<OwnNeed[]> {
  const { rows } = await sql<{
    id: string
    text: string | null
    needed_by: string | null
    state: NeedState
    step_id: string
    step: string | null
    journey_id: string
    journey: string | null
    link: NeedLinkRow | null
  }>`
    select n.id, n.needed_by::text, n.state, n.step_id, n.journey_id, ${linkOfNeed} as link,
      (select t.body from passage t where t.organisation_id = n.organisation_id and t.subject_id = n.id and t.field = 'text') as text,
      (select t.body from passage t where t.organisation_id = n.organisation_id and t.subject_id = s.id and t.field = 'what' order by t.id limit 1) as step,
      (select t.body from challenge h join passage t on t.organisation_id = h.organisation_id and t.subject_id = h.id and t.field = 'title'
        where h.organisation_id = n.organisation_id and h.journey_id = n.journey_id order by h.version desc limit 1) as journey
    from journey j
    join need n on n.organisation_id = j.organisation_id and n.journey_id = j.id
    join step s on s.organisation_id = n.organisation_id and s.id = n.step_id
    join cycle c on c.organisation_id = s.organisation_id and c.id = s.cycle_id
    where j.organisation_id = my_organisation() and j.learner_id = me() and ${wanted}
    order by n.needed_by nulls last, n.id limit 200`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    text: row.text ?? '',
    neededBy: row.needed_by,
    state: row.state,
    stepId: row.step_id,
    step: row.step ?? '',
    journeyId: row.journey_id,
    journey: row.journey ?? '',
    link: row.link && needLinkView(row.link),
  }))
}
