import { sql } from 'kysely'
import type { PersonDb, VisitorDb } from '#platform/db/bound.ts'
import type { Listing } from '#platform/db/listing.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import { type Answers, assumed, type Constants, dimensions, type Form, instrument, type Values, withBands } from './quickscan.ts'

/** A scan that somebody kept. Its answers are there for its owner alone. */
export interface KeptScan {
  id: string
  personId: string
  ownerName: string
  form: Form
  version: string
  takenOn: string
  values: Values
  constants: Constants
  answers: Answers | null
  lookBack: string | null
  /** Who can see it besides its owner. */
  shares: { id: string; readerId: string; name: string; since: Date }[]
}

const mineOnly = sql<string>`my_organisation()`

/** Every scan that the person may read: their own and those shown to them, the newest first. */
export async function scansFor(db: PersonDb): Promise<KeptScan[]> {
  const rows = await db
    .selectFrom('scan as s')
    .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 's.organisation_id').onRef('p.id', '=', 's.person_id'))
    .leftJoin('scan_private as a', (join) => join.onRef('a.organisation_id', '=', 's.organisation_id').onRef('a.scan_id', '=', 's.id'))
    .selectAll('s')
    .select([
      'p.name as owner_name',
      'a.answers',
      'a.look_back',
      sql<{ id: string; readerId: string; name: string; since: string }[]>`(
        select coalesce(jsonb_agg(jsonb_build_object('id', h.id, 'readerId', h.reader_id, 'name', r.name, 'since', h.since) order by h.since), '[]')
        from scan_share h join person r on r.organisation_id = h.organisation_id and r.id = h.reader_id
        where h.organisation_id = s.organisation_id and h.scan_id = s.id and h.until is null)`.as('shares'),
    ])
    .where('s.organisation_id', '=', mineOnly)
    .orderBy('s.taken_on', 'desc')
    .orderBy('s.kept_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    personId: row.person_id,
    ownerName: row.owner_name,
    form: row.form as Form,
    version: row.instrument_version,
    takenOn: row.taken_on as unknown as string,
    values: withBands({
      dimensions: Object.fromEntries(dimensions.map((dimension) => [dimension, row[dimension]])) as Values['dimensions'],
      overall: row.overall,
    }),
    constants: row.constants as unknown as Constants,
    answers: row.answers as unknown as Answers | null,
    lookBack: row.look_back,
    shares: row.shares.map((share) => ({ ...share, since: new Date(share.since) })),
  }))
}

/** Who accompanies a journey of the person now, by name. */
export async function whoAccompaniesMe(db: PersonDb): Promise<{ personId: string; name: string }[]> {
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', mineOnly)
    .where('id', '=', sql<string>`any (array(select who_accompanies_me()))`)
    .orderBy('name')
    .execute()
  return rows.map(({ id, name }) => ({ personId: id, name }))
}

/** How precise results are in this language: from donations where there are enough, else assumed. */
export async function constantsFor(db: PersonDb | VisitorDb, locale: Locale): Promise<Constants> {
  const { rows } = await sql<{ constants: Constants | null }>`
    select newest_scan_constants(${instrument.version}, ${languageOf(locale)}) as constants`.execute(db)
  return rows[0]?.constants ?? assumed
}

/** Whether a visitor of this organisation may make an account for themselves. */
export async function mayRegister(db: VisitorDb): Promise<boolean> {
  const { rows } = await sql<{ open: boolean }>`select registration_is_open() as open`.execute(db)
  return rows[0]?.open ?? false
}

export const occasions = ['first', 'cycle', 'closed', 'transfer'] as const
export type Occasion = (typeof occasions)[number]
export interface Offer {
  occasion: Occasion
  /** What gave the occasion: the person, a cycle, a closing, a transfer check. */
  subjectId: string
  form: Form
}

/** The self-test that is offered now, if any: before a first journey, after every third cycle, a closing, a transfer check; each once, for two weeks. */
export const offers: Listing<{ occasion: Occasion; subject_id: string }, Offer> = {
  rows: sql`
    with own as (select id, started_at from journey where organisation_id = my_organisation() and learner_id = me()),
    given (occasion, subject_id, at) as (
      select 'transfer', t.id, t.answered_at from transfer_check t join own on own.id = t.journey_id
      where t.organisation_id = my_organisation() and t.state = 'answered'
      union all
      select 'closed', c.id, c.closed_at from closing c join own on own.id = c.journey_id where c.organisation_id = my_organisation()
      union all
      select 'cycle', c.id, c.closed_at from cycle c join own on own.id = c.journey_id
      where c.organisation_id = my_organisation() and c.state = 'reviewed' and c.number % 3 = 0
      union all
      select 'first', me(), now() where not exists (select from own where started_at is not null)
        and not exists (select from scan where organisation_id = my_organisation() and person_id = me())
    )
    select occasion, subject_id from given g
    where at > now() - interval '14 days' and not exists (select from scan_offer o
      where o.organisation_id = my_organisation() and o.person_id = me() and o.occasion = g.occasion and o.subject_id = g.subject_id)
    order by at desc limit 1`,
  shape: ({ occasion, subject_id }) => ({ occasion, subjectId: subject_id, form: occasion === 'cycle' ? 'short' : 'full' }),
}

/** The values of the last self-test that the person kept; undefined where there is none. */
export async function lastOwnValues(db: PersonDb): Promise<Values['dimensions'] | undefined> {
  const row = await db
    .selectFrom('scan')
    .select([...dimensions])
    .where('organisation_id', '=', mineOnly)
    .where('person_id', '=', sql<string>`me()`)
    .orderBy('taken_on', 'desc')
    .orderBy('kept_at', 'desc')
    .limit(1)
    .executeTakeFirst()
  return row && (Object.fromEntries(dimensions.map((dimension) => [dimension, row[dimension]])) as Values['dimensions'])
}
