import { type RawBuilder, sql } from 'kysely'
import type { PersonDb } from './bound.ts'

/** A moment as a statement gives it: a Date where its rows come alone, ISO text where they come as one list among others. */
export type Instant = Date | string
export const momentOf = (given: Instant | null): Date | null => (given === null ? null : new Date(given))

/** Rows, and what each is to be. `shape` makes a Date of every instant; days without a time are text either way. */
export interface Listing<Row, One> {
  rows: RawBuilder<Row>
  shape: (row: Row) => One
}

type Listings = Record<string, { rows: RawBuilder<unknown>; shape: (row: never) => unknown }>
type Lists<L extends Listings> = { [Name in keyof L]: ReturnType<L[Name]['shape']>[] }

/** One list, in a statement of its own. */
export async function list<Row, One>(db: PersonDb, { rows, shape }: Listing<Row, One>): Promise<One[]> {
  return (await rows.execute(db)).rows.map(shape)
}

/** Several lists in one statement, each in its own order; for a page that shows a little of much. */
export async function together<L extends Listings>(db: PersonDb, listings: L): Promise<Lists<L>> {
  const columns = Object.entries(listings).map(
    ([name, { rows }]) => sql`(select coalesce(json_agg(x), '[]') from (${rows}) x) as ${sql.ref(name)}`,
  )
  const { rows } = await sql<Record<string, unknown[]>>`select ${sql.join(columns)}`.execute(db)
  const found = Object.entries(listings).map(([name, { shape }]) => [name, rows[0]![name]!.map((row) => shape(row as never))])
  return Object.fromEntries(found) as Lists<L>
}
