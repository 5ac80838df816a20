import { sql } from 'kysely'
import { asVisitor, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { type Locale, languageOf } from '#platform/words/words.ts'
import type { Sent } from './forms.ts'
import { constantsFor, type Occasion, scansFor } from './queries.ts'
import { asAnswer, instrument, itemsOf, score } from './quickscan.ts'

type Actor = { organisationId: string; personId: string; locale: Locale }
const here = sql<string>`my_organisation()`

/** Keeps a result for its person alone, with the constants of today, and gives its id. The same result kept twice is one. */
export async function keepScan(db: PersonDb, me: Actor, { form, answers, takenOn }: Sent): Promise<string> {
  const same = (await scansFor(db)).find(
    (scan) =>
      scan.personId === me.personId &&
      scan.form === form &&
      scan.takenOn === takenOn &&
      itemsOf(form).every(({ id }) => (scan.answers?.[id] ?? null) === answers[id]),
  )
  if (same) return same.id
  const id = newId()
  const constants = await constantsFor(db, me.locale)
  const { dimensions, overall } = score(answers, form, constants)
  const row = { organisation_id: me.organisationId, id, person_id: me.personId, form, taken_on: takenOn, overall, ...dimensions }
  await db
    .insertInto('scan')
    .values({ ...row, instrument_version: instrument.version, constants: JSON.stringify(constants) })
    .execute()
  await db
    .insertInto('scan_private')
    .values({ organisation_id: me.organisationId, scan_id: id, answers: JSON.stringify(answers) })
    .execute()
  return id
}

/** Deletes a scan of one's own, with its answers and everybody's view of it. False: there is none. */
export async function removeScan(db: PersonDb, scanId: string): Promise<boolean> {
  const { numDeletedRows } = await db.deleteFrom('scan').where('organisation_id', '=', here).where('id', '=', scanId).executeTakeFirst()
  return numDeletedRows > 0n
}

/** Shows one scan to one person who accompanies its owner. False: not theirs to show, or nobody who accompanies. */
export async function showScan(db: PersonDb, organisationId: string, scanId: string, readerId: string): Promise<boolean> {
  const { numInsertedOrUpdatedRows } = await db
    .insertInto('scan_share')
    .columns(['organisation_id', 'id', 'scan_id', 'reader_id'])
    .expression(
      db
        .selectFrom('scan')
        .select([sql.lit(organisationId).as('o'), sql<string>`${newId()}::uuid`.as('n'), 'id', sql<string>`${readerId}::uuid`.as('r')])
        .where('organisation_id', '=', here)
        .where('id', '=', scanId)
        .where('person_id', '=', sql<string>`me()`)
        .where(sql<boolean>`${readerId}::uuid = any (array(select who_accompanies_me()))`),
    )
    .onConflict((conflict) => conflict.doNothing())
    .executeTakeFirst()
  return (numInsertedOrUpdatedRows ?? 0n) > 0n
}

/** Ends that somebody can see a scan. False: there is no such view of a scan of theirs. */
export async function endShowing(db: PersonDb, scanId: string, shareId: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scan_share')
    .set({ until: sql`now()` })
    .where('organisation_id', '=', here)
    .where('scan_id', '=', scanId)
    .where('id', '=', shareId)
    .where('until', 'is', null)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** Keeps how somebody sees their earlier rating today; beside the values, never in them. */
export async function lookBack(db: PersonDb, scanId: string, answer: string | null): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('scan_private')
    .set({ look_back: answer })
    .where('organisation_id', '=', here)
    .where('scan_id', '=', scanId)
    .executeTakeFirst()
  return numUpdatedRows > 0n
}

/** An offer that was taken or declined does not come again. */
export async function answerOffer(db: PersonDb, me: Actor, occasion: Occasion, subjectId: string): Promise<void> {
  await db
    .insertInto('scan_offer')
    .values({ organisation_id: me.organisationId, person_id: me.personId, occasion, subject_id: subjectId })
    .onConflict((conflict) => conflict.doNothing())
    .execute()
}

export type Donated = { ok: true } | { ok: false; reason: 'incomplete' | 'full' }

/** Puts 24 answers among the waiting donations. Runs as nobody: who sends them makes no difference and leaves no trace. */
export async function donate(database: Database, locale: Locale, { form, answers }: Sent, isFirst: boolean): Promise<Donated> {
  const given = itemsOf('full').map(({ id }) => asAnswer(answers[id]))
  if (form !== 'full' || given.includes(null)) return { ok: false, reason: 'incomplete' }
  const { rows } = await asVisitor(database, undefined, (db) =>
    sql<{ taken: boolean }>`
      select donate_scan(${instrument.version}, ${languageOf(locale)}, ${`{${given.join(',')}}`}::smallint[], ${isFirst}) as taken`.execute(
      db,
    ),
  )
  return rows[0]?.taken ? { ok: true } : { ok: false, reason: 'full' }
}
