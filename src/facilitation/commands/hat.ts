import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { HatRefusal, HatSegment } from '../rules/hats.ts'
import { askForHat, bareHeaded, type Hat } from '../rules/hats.ts'

export type AskedForHat = { ok: true } | { ok: false; reason: HatRefusal | 'absent' }

/** Names another hat outside a meeting and asks the learner, as whoever accompanies. `id` is made by the page; asking again replaces a question without answer. */
export async function askToWear(
  db: PersonDb,
  agreementId: string,
  id: string,
  wanted: Pick<HatSegment, 'hat' | 'purpose'>,
  allowed: readonly Hat[],
): Promise<AskedForHat> {
  const asked = askForHat(bareHeaded, wanted, allowed)
  if (!asked.ok) return asked
  if (asked.wearing.state !== 'asked') return { ok: false, reason: 'nothing_asked' }
  const { hat, minutes, purpose } = asked.wearing
  const { rows } = await sql<{ done: boolean }>`select ask_for_hat(${agreementId}::uuid, ${id}::uuid, ${hat}, ${minutes}) as done`.execute(
    db,
  )
  if (!rows[0]!.done) return { ok: false, reason: 'absent' }
  await writePassages(db, {
    contextId: agreementId,
    subjectId: id,
    audienceOf: () => agreementId,
    texts: [{ field: 'hatPurpose', body: purpose, baseVersion: 0 }],
  })
  return { ok: true }
}

/** The learner's answer; declined, or taken back by whoever asked, nothing of it is kept. */
export async function answerHatAsked(db: PersonDb, id: string, accepts: boolean): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select answer_hat(${id}::uuid, ${accepts}) as done`.execute(db)
  return rows[0]!.done
}

/** Back to facilitation before the time is over, by either of the two. */
export async function returnHat(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select return_hat(${id}::uuid) as done`.execute(db)
  return rows[0]!.done
}
