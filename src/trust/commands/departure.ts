import { sql } from 'kysely'
import { asJob, type PersonDb } from '#platform/db/bound.ts'
import type { Job } from '#platform/jobs/jobs.ts'

export type DepartureBegun = { ok: true } | { ok: false; reason: 'absent' | 'begun_already' | 'last_administrator' }

/** What `keep_an_administrator` in the organisation's access.sql raises. */
const lastAdministrator = 'LT001'

/**
 * Begins that somebody leaves: oneself, or (as administrator) somebody else. From this moment nobody reads what they had opened, and they
 * accompany nobody; in 30 days everything of theirs is erased. Refuses where the organisation would be left without an administrator.
 */
export async function beginDeparture(db: PersonDb, personId: string): Promise<DepartureBegun> {
  await sql`savepoint before_leaving`.execute(db)
  try {
    const { rows } = await sql<{
      outcome: 'begun' | 'absent' | 'begun_already'
    }>`select begin_departure(${personId}::uuid) as outcome`.execute(db)
    const { outcome } = rows[0]!
    return outcome === 'begun' ? { ok: true } : { ok: false, reason: outcome }
  } catch (error) {
    if ((error as { code?: string }).code !== lastAdministrator) throw error
    await sql`rollback to savepoint before_leaving`.execute(db)
    return { ok: false, reason: 'last_administrator' }
  }
}

/** Stays after all: oneself, if one went by oneself; whom the administration removed, it takes back. False where there is nothing to end. */
export async function endDeparture(db: PersonDb, personId: string): Promise<boolean> {
  const { rows } = await sql<{ ended: boolean }>`select end_departure(${personId}::uuid) as ended`.execute(db)
  return rows[0]!.ended
}

/** Erases the bound person, who is leaving, now. Gives the id of the receipt; undefined for somebody who is not leaving. */
export async function eraseMeNow(db: PersonDb): Promise<string | undefined> {
  const { rows } = await sql<{ receipt: string | null }>`select erase_me_now() as receipt`.execute(db)
  return rows[0]!.receipt ?? undefined
}

/** After the 30 days: everybody who is due, each in a transaction of their own. Who cannot be erased keeps nobody else waiting, and fails the job. */
export const eraseDeparted: Job = {
  name: 'erase_departed',
  daily: '02:20',
  run: async (database) => {
    const due = await asJob(database, async (db) => {
      const { rows } = await sql<{ organisation_id: string; person_id: string }>`select * from departed_due()`.execute(db)
      return rows
    })
    const failures: unknown[] = []
    for (const { organisation_id, person_id } of due) {
      const erasing = asJob(database, (db) => sql`select erase_departed(${organisation_id}::uuid, ${person_id}::uuid)`.execute(db))
      await erasing.catch((failure: unknown) => failures.push(failure))
    }
    if (failures.length > 0) throw new AggregateError(failures, `${failures.length} of ${due.length} could not be erased.`)
  },
}
