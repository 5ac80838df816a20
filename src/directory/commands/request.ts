import { sql } from 'kysely'
import { bodyOf, wholeJourney } from '#journey/queries/whole.ts'
import type { PersonDb } from '#platform/db/bound.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import { fieldsShown, type ShownPart } from '../directory.ts'

type Refusal = 'absent' | 'paused' | 'full' | 'accompanies_already' | 'asked_already'
export type Asked = { ok: true } | { ok: false; reason: Refusal }

interface Asking {
  /** Made by the page, so that sending it twice asks once. */
  id: string
  journeyId: string
  facilitatorId: string
  lines: string
  shown: ShownPart
}

/** Asks somebody to accompany one's journey. What is shown of the challenge is copied; the journey itself stays closed. */
export async function askToAccompany(db: PersonDb, { id, journeyId, facilitatorId, lines, shown }: Asking): Promise<Asked> {
  const { rows } = await sql<{ outcome: 'asked' | Refusal }>`
    select ask_to_accompany(${id}::uuid, ${journeyId}::uuid, ${facilitatorId}::uuid) as outcome`.execute(db)
  const { outcome } = rows[0]!
  if (outcome !== 'asked') return { ok: false, reason: outcome }
  const whole = await wholeJourney(db, journeyId)
  const copied = fieldsShown(shown).map((field) => ({ field, body: whole ? bodyOf(whole.challenge.texts, field) : '', baseVersion: 0 }))
  const texts = [{ field: 'lines', body: lines, baseVersion: 0 }, ...copied]
  await writePassages(db, { contextId: id, subjectId: id, audienceOf: () => id, texts })
  return { ok: true }
}

/** Takes one's request back while it waits. */
export async function withdrawRequest(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`select withdraw_request(${id}::uuid) as done`.execute(db)
  if (rows[0]!.done) await notifyChanged(db, id)
  return rows[0]!.done
}

export type Answered = { ok: true } | { ok: false; reason: 'absent' | 'superior' }

/** Answers a request that waits. Accepting takes that neither is the other's superior, and begins an agreement; nothing is read before both confirmed it. */
export async function answerRequest(
  db: PersonDb,
  id: string,
  { accepts, neitherIsSuperior, words }: { accepts: boolean; neitherIsSuperior: boolean; words: string },
): Promise<Answered> {
  // The words first: whoever has answered no longer takes part.
  const texts = [{ field: 'answer', body: words, baseVersion: 0 }]
  if (words && (!accepts || neitherIsSuperior)) await writePassages(db, { contextId: id, subjectId: id, audienceOf: () => id, texts })
  const { rows } = await sql<{ outcome: 'answered' | 'absent' | 'superior' }>`
    select answer_request(${id}::uuid, ${accepts}, ${neitherIsSuperior}) as outcome`.execute(db)
  const { outcome } = rows[0]!
  if (outcome !== 'answered') return { ok: false, reason: outcome }
  await notifyChanged(db, id)
  return { ok: true }
}
