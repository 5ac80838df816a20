import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'

export interface Absence {
  /** Days as 'YYYY-MM-DD', both within the absence, where whoever is away lives. */
  from: string
  to: string
  timeZone: string
}

type Proposed = 'proposed' | 'absent' | 'dates' | 'accompanies_already'

/** Proposes somebody to stand in while one is away, in one journey that one accompanies. Sent again, it changes nothing. */
export async function proposeDeputy(
  db: PersonDb,
  agreementId: string,
  deputyId: string,
  { from, to, timeZone }: Absence,
): Promise<Proposed> {
  const { rows } = await sql<{
    said: Proposed
  }>`select propose_deputy(${newId()}::uuid, ${agreementId}::uuid, ${deputyId}::uuid, ${from}::date,
    ${to}::date, ${timeZone}) as said`.execute(db)
  return rows[0]!.said
}

/** Gives one's word as the learner or as the deputy. With both, the deputy reads the journey within the days, and no longer. */
export async function agreeToDeputy(
  db: PersonDb,
  id: string,
  neitherIsSuperior: boolean,
): Promise<'agreed' | 'in_force' | 'not_ticked' | 'absent'> {
  const { rows } = await sql<{
    said: 'agreed' | 'in_force' | 'not_ticked' | 'absent'
  }>`select agree_to_deputy(${id}::uuid, ${neitherIsSuperior}) as said`.execute(db)
  return rows[0]!.said
}

/** Declines, takes back or ends it, as any of the three, at once and without a reason. */
export async function endDeputy(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select end_deputy(${id}::uuid) as done`.execute(db)
  return rows[0]!.done
}
