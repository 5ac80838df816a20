import { type RawBuilder, sql } from 'kysely'
import type { HandoverState } from '../rules/handover.ts'
import type { Hat } from '../rules/hats.ts'
import type { PhaseOverrides, SupportLevel } from '../rules/support-level.ts'

/** What two people agreed on for a journey, with the versions that both confirmed, oldest first. Instants are ISO strings. */
export interface AgreementRow {
  id: string
  facilitator_id: string
  facilitator_name: string
  opened_at: string | null
  ended_at: string | null
  looked_at: string | null
  in_force: {
    id: string
    /** When the second of the two confirmed it. */
    from: string
    support_level: SupportLevel
    phase_overrides: PhaseOverrides
    allowed_hats: Hat[]
    observation_default: 'private' | 'journey'
    review_after_cycle: number
  }[]
}

/** A change of the support level. `suggested_by` null: by the signals. */
export interface HandoverRow {
  id: string
  agreement_id: string
  from_level: SupportLevel
  to_level: SupportLevel
  phase_overrides: PhaseOverrides
  for_one_cycle: boolean
  state: HandoverState
  suggested_by: string | null
  cycle_id: string | null
  suggested_at: string
  learner_agreed_at: string | null
  facilitator_agreed_at: string | null
  decided_at: string | null
  answer: 'more' | 'right' | 'less' | null
}

/** Another hat outside a meeting, asked for and perhaps accepted; with what it is for, in the words of whoever asked. */
export interface HatChangeRow {
  id: string
  agreement_id: string
  hat: Exclude<Hat, 'facilitation'>
  minutes: number
  asked_at: string
  accepted_at: string | null
  returned_at: string | null
  purpose: string
}

/** A part of the journey that somebody in its audience does not read; told to its learner alone. */
export interface WithheldRow {
  person_id: string
  subject_id: string
}

/** Somebody who stands in, or stood in, for whoever accompanies, with the word of all three. */
export interface DeputyRow {
  deputy_id: string
  for_name: string
}

export interface ResponseHatRow {
  review_id: string
  author_id: string
  hat: Hat
}

/** Parts of the one statement that reads a journey: there `o` is the organisation, and `id` names the column with the id of the journey. */
export const facilitationRows = (id: 'a.id' | 'j.id'): RawBuilder<unknown> => {
  const journey = sql.raw(id)
  return sql`
      'agreements', (select coalesce(json_agg(row_to_json(x) order by x.begun_at), '[]') from (
        select g.id, g.facilitator_id, p.name as facilitator_name, g.begun_at, g.opened_at, g.ended_at, g.looked_at, (
            select coalesce(json_agg(row_to_json(f) order by f.number), '[]') from (
              select v.id, v.number, max(c.at) as "from", v.support_level, v.phase_overrides, v.allowed_hats, v.observation_default,
                v.review_after_cycle
              from agreement_version v join agreement_confirmation c on c.organisation_id = v.organisation_id and c.version_id = v.id
              where v.organisation_id = o and v.agreement_id = g.id group by v.organisation_id, v.id having count(*) > 1) f) as in_force
        from agreement g join person p on p.organisation_id = g.organisation_id and p.id = g.facilitator_id
        where g.organisation_id = o and g.journey_id = ${journey}) x),
      'handovers', (select coalesce(json_agg(row_to_json(x) order by x.suggested_at, x.id), '[]') from handover x
        where x.organisation_id = o and x.journey_id = ${journey})`
}

/** The same for what a list does not need: who stood in for whom, what the learner withholds from whom, and hats, worn and named. */
export const hatRows = sql`
      'deputies', (select coalesce(json_agg(json_build_object('deputy_id', d.deputy_id, 'for_name', p.name)), '[]') from deputy_offer d
        join person p on p.organisation_id = d.organisation_id and p.id = d.facilitator_id
        where d.organisation_id = o and d.journey_id = a.id and d.deputy_agreed_at is not null and d.learner_agreed_at is not null),
      'withheld', (select coalesce(json_agg(row_to_json(x)), '[]') from withheld_in(a.id) x),
      'hat_changes', (select coalesce(json_agg(row_to_json(x) order by x.asked_at, x.id), '[]') from (
        select h.*, coalesce((select t.body from passage t where t.organisation_id = o and t.subject_id = h.id and t.field = 'hatPurpose'), '') as purpose
        from hat_change h where h.organisation_id = o and h.journey_id = a.id) x),
      'response_hats', (select coalesce(json_agg(row_to_json(x)), '[]') from response_hat x where x.organisation_id = o and x.journey_id = a.id)`
