import { sql } from 'kysely'
import { asVisitor, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { LetterKind, LetterState } from '#platform/mail/outcome.ts'
import type { Organisation } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import type { Permission, PermissionKind } from './organisation.ts'
import type { Rest } from './rules/rest.ts'

interface Kept {
  until: number
  organisation: Promise<Organisation | undefined>
}
/** Hosts change about never, and every request asks: an answer is kept this long, per process. */
const keptFor = 5_000
const kept = new WeakMap<Database, Map<string, Kept>>()

/** The organisation whose host this is, else the first one; undefined while there is none. `host` may carry a port. */
export function organisationAtHost(database: Database, host: string): Promise<Organisation | undefined> {
  const name = host.replace(/:\d+$/, '').toLowerCase()
  const known = kept.get(database) ?? new Map<string, Kept>()
  kept.set(database, known)
  const before = known.get(name)
  if (before && before.until > Date.now()) return before.organisation
  // Anybody can send any host: only so many are remembered.
  if (known.size > 1_000) known.clear()
  const organisation = readOrganisation(database, name)
  known.set(name, { until: Date.now() + keptFor, organisation })
  organisation.then((found) => found ?? known.delete(name)).catch(() => known.delete(name))
  return organisation
}

async function readOrganisation(database: Database, host: string): Promise<Organisation | undefined> {
  const { rows } = await asVisitor(database, undefined, (db) =>
    sql<{
      id: string
      name: string
      host: string | null
      default_locale: Locale
      time_zone: string
    }>`select * from organisation_at_host(${host})`.execute(db),
  )
  const row = rows[0]
  return row && { id: row.id, name: row.name, host: row.host, locale: row.default_locale, timeZone: row.time_zone }
}

/** After an organisation came into being: its host is looked up anew. */
export const forgetHosts = (database: Database): void => void kept.delete(database)

export interface OrganisationSettings {
  name: string
  locale: Locale
  timeZone: string
  /** Whether people may make accounts for themselves. */
  selfRegistration: boolean
}

export async function organisationSettings(db: PersonDb): Promise<OrganisationSettings> {
  const row = await db
    .selectFrom('organisation')
    .select(['name', 'default_locale', 'time_zone', 'self_registration'])
    .where('id', '=', sql<string>`my_organisation()`)
    .executeTakeFirstOrThrow()
  return { name: row.name, locale: row.default_locale as Locale, timeZone: row.time_zone, selfRegistration: row.self_registration }
}

export interface Listed {
  id: string
  name: string
  /** Only for administrators and oneself. */
  email: string | null
  since: Date
  /** When everything of somebody who is leaving is erased; known to the administration and themselves. */
  eraseOn: Date | null
}

/** So many people stand on one page of the list. */
export const peopleOnAPage = 50

/** One page of the people whose name or address contains `sought`, by name; pages count from 0. One more than fits says that there are further ones. */
export async function peoplePage(
  db: PersonDb,
  { sought, page }: { sought: string; page: number },
): Promise<{ people: Listed[]; further: boolean }> {
  const pattern = `%${sought.replace(/[\\%_]/g, '\\$&')}%`
  const rows = await listed(db)
    .$if(sought !== '', (query) =>
      query.where((where) => where.or([where('p.name', 'ilike', pattern), where('a.email', 'ilike', pattern)])),
    )
    .orderBy('p.name')
    .orderBy('p.id')
    .limit(peopleOnAPage + 1)
    .offset(page * peopleOnAPage)
    .execute()
  return { people: rows.slice(0, peopleOnAPage).map(asListed), further: rows.length > peopleOnAPage }
}

export async function personListed(db: PersonDb, personId: string): Promise<Listed | undefined> {
  const row = await listed(db).where('p.id', '=', personId).executeTakeFirst()
  return row && asListed(row)
}

const listed = (db: PersonDb) =>
  db
    .selectFrom('person as p')
    .leftJoin('account as a', (join) => join.onRef('a.organisation_id', '=', 'p.organisation_id').onRef('a.person_id', '=', 'p.id'))
    .leftJoin('departure as d', (join) => join.onRef('d.organisation_id', '=', 'p.organisation_id').onRef('d.person_id', '=', 'p.id'))
    .select(['p.id', 'p.name', 'p.created_at', 'a.email', 'd.erase_on'])
    .where('p.organisation_id', '=', sql<string>`my_organisation()`)

const asListed = (row: { id: string; name: string; created_at: Date; email: string | null; erase_on: Date | null }): Listed => ({
  id: row.id,
  name: row.name,
  email: row.email,
  since: row.created_at,
  eraseOn: row.erase_on,
})

/** Who holds which permission now, and from whom; of everybody, or of one person. */
export async function permissionsHeld(db: PersonDb, personId?: string): Promise<Permission[]> {
  const rows = await db
    .selectFrom('permission as r')
    .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'r.organisation_id').onRef('p.id', '=', 'r.person_id'))
    .leftJoin('person as g', (join) => join.onRef('g.organisation_id', '=', 'r.organisation_id').onRef('g.id', '=', 'r.granted_by'))
    .select(['r.kind', 'r.granted_at', 'p.name', 'g.name as granted_by'])
    .where('r.organisation_id', '=', sql<string>`my_organisation()`)
    .where('r.revoked_at', 'is', null)
    .$if(personId !== undefined, (query) => query.where('r.person_id', '=', personId!))
    .orderBy('p.name')
    .execute()
  return rows.map((row) => ({ kind: row.kind as PermissionKind, holder: row.name, grantedBy: row.granted_by, grantedAt: row.granted_at }))
}

/** When nobody here is written to. */
export async function restOfOrganisation(db: PersonDb): Promise<Rest> {
  const { rows } = await sql<RestRow>`select ${restColumns} from organisation where id = my_organisation()`.execute(db)
  return restIn(rows[0]!)
}

export interface RestRow {
  quiet_from: string | null
  quiet_until: string | null
  free_days: Rest['freeDays']
}

/** The columns of the rest, for a query on the table `organisation`. */
export const restColumns = sql<RestRow>`to_char(organisation.quiet_from, 'HH24:MI') as quiet_from,
  to_char(organisation.quiet_until, 'HH24:MI') as quiet_until,
  (select coalesce(jsonb_agg(jsonb_build_object('from', lower(off), 'to', upper(off) - 1) order by off), '[]')
    from unnest(organisation.free_days) off) as free_days`

/** The rest in a row that has `restColumns`. */
export const restIn = ({ quiet_from, quiet_until, free_days }: RestRow): Rest => ({
  quiet: quiet_from && quiet_until ? { from: quiet_from, until: quiet_until } : null,
  freeDays: free_days,
})

/** Letters that are alike, as far as an administrator may know. */
export interface OutboxLine {
  kind: LetterKind
  state: Exclude<LetterState, 'sent'>
  problem: 'refused' | 'given_up' | 'returned' | null
  letters: number
  people: number
  since: Date
}

/** What waits in the outbox and what could not be sent, in numbers; nothing, for somebody who does not administer. */
export async function outboxLines(db: PersonDb): Promise<OutboxLine[]> {
  const { rows } = await sql<OutboxLine>`select * from outbox()`.execute(db)
  return rows
}
