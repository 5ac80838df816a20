import { sql } from 'kysely'
import { type DueLine, type NewsKind, newsFor } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { contactDueOn } from '../rules/due.ts'
import { contactsDue, runningAgreements } from './running.ts'

interface Asked {
  now: Date
  today: string
  timeZone: string
}

/** Contact that was agreed for a day which has come, for whoever accompanies; and what waits for this person's word. */
export async function dueInFacilitation(db: PersonDb, asked: Asked): Promise<DueLine[]> {
  const [running, waiting] = await Promise.all([runningAgreements(db, asked.timeZone), wordsWanted(db, asked)])
  const contacts = contactsDue(running, asked.today).filter(({ isLearner }) => !isLearner)
  return [
    ...waiting,
    ...contacts.map(({ id, journeyId, contact }): DueLine => {
      const day = contactDueOn(contact!, asked.today)!
      return { kind: 'contact', subjectId: id, journeyId, day, path: `/journeys/${journeyId}/agreement/${id}` }
    }),
  ]
}

/** Agreements to write or to confirm, support levels that somebody suggests, and deputies, for the three of them. A deputy learns of no journey before they read it. */
async function wordsWanted(db: PersonDb, { now, timeZone }: Asked): Promise<DueLine[]> {
  const { rows } = await sql<{ kind: NewsKind; subject_id: string; journey_id: string | null; at: Date; path: string }>`
    select * from (
      select 'agreement' as kind, v.id as subject_id, a.journey_id, v.written_at as at, '/journeys/' || a.journey_id || '/agreement/' || a.id as path
      from agreement a
      join lateral (select v.id, v.written_by, v.written_at, v.organisation_id from agreement_version v
        where v.organisation_id = a.organisation_id and v.agreement_id = a.id and v.laid_aside_at is null order by v.number desc limit 1) v on true
      where a.organisation_id = my_organisation() and a.ended_at is null and v.written_by <> me()
        and not exists (select from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id and c.person_id = me())
      union all
      select 'agreement', a.id, a.journey_id, a.begun_at, '/journeys/' || a.journey_id || '/agreement/' || a.id
      from agreement a
      where a.organisation_id = my_organisation() and a.ended_at is null and a.learner_id = me()
        and not exists (select from agreement_version v where v.organisation_id = a.organisation_id and v.agreement_id = a.id)
      union all
      select 'handover', h.id, h.journey_id, h.suggested_at, '/journeys/' || h.journey_id
      from handover h join agreement a on a.organisation_id = h.organisation_id and a.id = h.agreement_id
      where h.organisation_id = my_organisation() and h.state = 'suggested' and a.ended_at is null and me() in (a.learner_id, a.facilitator_id)
        and case when a.learner_id = me() then h.learner_agreed_at else h.facilitator_agreed_at end is null
      union all
      select 'deputy_asked', d.id, case when d.learner_id = me() then d.journey_id end, d.proposed_at, '/journeys/' || d.journey_id || '/deputies/' || d.id
      from deputy_offer d
      where d.organisation_id = my_organisation() and d.ended_at is null and d.ends_at > ${now}::timestamptz
        and (d.learner_id = me() and d.learner_agreed_at is null or d.deputy_id = me() and d.deputy_agreed_at is null)
    ) waiting where at > ${now}::timestamptz - make_interval(days => ${newsFor}) order by at desc limit 50`.execute(db)
  return rows.map((row) => ({
    kind: row.kind,
    subjectId: row.subject_id,
    journeyId: row.journey_id,
    day: dayIn(timeZone, row.at),
    path: row.path,
  }))
}
