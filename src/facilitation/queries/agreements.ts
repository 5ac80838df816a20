import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import type { Agreement, AgreementVersion, ContactRhythm, Terms } from '../rules/agreement.ts'
import type { Hat } from '../rules/hats.ts'
import type { PhaseOverrides, SupportLevel } from '../rules/support-level.ts'

interface VersionRow {
  id: string
  number: number
  written_by: string
  written_at: string
  laid_aside_at: string | null
  support_level: SupportLevel
  phase_overrides: PhaseOverrides
  contact_rhythm: ContactRhythm
  contact_weeks: number | null
  reply_days: number
  allowed_hats: Hat[]
  observation_default: 'private' | 'journey'
  review_after_cycle: number
  confirmations: { person_id: string; at: string }[]
  texts: { field: string; body: string }[]
}
interface AgreementRow {
  id: string
  journey_id: string
  learner_id: string
  learner_name: string
  facilitator_id: string
  facilitator_name: string
  learner_ticked: boolean | null
  facilitator_ticked: boolean | null
  opened_at: Date | null
  ended_at: Date | null
  ended_by: string | null
  last_contact_at: Date | null
  looked_at: Date | null
  versions: VersionRow[]
}

/** The agreements about a journey that this person takes part in, with all versions: running ones first, then the latest to end. */
export function agreementsOn(db: PersonDb, journeyId: string): Promise<Agreement[]> {
  return agreementsWhere(db, sql<boolean>`a.journey_id = ${journeyId}::uuid`)
}

/** Every agreement that this person takes part in, as in `agreementsOn`: what they take along. */
export function agreementsTaken(db: PersonDb): Promise<Agreement[]> {
  return agreementsWhere(db, sql<boolean>`me() in (a.learner_id, a.facilitator_id)`)
}

async function agreementsWhere(db: PersonDb, which: ReturnType<typeof sql<boolean>>): Promise<Agreement[]> {
  const { rows } = await sql<AgreementRow>`
    select a.id, a.journey_id, a.learner_id, l.name as learner_name, a.facilitator_id, f.name as facilitator_name, a.learner_ticked,
      a.facilitator_ticked, a.opened_at, a.ended_at, a.ended_by, a.last_contact_at, a.looked_at,
      (select coalesce(json_agg(row_to_json(v) order by v.number), '[]') from (
        select x.*,
          (select coalesce(json_agg(json_build_object('person_id', c.person_id, 'at', c.at)), '[]') from agreement_confirmation c
            where c.organisation_id = x.organisation_id and c.version_id = x.id) as confirmations,
          (select coalesce(json_agg(json_build_object('field', t.field, 'body', t.body) order by t.position), '[]') from passage t
            where t.organisation_id = x.organisation_id and t.subject_id = x.id and t.context_id = a.id) as texts
        from agreement_version x where x.organisation_id = a.organisation_id and x.agreement_id = a.id) v) as versions
    from agreement a
    join person l on l.organisation_id = a.organisation_id and l.id = a.learner_id
    join person f on f.organisation_id = a.organisation_id and f.id = a.facilitator_id
    where a.organisation_id = my_organisation() and ${which}
    order by a.ended_at desc nulls first, a.begun_at`.execute(db)
  return rows.map(agreementOf)
}

const agreementOf = (row: AgreementRow): Agreement => ({
  id: row.id,
  journeyId: row.journey_id,
  learnerId: row.learner_id,
  learnerName: row.learner_name,
  facilitatorId: row.facilitator_id,
  facilitatorName: row.facilitator_name,
  learnerTicked: row.learner_ticked,
  facilitatorTicked: row.facilitator_ticked,
  openedAt: row.opened_at,
  endedAt: row.ended_at,
  endedBy: row.ended_by,
  lastContactAt: row.last_contact_at,
  lookedAt: row.looked_at,
  versions: row.versions.map(versionOf),
})

const versionOf = (row: VersionRow): AgreementVersion => ({
  id: row.id,
  number: row.number,
  writtenBy: row.written_by,
  writtenAt: new Date(row.written_at),
  laidAsideAt: row.laid_aside_at === null ? null : new Date(row.laid_aside_at),
  terms: termsOf(row),
  confirmations: row.confirmations.map(({ person_id: personId, at }) => ({ personId, at: new Date(at) })),
})

function termsOf(row: VersionRow): Terms {
  const all = (field: string) => row.texts.filter((text) => text.field === field).map((text) => text.body)
  const one = (field: string) => all(field)[0] ?? ''
  return {
    title: one('title'),
    learningQuestion: one('learningQuestion'),
    supportLevel: row.support_level,
    phaseOverrides: row.phase_overrides,
    contactRhythm: row.contact_rhythm,
    contactWeeks: row.contact_weeks,
    channel: one('channel'),
    replyDays: row.reply_days,
    learnerCommitments: all('learnerCommitment'),
    facilitatorCommitments: all('facilitatorCommitment'),
    allowedHats: row.allowed_hats,
    observationDefault: row.observation_default,
    confidential: one('confidential'),
    learningTime: one('learningTime'),
    reviewAfterCycle: row.review_after_cycle,
  }
}

/** What the pages about facilitation need of a journey that the person may read. */
export interface JourneyAtHand {
  id: string
  learnerId: string
  learnerName: string
  title: string
  learningQuestion: string
  isFirstJourney: boolean
  /** When each closed cycle was closed. */
  cyclesClosedAt: readonly Date[]
}

/** A journey as far as its facilitation needs it; undefined where it is nothing for this person, or not open to them yet. */
export async function journeyAtHand(db: PersonDb, journeyId: string): Promise<JourneyAtHand | undefined> {
  const { rows } = await sql<{
    learner_id: string
    learner_name: string
    title: string | null
    question: string | null
    first: boolean
    closed: string[]
  }>`
    select j.learner_id, p.name as learner_name, x.title, x.question,
      not exists (select from journey o where o.organisation_id = j.organisation_id and o.learner_id = j.learner_id and o.started_at < coalesce(j.started_at, now()) and o.id <> j.id) as first,
      (select coalesce(json_agg(c.closed_at), '[]') from cycle c where c.organisation_id = j.organisation_id and c.journey_id = j.id and c.closed_at is not null) as closed
    from journey j
    join person p on p.organisation_id = j.organisation_id and p.id = j.learner_id
    left join lateral (
      select (select t.body from passage t where t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title' and t.author_id = j.learner_id) as title,
        (select t.body from passage t where t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'learningQuestion' and t.author_id = j.learner_id) as question
      from challenge c where c.organisation_id = j.organisation_id and c.journey_id = j.id order by c.version desc limit 1) x on true
    where j.organisation_id = my_organisation() and j.id = ${journeyId}::uuid`.execute(db)
  const row = rows[0]
  return (
    row && {
      id: journeyId,
      learnerId: row.learner_id,
      learnerName: row.learner_name,
      title: row.title ?? '',
      learningQuestion: row.question ?? '',
      isFirstJourney: row.first,
      cyclesClosedAt: row.closed.map((at) => new Date(at)),
    }
  )
}
