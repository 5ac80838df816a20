import { sql } from 'kysely'
import {
  type AgreementRow,
  type DeputyRow,
  facilitationRows,
  type HandoverRow,
  type HatChangeRow,
  hatRows,
  type ResponseHatRow,
  type WithheldRow,
} from '#facilitation/queries/rows.ts'
import type { Hat } from '#facilitation/rules/hats.ts'
import type { SupportLevel } from '#facilitation/rules/support-level.ts'
import { type AssigneeRow, assigneesOfJourney } from '#help/queries/assignee.ts'
import { linkOfNeed, type NeedLinkRow } from '#help/queries/need-link.ts'
import { type HelpRequestRow, helpRequestsOfJourney } from '#help/queries/of-journey.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { slots } from '../parts/slots.ts'
import type * as choices from '../rules/choices.ts'

/** One journey as the database gives it to this person: only rows they may read. Instants are ISO strings, days 'YYYY-MM-DD'. */
export interface JourneyRows {
  journey: {
    id: string
    learner_id: string
    learner_name: string
    status: choices.Status
    phase: choices.Phase
    outcome: choices.Outcome | null
    solved_independence: choices.SolvedIndependence | null
    created_at: string
    started_at: string | null
    closed_at: string | null
    resume_on: string | null
  }
  challenges: ChallengeRow[]
  signs: { id: string; challenge_id: string; position: number; kind: choices.SignKind | null }[]
  cycles: CycleRow[]
  steps: StepRow[]
  needs: NeedRow[]
  observations: ObservationRow[]
  attachments: { id: string; observation_id: string; name: string; media_type: string; bytes: number }[]
  reviews: ReviewRow[]
  review_signs: { review_id: string; sign_id: string; state: choices.SignState }[]
  closings: ClosingRow[]
  transfer_checks: TransferCheckRow[]
  proposals: ProposalRow[]
  /** Who helps with a step, with what they wrote as far as this person may read it. */
  assignees: AssigneeRow[]
  /** Questions for help, as far as this person may read them. */
  help_requests: HelpRequestRow[]
  agreements: AgreementRow[]
  handovers: HandoverRow[]
  /** Left out of lists. */
  deputies?: DeputyRow[]
  withheld?: WithheldRow[]
  hat_changes?: HatChangeRow[]
  response_hats?: ResponseHatRow[]
  passages: PassageRow[]
  members: {
    person_id: string
    name: string
    role: 'learner' | 'facilitator' | 'deputy'
    reads_from: string | null
    until: string | null
  }[]
  /** What whoever fills that place found; see `JourneySlots`. */
  next_session?: unknown
  events: { name: string; actor_id: string | null; at: string }[]
}
export interface ChallengeRow {
  id: string
  version: number
  kind: choices.ChallengeKind | null
  learnable: choices.Learnable | null
  risk_flags: choices.RiskFlag[]
  confidence_start: number | null
  expected_weeks: number | null
  created_at: string
  importance: number | null
}
export interface CycleRow {
  id: string
  number: number
  state: choices.CycleState
  challenge_id: string
  planned_review_on: string | null
  lead_intent: Partial<Record<choices.LeadPhase, choices.Lead>>
  opened_at: string
  try_started_at: string | null
  closed_at: string | null
  /** Steps and findings of the cycle before that the learner let go. */
  offers_left: string[]
}
export interface StepRow {
  id: string
  cycle_id: string
  position: number
  kind: choices.StepKind | null
  by_when: string | null
  minutes_planned: number | null
  confidence: number | null
  status: choices.StepStatus
  created_by: string
  created_as: 'learner' | 'facilitator'
  from_passage_id: string | null
  carried_from_id: string | null
  /** The trial at work that this step is an input for. */
  prepares_id: string | null
}
export interface NeedRow {
  id: string
  step_id: string
  position: number
  needed_by: string | null
  state: choices.NeedState
  /** How somebody was asked for it, for its learner alone. */
  link: NeedLinkRow | null
}
export interface ObservationRow {
  id: string
  cycle_id: string
  step_id: string | null
  author_id: string
  audience_id: string | null
  at: string
  mood: choices.Mood | null
}
export interface ReviewRow {
  id: string
  cycle_id: string
  progress: choices.Progress | null
  confidence_now: number | null
  lead: Partial<Record<choices.LeadPhase, choices.Lead>>
  lead_by_facilitator: Partial<Record<choices.LeadPhase, choices.Lead>>
  obstacle_tags: choices.ObstacleTag[]
  next_move: choices.NextMove | null
  opened_at: string
  saved_at: string | null
  mood: choices.Mood | null
}
export interface ClosingRow {
  id: string
  outcome: choices.Outcome
  story_choice: choices.StoryChoice | null
  transfer_check_on: string | null
  reason: choices.SetAsideReason | null
  parked_until: string | null
  receiver: choices.Receiver | null
  receiver_agrees: boolean | null
  support_level_at_end: SupportLevel | null
  closed_at: string | null
}
export interface TransferCheckRow {
  id: string
  /** The first check, where this is the second one after it. */
  follows_id: string | null
  due_on: string
  state: 'open' | 'answered' | 'declined' | 'cancelled'
  postponed: number
  met_new_challenge: choices.MetNewChallenge | null
  progress: choices.Progress | null
  support_used: choices.SupportUsed | null
  reused: choices.Dimension[]
  confidence: number | null
  wants_new_journey: boolean | null
  answered_at: string | null
  helped: choices.TransferCondition[] | null
  hindered: choices.TransferCondition[] | null
}
export interface ProposalRow {
  id: string
  cycle_id: string | null
  author_id: string
  kind: 'step' | 'question' | 'next_move'
  step_kind: choices.StepKind | null
  by_when: string | null
  next_move: choices.NextMove | null
  question_id: string | null
  hat: Hat
  made_at: string
  state: 'waiting' | 'accepted' | 'declined' | 'withdrawn'
  decided_at: string | null
}
export interface PassageRow {
  id: string
  subject_id: string
  field: string
  position: number
  author_id: string
  audience_id: string | null
  body: string
  version: number
}

