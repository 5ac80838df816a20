import { sql } from 'kysely'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import type { ContactRhythm } from '../rules/agreement.ts'
import { type AgreedContact, type AgreedLook, isContactDue, isLookDue } from '../rules/due.ts'

/** An agreement of this person that has not ended, as far as a list or a letter needs it. */
export interface RunningAgreement {
  id: string
  journeyId: string
  isLearner: boolean
  /** The other of the two, by name. */
  otherName: string
  /** The title of the journey; null where it is not open to this person, or has none. */
  title: string | null
  /** What waits: for the first draft, on either side of it, for this person's confirmation, or for their word on another support level or hat. */
  waits: 'my_draft' | 'their_draft' | 'my_confirmation' | 'my_word' | null
  /** What was agreed on contact; null before anything is in force. */
  contact: AgreedContact | null
  /** When the two wanted to look at it again; null before anything is in force, and where the journey rests or is over. */
  look: AgreedLook | null
  /** Whether the support is on trial for one cycle. */
  isOnTrial: boolean
  since: Date
}

interface Row {
  id: string
  journey_id: string
  is_learner: boolean
  other_name: string
  title: string | null
  begun_at: Date
  newest: string | null
  confirmed: number
  confirmed_by_me: boolean
  asked_for_my_word: boolean
  on_trial: boolean
  review_after_cycle: number | null
  cycles_closed_at: Date[]
  looked_at: Date | null
  contact_rhythm: ContactRhythm | null
  contact_weeks: number | null
  in_force_since: Date | null
  last_contact_at: Date | null
  status: string | null
  phase: string | null
  cycle_opened_at: Date | null
  planned_review_on: string | null
}

/** The agreements of this person that have not ended, as learner or as whoever accompanies, in one statement. */
export async function runningAgreements(db: PersonDb, timeZone: string): Promise<RunningAgreement[]> {
  const { rows } = await sql<Row>`
    select a.id, a.journey_id, a.learner_id = me() as is_learner, o.name as other_name, a.begun_at, n.id as newest, coalesce(n.confirmed, 0)::int as confirmed,
      coalesce(n.by_me, false) as confirmed_by_me,
      exists (select from handover h where h.organisation_id = a.organisation_id and h.agreement_id = a.id and h.state = 'suggested'
          and case when a.learner_id = me() then h.learner_agreed_at else h.facilitator_agreed_at end is null)
        or (a.learner_id = me() and exists (select from hat_change h where h.organisation_id = a.organisation_id and h.agreement_id = a.id
          and h.accepted_at is null)) as asked_for_my_word,
      exists (select from handover h where h.organisation_id = a.organisation_id and h.agreement_id = a.id and h.state = 'trial') as on_trial,
      f.review_after_cycle, a.looked_at, array(select c.closed_at from cycle c
        where c.organisation_id = a.organisation_id and c.journey_id = a.journey_id and c.closed_at is not null) as cycles_closed_at, f.contact_rhythm, f.contact_weeks, f.since as in_force_since, j.status, j.phase,
      greatest(a.last_contact_at, (select max(e.at) from journey_event e
        where e.organisation_id = a.organisation_id and e.journey_id = a.journey_id and e.name = 'sessionHeld')) as last_contact_at,
      y.opened_at as cycle_opened_at, y.planned_review_on,
      (select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
        where c.organisation_id = a.organisation_id and c.journey_id = a.journey_id order by c.version desc limit 1) as title
    from agreement a
    join person o on o.organisation_id = a.organisation_id and o.id = case when a.learner_id = me() then a.facilitator_id else a.learner_id end
    left join lateral (select v.id, (select count(*) from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id) as confirmed,
        exists (select from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id and c.person_id = me()) as by_me
      from agreement_version v where v.organisation_id = a.organisation_id and v.agreement_id = a.id and v.laid_aside_at is null
      order by v.number desc limit 1) n on true
    left join lateral (select v.contact_rhythm, v.contact_weeks, v.review_after_cycle, max(c.at) as since
      from agreement_version v join agreement_confirmation c on c.organisation_id = v.organisation_id and c.version_id = v.id
      where v.organisation_id = a.organisation_id and v.agreement_id = a.id
      group by v.organisation_id, v.id having count(*) > 1 order by v.number desc limit 1) f on true
    left join journey j on j.organisation_id = a.organisation_id and j.id = a.journey_id
    left join cycle y on y.organisation_id = a.organisation_id and y.journey_id = a.journey_id and y.state = 'open'
    where a.organisation_id = my_organisation() and a.ended_at is null
    order by a.begun_at`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    journeyId: row.journey_id,
    isLearner: row.is_learner,
    otherName: row.other_name,
    title: row.title,
    waits: waitsIn(row),
    contact: contactIn(row, timeZone),
    look: lookIn(row),
    isOnTrial: row.on_trial,
    since: row.begun_at,
  }))
}

function waitsIn(row: Row): RunningAgreement['waits'] {
  if (row.newest === null) return row.is_learner ? 'my_draft' : 'their_draft'
  if (row.confirmed < 2 && !row.confirmed_by_me) return 'my_confirmation'
  return row.asked_for_my_word && row.status !== 'closed' ? 'my_word' : null
}

function lookIn(row: Row): AgreedLook | null {
  if (!row.review_after_cycle || row.status !== 'active') return null
  const cyclesClosedAt = row.cycles_closed_at.map((at) => at.getTime())
  return { reviewAfterCycle: row.review_after_cycle, cyclesClosedAt, lookedAt: row.looked_at?.getTime() ?? null }
}

function contactIn(row: Row, timeZone: string): AgreedContact | null {
  if (!row.contact_rhythm || !row.in_force_since) return null
  return {
    rhythm: row.contact_rhythm,
    weeks: row.contact_weeks,
    since: dayIn(timeZone, row.in_force_since),
    lastContactOn: row.last_contact_at && dayIn(timeZone, row.last_contact_at),
    cycle: row.cycle_opened_at && {
      openedOn: dayIn(timeZone, row.cycle_opened_at),
      reviewOn: row.planned_review_on,
      isInReview: row.phase === 'evaluate',
    },
    isActive: row.status === 'active',
  }
}

/** Those whose agreed contact stands ahead today. It says nothing about who should have been in touch. */
export const contactsDue = (running: readonly RunningAgreement[], today: string): RunningAgreement[] =>
  running.filter(({ contact }) => contact !== null && isContactDue(contact, today))

/** Those that the two wanted to look at by now, unless another version lies there already. */
export const looksDue = (running: readonly RunningAgreement[]): RunningAgreement[] =>
  running.filter(({ look, waits }) => waits !== 'my_confirmation' && look !== null && isLookDue(look))
