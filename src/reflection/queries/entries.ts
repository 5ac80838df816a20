import { type RawBuilder, sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Instant, type Listing, momentOf } from '#platform/db/listing.ts'
import { type Cadence, type Entry, limits, type Share, type SharedEntry } from '../reflection.ts'
import { lookBack, lookBackWindows } from '../rules/look-back.ts'

interface EntryRow {
  id: string
  written_at: Date
  removed_at: Date | null
  cadence: Cadence | null
  prompt_id: string | null
  journey_id: string | null
  journey_title: string | null
  passage_id: string
  body: string
  version: number
  shares: (Omit<Share, 'since' | 'until'> & { since: string; until: string | null })[]
}

/** Entries of one's own journal with their words, their journey and who reads them now. `which` narrows and orders them. */
async function entries(db: PersonDb, which: RawBuilder<unknown>): Promise<Entry[]> {
  const { rows } = await sql<EntryRow>`
    select r.id, r.written_at, r.removed_at, r.cadence, r.prompt_id, r.journey_id, p.id as passage_id, p.body, p.version, (
        select t.body from challenge c join passage t on t.organisation_id = c.organisation_id and t.subject_id = c.id and t.field = 'title'
        where c.organisation_id = r.organisation_id and c.journey_id = r.journey_id order by c.version desc limit 1) as journey_title, (
        select coalesce(jsonb_agg(jsonb_build_object('id', s.id, 'passageId', s.passage_id, 'readerId', s.reader_id, 'name', n.name,
          'since', s.since, 'until', s.until, 'excerpt', case when x.field = 'excerpt' then x.body end) order by s.since), '[]')
        from passage x
        join share s on s.organisation_id = x.organisation_id and s.passage_id = x.id
        join person n on n.organisation_id = s.organisation_id and n.id = s.reader_id
        where x.organisation_id = r.organisation_id and x.subject_id = r.id and x.author_id = r.author_id
          and s.since <= now() and (s.until is null or s.until > now())) as shares
    from reflection r
    join passage p on p.organisation_id = r.organisation_id and p.subject_id = r.id and p.field = 'text' and p.author_id = r.author_id
    where r.organisation_id = my_organisation() and r.author_id = me() and p.body <> '' and ${which}`.execute(db)
  return rows.map((row) => ({
    id: row.id,
    writtenAt: row.written_at,
    removedAt: row.removed_at,
    cadence: row.cadence,
    promptId: row.prompt_id,
    journey: row.journey_id === null ? null : { id: row.journey_id, title: row.journey_title ?? '' },
    passageId: row.passage_id,
    body: row.body,
    version: row.version,
    shares: row.shares.map((share) => ({ ...share, since: new Date(share.since), until: share.until ? new Date(share.until) : null })),
  }))
}

/** One page of the journal, the newest first, of one journey or of all; `more` says whether older entries follow. Pages count from 1. */
export async function journalPage(db: PersonDb, { page, journeyId }: { page: number; journeyId: string | null }) {
  const of = journeyId ? sql`r.journey_id = ${journeyId}::uuid` : sql`true`
  const found = await entries(
    db,
    sql`r.removed_at is null and ${of} order by r.written_at desc, r.id desc limit ${limits.page + 1} offset ${(page - 1) * limits.page}`,
  )
  return { entries: found.slice(0, limits.page), more: found.length > limits.page }
}

/** One own entry, in the journal or in the bin; undefined where there is none. */
export async function entryById(db: PersonDb, id: string): Promise<Entry | undefined> {
  return (await entries(db, sql`r.id = ${id}::uuid`))[0]
}

/** What the person removed in the last 30 days, the latest first. */
export const removedEntries = (db: PersonDb): Promise<Entry[]> =>
  entries(db, sql`r.removed_at > now() - make_interval(days => ${limits.bin}) order by r.removed_at desc`)

/** Every entry in the journal, the oldest first: what the person takes along. */
export const wholeJournal = (db: PersonDb): Promise<Entry[]> => entries(db, sql`r.removed_at is null order by r.written_at, r.id`)

/** What the person wrote today to these prompts; whoever comes back to a prompt goes on where they were. */
export const entriesOfToday = (db: PersonDb, promptIds: readonly string[], timeZone: string): Promise<Entry[]> =>
  entries(
    db,
    sql`r.removed_at is null and r.prompt_id = any (${[...promptIds]}::text[])
      and r.written_at >= date_trunc('day', now() at time zone ${timeZone}) at time zone ${timeZone}`,
  )

