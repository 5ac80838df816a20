import { sql } from 'kysely'
import { type RestRow, restColumns, restIn } from '#organisation/queries.ts'
import type { Rest } from '#organisation/rules/rest.ts'
import { type RhythmRow, rhythmColumns, rhythmIn } from '#person/queries.ts'
import type { DueKind, ReminderKind } from '#person/rules/due-line.ts'
import type { Rhythm } from '#person/rules/rhythm.ts'
import { asJob, asVisitor, type PersonDb, type VisitorDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import type { Locale } from '#platform/words/words.ts'
import { type Choices, type HowOften, isReminder, type Told } from '../rules/budget.ts'
import type { DigestChoice } from '../rules/summary.ts'

export interface Somebody {
  organisationId: string
  personId: string
}

/** The people whose hour it is at `now`, the longest waiting first, at most `limit`. */
export function peopleDue(database: Database, now: Date, limit: number): Promise<Somebody[]> {
  return asJob(database, async (db) => {
    const { rows } = await sql<{ organisation_id: string; person_id: string }>`select organisation_id, person_id from digest_choice
      where next_at <= ${now}::timestamptz order by next_at limit ${limit}`.execute(db)
    return rows.map((row) => ({ organisationId: row.organisation_id, personId: row.person_id }))
  })
}

/** Whom a summary is for, and when they may be written to. */
export interface Addressee {
  name: string
  locale: Locale
  timeZone: string
  email: string
  isConfirmed: boolean
  organisation: { name: string; host: string | null }
  rhythm: Rhythm
  rest: Rest
  digest: DigestChoice
  titles: boolean
}

interface AddresseeRow extends RhythmRow, RestRow {
  name: string
  locale: Locale
  time_zone: string
  email: string
  is_confirmed: boolean
  organisation_name: string
  host: string | null
  often: DigestChoice['often']
  titles: boolean
  later_until: Date | null
  last_sent_at: Date | null
}

const addressee = sql<AddresseeRow>`
  select p.name, coalesce(p.locale, organisation.default_locale) as locale, coalesce(p.time_zone, organisation.time_zone) as time_zone,
    a.email, a.email_confirmed_at is not null and not is_leaving(p.id) as is_confirmed, organisation.name as organisation_name, organisation.host,
    choice.often, choice.titles, choice.later_until, ${rhythmColumns}, ${restColumns},
    (select max(d.sent_at) from digest d where d.organisation_id = choice.organisation_id and d.person_id = choice.person_id) as last_sent_at
  from digest_choice choice
  join person p on p.organisation_id = choice.organisation_id and p.id = choice.person_id
  join account a on a.organisation_id = p.organisation_id and a.person_id = p.id
  join organisation on organisation.id = p.organisation_id
  left join rhythm on rhythm.organisation_id = p.organisation_id and rhythm.person_id = p.id
  where choice.organisation_id = my_organisation() and choice.person_id = me()`

/** The person themselves, if their hour has come and no other process is at it; held until the transaction ends. */
export async function takeAddressee(db: PersonDb, now: Date): Promise<Addressee | undefined> {
  const { rows } = await sql<AddresseeRow>`${addressee} and choice.next_at <= ${now}::timestamptz for update of choice skip locked`.execute(
    db,
  )
  return rows[0] && addresseeIn(rows[0])
}

/** The person themselves, for their settings. */
export async function ownAddressee(db: PersonDb): Promise<Addressee> {
  const { rows } = await sql<AddresseeRow>`${addressee}`.execute(db)
  return addresseeIn(rows[0]!)
}

const addresseeIn = (row: AddresseeRow): Addressee => ({
  name: row.name,
  locale: row.locale,
  timeZone: row.time_zone,
  email: row.email,
  isConfirmed: row.is_confirmed,
  organisation: { name: row.organisation_name, host: row.host },
  rhythm: rhythmIn(row),
  rest: restIn(row),
  digest: { often: row.often, laterUntil: row.later_until, lastSentAt: row.last_sent_at },
  titles: row.titles,
})

/** Every line that was told to this person in the last year. */
export async function toldBefore(db: PersonDb): Promise<(Told & { digestId: string })[]> {
  const { rows } = await sql<{
    digest_id: string
    kind: DueKind
    subject_id: string
    journey_id: string | null
    sent_at: Date
    only_reminders: boolean
    outcome: Told['outcome']
  }>`select l.digest_id, l.kind, l.subject_id, l.journey_id, l.outcome, d.sent_at, d.only_reminders
    from digest d join digest_line l on l.organisation_id = d.organisation_id and l.digest_id = d.id
    where d.organisation_id = my_organisation() and d.person_id = me() order by d.sent_at`.execute(db)
  return rows.map((row) => ({
    digestId: row.digest_id,
    kind: row.kind,
    subjectId: row.subject_id,
    journeyId: row.journey_id,
    at: row.sent_at,
    onlyReminders: row.only_reminders,
    outcome: row.outcome,
  }))
}

/** What the person said about each kind of line, and the kinds of which they were asked whether the rhythm still fits, since then. */
export async function choicesOfPerson(db: PersonDb): Promise<{ choices: Choices; asked: ReminderKind[] }> {
  const { rows } = await sql<{ kind: DueKind; often: HowOften; chosen_at: Date; asked: boolean }>`
    select kind, often, chosen_at, coalesce(asked_at > chosen_at, false) as asked from reminder_choice
    where organisation_id = my_organisation() and person_id = me()`.execute(db)
  return {
    choices: Object.fromEntries(rows.map((row) => [row.kind, { often: row.often, chosenAt: row.chosen_at }])),
    asked: rows
      .filter(({ asked }) => asked)
      .map(({ kind }) => kind)
      .filter(isReminder),
  }
}

/** What holds now for whoever got the mail with this token; undefined where there is none. */
export function digestBehind(
  database: Database,
  organisationId: string,
  token: string,
): Promise<{ locale: Locale; often: DigestChoice['often']; laterUntil: Date | null } | undefined> {
  return asVisitor(database, organisationId, async (db: VisitorDb) => {
    const { rows } = await sql<{ locale: Locale; often: DigestChoice['often']; later_until: Date | null }>`
      select * from digest_behind(${hashOf(token)})`.execute(db)
    return rows[0] && { locale: rows[0].locale, often: rows[0].often, laterUntil: rows[0].later_until }
  })
}
