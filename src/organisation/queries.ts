import { sql } from 'kysely'
import { asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { Organisation } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'

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
    sql<{ id: string; name: string; default_locale: Locale; time_zone: string }>`select * from organisation_at_host(${host})`.execute(db),
  )
  const row = rows[0]
  return row && { id: row.id, name: row.name, locale: row.default_locale, timeZone: row.time_zone }
}
