import { sql } from 'kysely'
import type { HelpRequestState } from '../rules/help-request.ts'

/** A question for help as the statement of its journey gives it. Instants are ISO strings. */
export interface HelpRequestRow {
  id: string
  cycle_id: string
  to_person_id: string | null
  to_name: string | null
  state: HelpRequestState
  /** The one asked cannot, or no longer reads it. */
  given_back: boolean
  asked_at: string
  texts: {
    id: string
    subject_id: string
    field: string
    author_id: string
    author_name: string
    version: number
    body: string
    updated_at: string
  }[]
}

/** Part of the one statement that reads a journey: `o` is the organisation, `a.id` the journey. */
export const helpRequestsOfJourney = sql`(select coalesce(json_agg(row_to_json(x) order by x.asked_at, x.id), '[]') from (
        select h.id, h.cycle_id, h.to_person_id, p.name as to_name, h.state, h.asked_at,
          h.declined_at is not null or not exists (select from membership m where m.organisation_id = o and m.audience_id = h.id
            and m.person_id = h.to_person_id and m.until is null) as given_back,
          (select coalesce(json_agg(json_build_object('id', t.id, 'subject_id', t.subject_id, 'field', t.field, 'author_id', t.author_id,
            'author_name', w.name, 'version', t.version, 'body', t.body, 'updated_at', t.updated_at) order by t.id), '[]') from passage t
            join person w on w.organisation_id = t.organisation_id and w.id = t.author_id
            where t.organisation_id = o and t.context_id = h.id and t.audience_id = h.id) as texts
        from help_request h left join person p on p.organisation_id = h.organisation_id and p.id = h.to_person_id
        where h.organisation_id = o and h.journey_id = a.id) x)`
