import { sql } from 'kysely'
import type { PersonDb } from '#platform/db/bound.ts'
import { foundAudience } from '#sharing/commands/membership.ts'
import { writePassages } from '#sharing/commands/passage.ts'
import type { Conflict } from '#sharing/sharing.ts'
import type { Hat, QuestionPhase, QuestionTag } from './library.ts'

interface Kept {
  phase: QuestionPhase
  hat: Hat
  tag: QuestionTag | null
  text: string
  shared: boolean
}

/** Keeps a question of one's own; the same form sent twice keeps one. False: the id is somebody else's. */
export async function keepQuestion(db: PersonDb, me: { personId: string }, id: string, kept: Kept): Promise<boolean> {
  const { rows } = await sql`insert into own_question (organisation_id, id, person_id, phase, hat, tag)
    values (my_organisation(), ${id}::uuid, me(), ${kept.phase}, ${kept.hat}, ${kept.tag}) on conflict do nothing returning id`.execute(db)
  if (rows.length === 0) return isMine(db, id)
  await foundAudience(db, id, 'host')
  await write(db, me.personId, id, kept.text, 0)
  await share(db, id, kept.shared)
  return true
}

/** Changes a question of one's own, and who reads it. Undefined: there is none. Conflicts: it was changed in another window meanwhile. */
export async function changeQuestion(
  db: PersonDb,
  me: { personId: string },
  id: string,
  changed: Kept & { baseVersion: number },
): Promise<Conflict[] | undefined> {
  if (!(await isMine(db, id))) return undefined
  const conflicts = await write(db, me.personId, id, changed.text, changed.baseVersion)
  if (conflicts.length > 0) return conflicts
  await sql`update own_question set phase = ${changed.phase}, hat = ${changed.hat}, tag = ${changed.tag}
    where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  await share(db, id, changed.shared)
  return []
}

/** Removes a question of one's own, with its words. False: there is none. */
export async function removeQuestion(db: PersonDb, id: string): Promise<boolean> {
  if (!(await isMine(db, id))) return false
  await sql`delete from passage where organisation_id = my_organisation() and subject_id = ${id}::uuid and author_id = me()`.execute(db)
  await sql`delete from own_question where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  return true
}

async function isMine(db: PersonDb, id: string): Promise<boolean> {
  const { rows } = await sql`select from own_question where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  return rows.length > 0
}

const write = (db: PersonDb, personId: string, id: string, body: string, baseVersion: number) =>
  writePassages(db, { contextId: personId, subjectId: id, audienceOf: () => null, texts: [{ field: 'ownQuestion', body, baseVersion }] })

/** The words follow: shared, they are read in the audience of the question; else by their author alone. */
async function share(db: PersonDb, id: string, shared: boolean): Promise<void> {
  await sql`update own_question set shared_at = case when ${shared} then coalesce(shared_at, now()) end
    where organisation_id = my_organisation() and id = ${id}::uuid`.execute(db)
  await sql`update passage set audience_id = ${shared ? id : null}::uuid
    where organisation_id = my_organisation() and subject_id = ${id}::uuid and author_id = me() and field = 'ownQuestion'`.execute(db)
}