/** Everything of these journeys that this person may read and that was not removed, in one statement; journeys that are nothing for them are left out. */
export async function journeyRows(db: PersonDb, journeyIds: readonly string[]): Promise<JourneyRows[]> {
  const { rows } = await sql<{ whole: JourneyRows | null }>`
    select json_build_object(
      'journey', (select row_to_json(x) from (select j.*, p.name as learner_name from journey j join person p on p.organisation_id = j.organisation_id and p.id = j.learner_id where j.organisation_id = o and j.id = a.id) x),
      'challenges', (select coalesce(json_agg(row_to_json(x) order by x.version), '[]') from (
        select c.*, q.importance from challenge c
        left join challenge_private q on q.organisation_id = c.organisation_id and q.challenge_id = c.id
        where c.organisation_id = o and c.journey_id = a.id) x),
      'signs', (select coalesce(json_agg(row_to_json(x) order by x.position, x.id), '[]') from success_sign x
        where x.organisation_id = o and x.journey_id = a.id and x.removed_at is null),
      'cycles', (select coalesce(json_agg(row_to_json(x) order by x.number), '[]') from cycle x where x.organisation_id = o and x.journey_id = a.id),
      'steps', (select coalesce(json_agg(row_to_json(x) order by x.position, x.id), '[]') from step x
        where x.organisation_id = o and x.journey_id = a.id and x.removed_at is null),
      'needs', (select coalesce(json_agg(row_to_json(x) order by x.position, x.id), '[]') from (
        select n.id, n.step_id, n.position, n.needed_by, n.state, ${linkOfNeed} as link from need n
        where n.organisation_id = o and n.journey_id = a.id and n.removed_at is null) x),
      'observations', (select coalesce(json_agg(row_to_json(x) order by x.at, x.id), '[]') from (
        select n.*, q.mood from observation n
        left join observation_private q on q.organisation_id = n.organisation_id and q.observation_id = n.id
        where n.organisation_id = o and n.journey_id = a.id and n.removed_at is null) x),
      'attachments', (select coalesce(json_agg(row_to_json(x) order by x.id), '[]') from (
        select f.id, f.observation_id, f.name, f.media_type, octet_length(f.content) as bytes from attachment f
        where f.organisation_id = o and f.journey_id = a.id and f.removed_at is null) x),
      'reviews', (select coalesce(json_agg(row_to_json(x)), '[]') from (
        select r.*, q.mood from review r
        left join review_private q on q.organisation_id = r.organisation_id and q.review_id = r.id
        where r.organisation_id = o and r.journey_id = a.id) x),
      'review_signs', (select coalesce(json_agg(row_to_json(x)), '[]') from review_sign x where x.organisation_id = o and x.journey_id = a.id),
      'closings', (select coalesce(json_agg(row_to_json(x) order by x.opened_at), '[]') from closing x where x.organisation_id = o and x.journey_id = a.id),
      'transfer_checks', (select coalesce(json_agg(row_to_json(x) order by x.id), '[]') from (
        select t.*, q.helped, q.hindered from transfer_check t
        left join transfer_check_private q on q.organisation_id = t.organisation_id and q.transfer_check_id = t.id
        where t.organisation_id = o and t.journey_id = a.id) x),
      'proposals', (select coalesce(json_agg(row_to_json(x) order by x.made_at), '[]') from proposal x where x.organisation_id = o and x.journey_id = a.id),
      'assignees', ${assigneesOfJourney},
      'next_session', ${slots()?.nextSession.found ?? sql`null`},
      'help_requests', ${helpRequestsOfJourney},
      ${facilitationRows('a.id')},${hatRows},
      'passages', (select coalesce(json_agg(row_to_json(x)), '[]') from (
        select t.id, t.subject_id, t.field, t.position, t.author_id, t.audience_id, t.body, t.version from passage t
        where t.organisation_id = o and t.context_id = a.id order by t.position) x),
      'members', (select coalesce(json_agg(row_to_json(x) order by x.since), '[]') from (
        select m.person_id, p.name, m.role, m.since, m.reads_from, m.until from membership m
        join person p on p.organisation_id = m.organisation_id and p.id = m.person_id
        where m.organisation_id = o and m.audience_id = a.id) x),
      'events', (select coalesce(json_agg(row_to_json(x) order by x.at, x.id), '[]') from journey_event x where x.organisation_id = o and x.journey_id = a.id)
    ) as whole
    from (select id, my_organisation() as o from few(${[...journeyIds]}::uuid[]) id) a`.execute(db)
  return rows.flatMap(({ whole }) => (whole?.journey ? [whole] : []))
}
