import { sql } from 'kysely'
import { type DueLine, newsFor } from '#person/rules/due-line.ts'
import { dayIn } from '#platform/clock.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { contactDueOn } from '../rules/due.ts'
import { contactsDue, runningAgreements } from './running.ts'

interface Asked {
  now: Date
  today: string
  timeZone: string
}

/** Contact that was agreed for a day which has come, for whoever accompanies; and agreements that wait for this person's confirmation. */
export async function dueInFacilitation(db: PersonDb, asked: Asked): Promise<DueLine[]> {
  const [running, waiting] = await Promise.all([runningAgreements(db, asked.timeZone), agreementsWaiting(db, asked)])
  const contacts = contactsDue(running, asked.today).filter(({ isLearner }) => !isLearner)
  return [
    ...waiting,
    ...contacts.map(({ id, journeyId, title, contact }): DueLine => {
      const day = contactDueOn(contact!, asked.today)!
      return { kind: 'contact', subjectId: id, journeyId, title, day, path: `/journeys/${journeyId}/agreement/${id}` }
    }),
  ]
}

async function agreementsWaiting(db: PersonDb, { now, timeZone }: Asked): Promise<DueLine[]> {
  const { rows } = await sql<{ id: string; agreement_id: string; journey_id: string; written_at: Date }>`
    select v.id, a.id as agreement_id, a.journey_id, v.written_at from agreement a
    join lateral (select v.id, v.written_by, v.written_at, v.organisation_id from agreement_version v
      where v.organisation_id = a.organisation_id and v.agreement_id = a.id and v.laid_aside_at is null order by v.number desc limit 1) v on true
    where a.organisation_id = my_organisation() and a.ended_at is null and v.written_by <> me()
      and v.written_at > ${now}::timestamptz - make_interval(days => ${newsFor})
      and not exists (select from agreement_confirmation c where c.organisation_id = v.organisation_id and c.version_id = v.id and c.person_id = me())`.execute(
    db,
  )
  return rows.map((row) => ({
    kind: 'agreement',
    subjectId: row.id,
    journeyId: row.journey_id,
    title: null,
    day: dayIn(timeZone, row.written_at),
    path: `/journeys/${row.journey_id}/agreement/${row.agreement_id}`,
  }))
}
