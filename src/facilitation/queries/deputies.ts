import { type RawBuilder, sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Instant, type Listing, list } from '#platform/db/listing.ts'
import type { DeputyOffer } from '../rules/deputy.ts'

type Row = Omit<DeputyOffer, 'startsAt' | 'endsAt'> & { startsAt: Instant; endsAt: Instant }

const offersWhere = (which: RawBuilder<unknown>): Listing<Row, DeputyOffer> => ({
  rows: sql<Row>`
  select d.id, d.journey_id as "journeyId", d.learner_id as "learnerId", l.name as "learnerName", d.facilitator_id as "facilitatorId",
    f.name as "facilitatorName", d.deputy_id as "deputyId", p.name as "deputyName", d.starts_at as "startsAt", d.ends_at as "endsAt",
    d.learner_agreed_at is not null as "learnerAgreed", d.deputy_agreed_at is not null as "deputyAgreed", (
      select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
      where c.organisation_id = d.organisation_id and c.journey_id = d.journey_id order by c.version desc limit 1) as title
  from deputy_offer d
  join person l on l.organisation_id = d.organisation_id and l.id = d.learner_id
  join person f on f.organisation_id = d.organisation_id and f.id = d.facilitator_id
  join person p on p.organisation_id = d.organisation_id and p.id = d.deputy_id
  where d.organisation_id = my_organisation() and ${which} and d.ended_at is null and d.ends_at > now()
  order by d.starts_at, l.name limit 100`,
  shape: (row) => ({ ...row, startsAt: new Date(row.startsAt), endsAt: new Date(row.endsAt) }),
})

/** The offers that this person is one of the three of, and that are not over. */
export const myDeputyOffers = offersWhere(sql`(d.learner_id = me() or d.facilitator_id = me() or d.deputy_id = me())`)

/** The same for one journey. */
export async function deputyOffersOf(db: PersonDb, journeyId: string): Promise<DeputyOffer[]> {
  return list(db, offersWhere(sql`d.journey_id = ${journeyId}::uuid`))
}
