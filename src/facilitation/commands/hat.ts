import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { hatMinutes } from '../rules/hats.ts'

/**
 * Names another hat outside a meeting and asks the learner, as whoever accompanies; for the minutes that are usual for the hat. `id` is made by
 * the page; asking again replaces a question without answer. False where the hat was not agreed, and for anybody else.
 */
export async function askToWear(
  db: PersonDb,
  agreementId: string,
  id: string,
  { hat, purpose }: { hat: keyof typeof hatMinutes; purpose: string },
): Promise<boolean> {
  const { rows } = await sql<{
    done: boolean
  }>`select ask_for_hat(${agreementId}::uuid, ${id}::uuid, ${hat}, ${hatMinutes[hat]}) as done`.execute(db)
  if (!rows[0]!.done) return false
  await writePassages(db, {
    contextId: agreementId,
    subjectId: id,
    audienceOf: () => agreementId,
    texts: [{ field: 'hatPurpose', body: purpose, baseVersion: 0 }],
  })
  return true
}

/** The learner's answer; declined, or taken back by whoever asked, nothing of it is kept. Accepted, it takes the place of one that is worn. */
export async function answerHatAsked(db: PersonDb, id: string, accepts: boolean): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select answer_hat(${id}::uuid, ${accepts}) as done`.execute(db)
  return rows[0]!.done
}

/** Back to facilitation, before the time is over by either of the two, or said once it is. */
export async function returnHat(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select return_hat(${id}::uuid) as done`.execute(db)
  return rows[0]!.done
}
