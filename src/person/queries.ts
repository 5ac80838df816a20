import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { type Listing, list } from '#platform/db/listing.ts'
import type { Locale } from '#platform/words/words.ts'
import { isPending, type PasswordReset, type Settings, type Theme } from './person.ts'
import { type DaysOff, type Rhythm, usualRhythm, type Weekday } from './rules/rhythm.ts'

export interface OwnSettings extends Settings {
  email: string
  emailConfirmedAt: Date | null
  /** A new address that waits for its confirmation. */
  waitingEmail: string | null
  recoveryCodesLeft: number
  organisation: { locale: Locale; timeZone: string }
}

/** All that a person decided for themselves, and how they come in. */
export async function ownSettings(db: PersonDb): Promise<OwnSettings> {
  const { rows } = await sql<{
    name: string
    locale: Locale | null
    time_zone: string | null
    theme: Theme | null
    email: string
    email_confirmed_at: Date | null
    waiting_email: string | null
    codes_left: number
    default_locale: Locale
    default_time_zone: string
  }>`
    select p.name, p.locale, p.time_zone, p.theme, a.email, a.email_confirmed_at, my_recovery_codes_left() as codes_left,
      o.default_locale, o.time_zone as default_time_zone,
      (select e.email from email_confirmation e where e.person_id = p.id and e.expires_at > now() and e.email <> a.email) as waiting_email
    from person p
    join account a on a.organisation_id = p.organisation_id and a.person_id = p.id
    join organisation o on o.id = p.organisation_id
    where p.organisation_id = my_organisation() and p.id = me()`.execute(db)
  const row = rows[0]!
  return {
    name: row.name,
    locale: row.locale,
    timeZone: row.time_zone,
    theme: row.theme,
    email: row.email,
    emailConfirmedAt: row.email_confirmed_at,
    waitingEmail: row.waiting_email,
    recoveryCodesLeft: row.codes_left,
    organisation: { locale: row.default_locale, timeZone: row.default_time_zone },
  }
}

export interface OwnSignIn {
  id: string
  device: string
  createdAt: Date
  expiresAt: Date
}

/** Where the person is signed in at this moment, the newest first. */
export async function ownSignIns(db: PersonDb): Promise<OwnSignIn[]> {
  const rows = await db
    .selectFrom('sign_in')
    .select(['id', 'device', 'created_at', 'expires_at'])
    .where('person_id', '=', sql<string>`me()`)
    .where('expires_at', '>', sql<Date>`now()`)
    .orderBy('created_at', 'desc')
    .execute()
  return rows.map((row) => ({ id: row.id, device: row.device, createdAt: row.created_at, expiresAt: row.expires_at }))
}

/** Who ever tried to get into the account of `personId` by another way than the password, the newest first; what the asking person may see of it. */
export async function passwordResetsOf(db: PersonDb, personId: string): Promise<PasswordReset[]> {
  const rows = await db
    .selectFrom('password_reset as r')
    .leftJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.asked_by'))
    .select([
      'r.id',
      'r.kind',
      'r.asked_by',
      'p.name',
      'r.made_at',
      'r.works_from',
      'r.expires_at',
      'r.used_at',
      'r.cancelled_at',
      'r.cancelled_by',
    ])
    .where('r.person_id', '=', personId)
    .orderBy('r.made_at', 'desc')
    .execute()
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind as PasswordReset['kind'],
    askedBy: row.asked_by ? { id: row.asked_by, name: row.name ?? '' } : null,
    madeAt: row.made_at,
    worksFrom: row.works_from,
    expiresAt: row.expires_at,
    usedAt: row.used_at,
    cancelledAt: row.cancelled_at,
    cancelledBy: row.cancelled_by,
  }))
}

/** Links that an administrator made for this person, and that could still be used: they are shown where the person lands. */
export async function waitingResetsOf(db: PersonDb, personId: string, now: Date): Promise<PasswordReset[]> {
  const all = await passwordResetsOf(db, personId)
  return all.filter((reset) => reset.kind === 'administrator' && isPending(reset, now))
}

/** A row of `rhythm` as `rhythmColumns` reads it; all null where a left join found none. */
export interface RhythmRow {
  learning_days: Weekday[] | null
  learning_from: string
  learning_to: string
  days_off: DaysOff[]
  daily: boolean
  weekly: boolean
  weekly_day: Weekday
  weekly_at: string
  after_step: boolean
}

/** The columns of a rhythm, for a query on the table `rhythm`: times as HH:MM, days off as stretches with both ends included. */
export const rhythmColumns = sql<RhythmRow>`rhythm.learning_days, to_char(rhythm.learning_from, 'HH24:MI') as learning_from,
  to_char(rhythm.learning_to, 'HH24:MI') as learning_to, rhythm.daily, rhythm.weekly, rhythm.weekly_day,
  to_char(rhythm.weekly_at, 'HH24:MI') as weekly_at, rhythm.after_step,
  (select coalesce(jsonb_agg(jsonb_build_object('from', lower(off), 'to', upper(off) - 1) order by off), '[]') from unnest(rhythm.days_off) off) as days_off`

/** The rhythm in a row; the usual one where there is none. */
export function rhythmIn(row: RhythmRow | undefined): Rhythm {
  if (!row?.learning_days) return usualRhythm
  return {
    learningDays: row.learning_days,
    learningFrom: row.learning_from,
    learningTo: row.learning_to,
    daysOff: row.days_off,
    daily: row.daily,
    weekly: row.weekly,
    weeklyDay: row.weekly_day,
    weeklyAt: row.weekly_at,
    afterStep: row.after_step,
  }
}

/** When the person learns, and how often they want to be asked. */
export async function ownRhythm(db: PersonDb): Promise<Rhythm> {
  return (await list(db, myRhythms))[0] ?? usualRhythm
}

/** The same as a list among others: of one, or empty where the usual one holds. */
export const myRhythms: Listing<RhythmRow, Rhythm> = {
  rows: sql<RhythmRow>`select ${rhythmColumns} from rhythm where organisation_id = my_organisation() and person_id = me()`,
  shape: rhythmIn,
}

export interface Named {
  personId: string
  name: string
}

/** Others of the organisation whose name contains `sought`, by name, at most `limit`; nobody where nothing is sought. */
export async function peopleByName(db: PersonDb, sought: string, limit = 12): Promise<Named[]> {
  if (sought === '') return []
  const rows = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('id', '<>', sql<string>`me()`)
    .where(sql<boolean>`not is_leaving(id)`)
    .where('name', 'ilike', `%${sought.replace(/[\\%_]/g, '\\$&')}%`)
    .orderBy('name')
    .orderBy('id')
    .limit(limit)
    .execute()
  return rows.map(({ id, name }) => ({ personId: id, name }))
}

/** The name of somebody of the organisation whom one can ask something; undefined for anybody else, and whoever is leaving. */
export async function personNamed(db: PersonDb, personId: string): Promise<Named | undefined> {
  const row = await db
    .selectFrom('person')
    .select(['id', 'name'])
    .where('organisation_id', '=', sql<string>`my_organisation()`)
    .where('id', '=', personId)
    .where(sql<boolean>`not is_leaving(id)`)
    .executeTakeFirst()
  return row && { personId: row.id, name: row.name }
}
