import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Instant, Listing } from '#platform/db/listing.ts'
import type { HelpRequest, HelpRequestField, HelpRequestState } from '../rules/help-request.ts'

/** What was written under a question, in the order in which it was written. */
export interface HelpAnswer {
  id: string
  authorId: string
  authorName: string
  body: string
  at: Date
}

/** One question for help, as far as this person may read it. */
export interface HelpRequestView extends HelpRequest {
  id: string
  state: HelpRequestState
  learnerId: string
  learnerName: string
  toPersonId: string | null
  toName: string | null
  /** What the person asking for it is to it. */
  as: 'learner' | 'addressee' | 'reader'
  mine: boolean
  askedAt: Date
  texts: Partial<Record<HelpRequestField, string>>
  answers: HelpAnswer[]
  /** Who reads it now, by name. */
  readers: { personId: string; name: string; role: string }[]
  /** For its learner alone: where it belongs, and who accompanies there now. */
  journeyId: string | null
  facilitators: { personId: string; name: string }[]
}

interface Row {
  id: string
  state: HelpRequestState
  learner_id: string
  learner_name: string
  to_person_id: string | null
  to_name: string | null
  asked_at: string
  declined_at: string | null
  mine: boolean
  journey_id: string | null
  readers: { person_id: string; name: string; role: string }[]
  texts: { subject_id: string; field: string; id: string; author_id: string; name: string; body: string; updated_at: string }[]
  facilitators: { person_id: string; name: string }[]
  me: string
}

/** One question for help with all that was said under it, in one statement; undefined where there is nothing for this person. */
export async function helpRequest(db: PersonDb, requestId: string): Promise<HelpRequestView | undefined> {
  const { rows } = await sql<{ whole: Row }>`
    select json_build_object('id', h.id, 'state', h.state, 'learner_id', h.learner_id, 'learner_name', l.name, 'to_person_id', h.to_person_id,
      'to_name', a.name, 'asked_at', h.asked_at, 'declined_at', h.declined_at, 'mine', h.learner_id = me(), 'me', me(),
      'journey_id', case when h.learner_id = me() then h.journey_id end,
      'readers', (select coalesce(json_agg(r order by r.since), '[]') from readers_of_audience(h.id) r),
      'texts', (select coalesce(json_agg(x order by x.id), '[]') from (
        select t.id, t.subject_id, t.field, t.author_id, p.name, t.body, t.updated_at from passage t
        join person p on p.organisation_id = t.organisation_id and p.id = t.author_id
        where t.organisation_id = h.organisation_id and t.context_id = h.id and t.audience_id = h.id) x),
      'facilitators', (select coalesce(json_agg(json_build_object('person_id', m.person_id, 'name', p.name) order by p.name), '[]') from membership m
        join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
        where h.learner_id = me() and m.organisation_id = h.organisation_id and m.audience_id = h.journey_id and m.role = 'facilitator'
          and m.reads_from is not null and m.until is null)) as whole
    from help_request h
    join person l on l.organisation_id = h.organisation_id and l.id = h.learner_id
    left join person a on a.organisation_id = h.organisation_id and a.id = h.to_person_id
    where h.organisation_id = my_organisation() and h.id = ${requestId}::uuid`.execute(db)
  return rows[0] && viewOf(rows[0].whole)
}

function viewOf(row: Row): HelpRequestView {
  const readers = row.readers.map(({ person_id, name, role }) => ({ personId: person_id, name, role }))
  const own = row.texts.filter((text) => text.subject_id === row.id && text.author_id === row.learner_id)
  const answers = row.texts.filter((text) => text.field === 'answer')
  return {
    id: row.id,
    state: row.state,
    givenBack: row.declined_at !== null || !readers.some(({ personId }) => personId === row.to_person_id),
    learnerId: row.learner_id,
    learnerName: row.learner_name,
    toPersonId: row.to_person_id,
    toName: row.to_name,
    as: row.mine ? 'learner' : row.to_person_id === row.me ? 'addressee' : 'reader',
    mine: row.mine,
    askedAt: new Date(row.asked_at),
    texts: Object.fromEntries(own.map(({ field, body }) => [field, body])),
    answers: answers.map(({ id, author_id, name, body, updated_at }) => ({
      id,
      authorId: author_id,
      authorName: name,
      body,
      at: new Date(updated_at),
    })),
    readers,
    journeyId: row.journey_id,
    facilitators: row.facilitators.map(({ person_id, name }) => ({ personId: person_id, name })),
  }
}

/** One line of a list of questions for help. */
export interface HelpRequestLine extends HelpRequest {
  id: string
  mine: boolean
  /** The other of the two. */
  name: string | null
  goal: string
  askedAt: Date
}

/** The questions for help that this person asked or was asked, the newest first, at most a hundred; those that were only shown to them are left out. */
export const myHelpRequests: Listing<
  Omit<HelpRequestLine, 'goal' | 'askedAt'> & { goal: string | null; askedAt: Instant },
  HelpRequestLine
> = {
  rows: sql`
    select h.id, h.state, h.learner_id = me() as mine, p.name, h.asked_at as "askedAt",
      h.declined_at is not null or not exists (select from membership m where m.organisation_id = h.organisation_id and m.audience_id = h.id
        and m.person_id = h.to_person_id and m.until is null) as "givenBack",
      (select t.body from passage t where t.organisation_id = h.organisation_id and t.subject_id = h.id and t.field = 'goal'
        and t.author_id = h.learner_id) as goal
    from (
      select * from help_request where organisation_id = my_organisation() and to_person_id = me() and state <> 'withdrawn'
      union all
      select * from help_request where organisation_id = my_organisation() and learner_id = me()) h
    left join person p on p.organisation_id = h.organisation_id and p.id = case when h.learner_id = me() then h.to_person_id else h.learner_id end
    order by h.asked_at desc limit 100`,
  shape: (row) => ({ ...row, goal: row.goal ?? '', askedAt: new Date(row.askedAt) }),
}
