import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Role } from '../sharing.ts'

/** Founds the audience of something of one's own: until others join, its reader is the founder alone, who steers it. */
export async function foundAudience(db: PersonDb, audienceId: string, role: 'learner' | 'host' = 'learner'): Promise<void> {
  await sql`insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    values (my_organisation(), ${newId()}::uuid, ${audienceId}::uuid, me(), ${role}, now(), me())`.execute(db)
}

/** Lets somebody of the organisation into an audience that one steers: from now on they read it. Never as facilitator or deputy: that takes the word of both. */
export async function letIn(
  db: PersonDb,
  audienceId: string,
  personId: string,
  role: Exclude<Role, 'learner' | 'host' | 'facilitator' | 'deputy'>,
): Promise<void> {
  await sql`insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    values (my_organisation(), ${newId()}::uuid, ${audienceId}::uuid, ${personId}::uuid, ${role}, now(), me())
    on conflict do nothing`.execute(db)
}

/** Ends somebody's reading of an audience that one steers: from this moment they read nothing of it. */
export async function letGo(db: PersonDb, audienceId: string, personId: string): Promise<boolean> {
  const { numAffectedRows } = await sql`update membership set until = now()
    where organisation_id = my_organisation() and audience_id = ${audienceId}::uuid and person_id = ${personId}::uuid and until is null`.execute(
    db,
  )
  return Boolean(numAffectedRows)
}