/** One entry of a year or of a month ago, to read again; undefined where nothing was written then. */
export async function earlierEntry(db: PersonDb, today: string, timeZone: string) {
  const ranges = JSON.stringify(lookBackWindows(today))
  const found = await entries(
    db,
    sql`r.removed_at is null and exists (
        select from jsonb_to_recordset(${ranges}::jsonb) as span("from" date, "to" date)
        where r.written_at >= span."from"::timestamp at time zone ${timeZone} and r.written_at < (span."to" + 1)::timestamp at time zone ${timeZone})
      order by r.written_at desc limit 50`,
  )
  const dayOf = new Intl.DateTimeFormat('sv-SE', { timeZone })
  const back = lookBack(
    found.map((entry) => ({ day: dayOf.format(entry.writtenAt), entry })),
    today,
  )
  return back && { ago: back.ago, entry: back.entry.entry }
}

/** When the person last wrote to a daily and to a weekly prompt. */
export const lastWritten: Listing<Record<'daily' | 'weekly', Instant | null>, Record<'daily' | 'weekly', Date | null>> = {
  rows: sql`
    select max(written_at) filter (where cadence = 'daily') as daily, max(written_at) filter (where cadence = 'weekly') as weekly
    from reflection where organisation_id = my_organisation() and author_id = me() and removed_at is null
      and written_at > now() - interval '10 days'`,
  shape: ({ daily, weekly }) => ({ daily: momentOf(daily), weekly: momentOf(weekly) }),
}

interface SharedRow {
  share_id: string
  passage_id: string
  author_id: string
  author_name: string
  body: string
  is_excerpt: boolean
  prompt_id: string | null
  written_at: Date
  since: Date
  until: Date | null
}

/** What others share with the person now, the latest first. */
export async function sharedWithMe(db: PersonDb): Promise<SharedEntry[]> {
  const { rows } = await sql<SharedRow>`select * from reflections_shared_with_me() order by since desc`.execute(db)
  return rows.map((row) => ({
    shareId: row.share_id,
    passageId: row.passage_id,
    authorId: row.author_id,
    authorName: row.author_name,
    body: row.body,
    isExcerpt: row.is_excerpt,
    promptId: row.prompt_id,
    writtenAt: row.written_at,
    since: row.since,
    until: row.until,
  }))
}

/** People whom the person has to do with here: in an audience together, or read by them before; by name. */
export async function peopleAround(db: PersonDb): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select n.id, n.name from person n
    where n.organisation_id = my_organisation() and n.id <> me() and not is_leaving(n.id) and n.id in (
      select m.person_id from membership m where m.organisation_id = my_organisation() and m.audience_id = any (array(select my_audiences()))
      union select s.reader_id from share s where s.organisation_id = my_organisation() and s.granted_by = me()
      union select s.granted_by from share s where s.organisation_id = my_organisation() and s.reader_id = me())
    order by n.name`.execute(db)
  return rows
}

/** Somebody of the organisation by id; undefined for the person asking, or where nobody is. */
export async function personById(db: PersonDb, id: string): Promise<{ id: string; name: string } | undefined> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where organisation_id = my_organisation() and id = ${id}::uuid and id <> me() and not is_leaving(id)`.execute(
    db,
  )
  return rows[0]
}

/** Everybody in the organisation who is called exactly so, however it is typed, without the person asking. */
export async function peopleNamed(db: PersonDb, name: string): Promise<{ id: string; name: string }[]> {
  const { rows } = await sql<{ id: string; name: string }>`
    select id, name from person where organisation_id = my_organisation() and id <> me() and lower(name) = lower(${name})
      and not is_leaving(id) limit 2`.execute(db)
  return rows
}

/** The version that the words of each of these entries have now. */
export async function versionsOf(db: PersonDb, ids: readonly string[]): Promise<Record<string, number>> {
  const { rows } = await sql<{ subject_id: string; version: number }>`
    select subject_id, version from passage
    where organisation_id = my_organisation() and subject_id = any (${[...ids]}::uuid[]) and field = 'text' and author_id = me()`.execute(
    db,
  )
  return Object.fromEntries(rows.map(({ subject_id, version }) => [subject_id, version]))
}
