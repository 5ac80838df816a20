import { sql } from 'kysely'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Locale } from '#platform/words/words.ts'
import type { PermissionKind } from '../organisation.ts'

/** Changes what the organisation is called, and what holds for whoever chose nothing else. Only administrators; for others nothing happens. */
export async function changeOrganisation(
  db: PersonDb,
  { name, locale, timeZone, selfRegistration }: { name: string; locale: Locale; timeZone: string; selfRegistration: boolean },
): Promise<void> {
  await db
    .updateTable('organisation')
    .set({ name, default_locale: locale, time_zone: timeZone, self_registration: selfRegistration })
    .where('id', '=', sql<string>`my_organisation()`)
    .execute()
}

/** Grants a permission, under the name of who grants it. Somebody who holds it already keeps it as it is; whoever is leaving gets none. */
export async function grantPermission(db: PersonDb, me: Me, personId: string, kind: PermissionKind): Promise<{ ok: boolean }> {
  if (!me.isAdmin) return { ok: false }
  const { rows } = await sql`
    insert into permission (organisation_id, id, person_id, kind, granted_by)
    select my_organisation(), ${newId()}, p.id, ${kind}, me() from person p
    where p.organisation_id = my_organisation() and p.id = ${personId} and not is_leaving(p.id)
    on conflict do nothing returning id`.execute(db)
  return { ok: rows.length > 0 }
}

/** Takes a permission back, under the name of who does it. The organisation always keeps one administrator. */
export async function revokePermission(
  db: PersonDb,
  me: Me,
  personId: string,
  kind: PermissionKind,
): Promise<{ ok: true } | { ok: false; reason: 'not_allowed' | 'last_administrator' }> {
  if (!me.isAdmin) return { ok: false, reason: 'not_allowed' }
  await sql`savepoint before_revoking`.execute(db)
  try {
    await sql`update permission set revoked_by = me(), revoked_at = now()
      where organisation_id = my_organisation() and person_id = ${personId} and kind = ${kind} and revoked_at is null`.execute(db)
    // Whoever lost the right a moment ago changes nothing, and hears so.
    const { rows } = await sql`select from permission
      where organisation_id = my_organisation() and person_id = ${personId} and kind = ${kind} and revoked_at is null`.execute(db)
    if (rows.length > 0) return { ok: false, reason: 'not_allowed' }
  } catch (error) {
    if ((error as { code?: string }).code !== lastAdministrator) throw error
    await sql`rollback to savepoint before_revoking`.execute(db)
    return { ok: false, reason: 'last_administrator' }
  }
  return { ok: true }
}

/** What `keep_an_administrator` in access.sql raises. */
const lastAdministrator = 'LT001'
