import { type RawBuilder, sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Instant, type Listing, list } from '#platform/db/listing.ts'
import { type RequestState, stateOfRequest } from '../directory.ts'

/** A request, for its learner or for whoever is asked while it waits. */
export interface FacilitationRequest {
  id: string
  learnerId: string
  learnerName: string
  facilitatorId: string
  facilitatorName: string
  /** For the learner alone. */
  journeyId: string | null
  madeAt: Date
  answerBy: Date
  state: RequestState
  /** What was written and what was shown of the challenge, by field. */
  texts: Partial<Record<'lines' | 'title' | 'learningQuestion' | 'situation' | 'answer', string>>
}

interface Row {
  id: string
  learner_id: string
  learner_name: string
  facilitator_id: string
  facilitator_name: string
  journey_id: string | null
  made_at: Instant
  answer_by: Instant
  state: Exclude<RequestState, 'returned'>
  texts: FacilitationRequest['texts'] | null
}

const requestsWhere = (which: RawBuilder<boolean>, now: Date): Listing<Row, FacilitationRequest> => ({
  rows: sql<Row>`
    select r.id, r.learner_id, l.name as learner_name, r.facilitator_id, f.name as facilitator_name,
      case when r.learner_id = me() then r.journey_id end as journey_id, r.made_at, r.answer_by, r.state,
      (select json_object_agg(t.field, t.body) from passage t where t.organisation_id = r.organisation_id and t.context_id = r.id) as texts
    from facilitation_request r
    join person l on l.organisation_id = r.organisation_id and l.id = r.learner_id
    join person f on f.organisation_id = r.organisation_id and f.id = r.facilitator_id
    where r.organisation_id = my_organisation() and ${which}
    order by r.made_at desc limit 50`,
  shape: (row) => ({
    id: row.id,
    learnerId: row.learner_id,
    learnerName: row.learner_name,
    facilitatorId: row.facilitator_id,
    facilitatorName: row.facilitator_name,
    journeyId: row.journey_id,
    madeAt: new Date(row.made_at),
    answerBy: new Date(row.answer_by),
    state: stateOfRequest(row.state, new Date(row.answer_by), now),
    texts: row.texts ?? {},
  }),
})

const somethingCameOfIt = sql<boolean>`exists (select from facilitation_request n
    where n.organisation_id = r.organisation_id and n.journey_id = r.journey_id and n.made_at > r.made_at)
  or exists (select from agreement a
    where a.organisation_id = r.organisation_id and a.journey_id = r.journey_id and a.ended_at is null and a.begun_at > r.made_at)`

/** One request; undefined for everybody but its learner, and whoever is asked while it waits. */
export async function requestById(db: PersonDb, id: string, now: Date): Promise<FacilitationRequest | undefined> {
  return (await list(db, requestsWhere(sql<boolean>`r.id = ${id}::uuid`, now)))[0]
}

/**
 * What waits for this person: asked of them, on its way, or back with them in the last two weeks because nobody answered or somebody declined;
 * what is back no longer once they asked somebody else for the journey, or somebody accompanies it.
 */
export const openRequests = (now: Date): Listing<Row, FacilitationRequest> =>
  requestsWhere(
    sql<boolean>`(r.facilitator_id = me() and r.state = 'waiting' and r.answer_by > now()
      or r.learner_id = me() and (r.state = 'waiting' or r.state = 'declined') and r.answer_by > now() - interval '14 days'
        and (r.state = 'waiting' and r.answer_by > now() or not (${somethingCameOfIt})))`,
    now,
  )
