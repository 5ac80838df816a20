import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { notifyChanged } from '#platform/live/notify.ts'
import { foundAudience, letIn } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict, WrittenText } from '#sharing/sharing.ts'

interface NewCase {
  id: string
  /** The learner it is about, who reads it from this moment on; null: its author declares that it is about nobody. */
  learnerId: string | null
  texts: WrittenText[]
}

/** Writes a case. About a learner it waits for their yes; about nobody it is published. False: the id is taken. The same form twice is one case. */
export async function writeCase(db: PersonDb, { id, learnerId, texts }: NewCase): Promise<boolean> {
  const { rows } = await sql`insert into intervision_case (organisation_id, id, author_id) values (my_organisation(), ${id}::uuid, me())
    on conflict do nothing returning id`.execute(db)
  if (rows.length === 0) return isMine(db, id)
  await foundAudience(db, id, 'host')
  await writePassages(db, { contextId: id, subjectId: id, audienceOf: () => id, texts })
  if (learnerId === null) {
    await sql`select declare_case(${id}::uuid)`.execute(db)
    return true
  }
  await sql`insert into case_consent (organisation_id, case_id, learner_id) values (my_organisation(), ${id}::uuid, ${learnerId}::uuid)`.execute(
    db,
  )
  await letIn(db, id, learnerId, 'reader')
  await notifyChanged(db, learnerId)
  return true
}

/** Changes the words of a case: whatever was agreed or declared was about others, so that it waits again, or is declared again. */
export async function changeCase(db: PersonDb, id: string, texts: WrittenText[], declared: boolean): Promise<Conflict[]> {
  const conflicts = await writePassages(db, { contextId: id, subjectId: id, audienceOf: () => id, texts })
  if (conflicts.length > 0) return conflicts
  if (declared) await sql`select declare_case(${id}::uuid)`.execute(db)
  await notifyChanged(db, id)
  const { rows } = await sql<{ learner_id: string }>`select learner_id from case_consent
    where organisation_id = my_organisation() and case_id = ${id}::uuid`.execute(db)
  for (const { learner_id } of rows) await notifyChanged(db, learner_id)
  return []
}

async function isMine(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql`select from intervision_case
    where organisation_id = my_organisation() and id = ${id}::uuid and author_id = me()`.execute(db)
  return rows.length > 0
}

/** The author takes a case away, with everything that came back. False: not theirs. */
export async function removeCase(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } =
    await sql`delete from intervision_case where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  return Boolean(numAffectedRows)
}

export type Answered = 'done' | 'changed' | 'absent'

/** The learner answers the words with this hash, a sha256 in hex. `changed`: other words stand there by now, and the answer counts for nothing. */
export async function answerCase(db: PersonDb, id: string, answer: 'yes' | 'no', seen: string): Promise<Answered> {
  const { rows } = await sql<{ outcome: Answered }>`
    select answer_case(${id}::uuid, ${Buffer.from(seen, 'hex')}, ${answer}) as outcome`.execute(db)
  const outcome = rows[0]?.outcome ?? 'absent'
  if (outcome === 'done') await notifyChanged(db, id)
  return outcome
}

/** The learner takes a case about them back, at any time and without a reason: every word goes. False: it is not about them. */
export async function withdrawCase(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from case_consent
    where organisation_id = my_organisation() and case_id = ${id}::uuid and learner_id = me()`.execute(db)
  return Boolean(numAffectedRows)
}

/** Sends a question back to a colleague's case. False: it is not, or no longer, open to this person. */
export async function askBack(db: PersonDb, caseId: string, id: string, body: string): Promise<boolean> {
  const { rows } = await sql<{ done: boolean }>`
    select ask_back(${caseId}::uuid, ${id}::uuid, ${newId()}::uuid, ${body}) as done`.execute(db)
  return rows[0]?.done ?? false
}

/** Takes back a question of one's own. False: there is none. */
export async function takeBackQuestion(db: PersonDb, id: string): Promise<boolean> {
  const { numAffectedRows } = await sql`delete from case_question where organisation_id = my_organisation() and id = ${id}::uuid`.execute(
    db,
  )
  return Boolean(numAffectedRows)
}

/** Tells whoever asked a question that it helped, or no longer does. Known to the two of them alone. */
export async function thankForQuestion(db: PersonDb, id: string, helped: boolean): Promise<void> {
  if (helped)
    await sql`insert into case_thanks (organisation_id, question_id) values (my_organisation(), ${id}::uuid) on conflict do nothing`.execute(
      db,
    )
  else await sql`delete from case_thanks where organisation_id = my_organisation() and question_id = ${id}::uuid`.execute(db)
}
