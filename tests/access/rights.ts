import { CompiledQuery, type Kysely } from 'kysely'
import type { DB } from '#platform/db/tables.ts'
import { newId } from '#platform/ids.ts'
import type { Planted } from './world.ts'

/** Who tries: a database handle of a role, and the person it stands for, if any. */
export interface Tries {
  db: Kysely<DB>
  role: string
  personId: string | null
}
const notAllowed = '42501'

/** What somebody may do with one row, as letters: s sees it, i adds one beside it under their own name, u changes it, d removes it. */
export async function rightsOn(row: Planted, who: Tries): Promise<string> {
  const readable = await columnsWith(who, row.table, 'select')
  if (readable.length === 0) return (await adds(row, who)) ? '-i--' : '----'
  const is = readable.map((column, index) => `${column}::text is not distinct from $${index + 1}`).join(' and ')
  const values = readable.map((column) => row.stored[column])
  const changed = row.change ?? (await columnsWith(who, row.table, 'update')).slice(0, 1).map((column) => `${column} = ${column}`)[0]
  return [
    (await attempt(who, `select from ${row.table} where ${is}`, values)) === 1 ? 's' : '-',
    (await adds(row, who)) ? 'i' : '-',
    changed && (await attempt(who, `update ${row.table} set ${changed} where ${is}`, values)) === 1 ? 'u' : '-',
    (await attempt(who, `delete from ${row.table} where ${is}`, values)) === 1 ? 'd' : '-',
  ].join('')
}

async function adds(row: Planted, who: Tries): Promise<boolean> {
  const mine: Record<string, unknown> = { ...row.stored, ...row.asNew }
  if (row.stored.id) mine.id = newId()
  if (row.actor) mine[row.actor] = who.personId
  return (await insert(row.table, mine, who)) !== 'refused'
}

/** Adds a row of these values, as far as the role may write the columns, and takes it back. A broken constraint lies behind the policies: whoever meets one was let in. */
export async function insert(table: string, values: Record<string, unknown>, who: Tries): Promise<'added' | 'refused' | 'broken'> {
  const columns = (await columnsWith(who, table, 'insert')).filter((column) => values[column] != null)
  if (columns.length === 0) return 'refused'
  const answer = await attempt(
    who,
    `insert into ${table} (${columns}) values (${columns.map((_, index) => `$${index + 1}`)})`,
    columns.map((column) => values[column]),
  )
  return typeof answer === 'number' ? 'added' : answer === notAllowed ? 'refused' : 'broken'
}

/** Runs a statement and takes it back: how many rows it touched, or the SQLSTATE it met. All three travel together. */
export async function attempt({ db }: Tries, statement: string, values: readonly unknown[]): Promise<number | string> {
  const run = (text: string, given: readonly unknown[] = []) => db.executeQuery(CompiledQuery.raw(text, [...given]))
  const [, answer] = await Promise.all([
    run('savepoint attempt'),
    run(statement, values).then(
      (result) => Number(result.numAffectedRows),
      (error) => error.code as string,
    ),
    run('rollback to savepoint attempt'),
  ])
  return answer
}

const known = new Map<string, string[]>()

/** The columns on which a role has a right. Rights do not change while the tests run. */
async function columnsWith({ db, role }: Tries, table: string, right: string): Promise<string[]> {
  const key = `${role} ${table} ${right}`
  const before = known.get(key)
  if (before) return before
  const { rows } = await db.executeQuery<{ name: string }>(
    CompiledQuery.raw(
      `select attname as name from pg_attribute where attrelid = $2::regclass and attnum > 0 and not attisdropped
       and has_column_privilege($1, attrelid, attnum, $3) order by attnum`,
      [role, table, right],
    ),
  )
  const columns = rows.map((row) => row.name)
  known.set(key, columns)
  return columns
}
