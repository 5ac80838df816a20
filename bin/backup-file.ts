import { createHash } from 'node:crypto'
import { once } from 'node:events'
import type { Writable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { StartRefused } from '../src/platform/start-refused.ts'

/**
 * A backup is gzip of text: one line of JSON that says what it is; then for every table a line that names it with its columns, its rows as
 * PostgreSQL's COPY writes them, in the order of the primary key, a line `\.`, and a line with their number and SHA-256; then `{"end":true}`.
 * So it can be read without Lotse, two backups of equal data are equal from the second line on, and a file cut short is noticed.
 */
export interface Head {
  format: 'lotse backup 1'
  made: string
  /** What the schema was made of; restoring makes it the same before the rows come in. */
  migrations: Migration[]
}
export interface Migration {
  number: number
  checksum: string
}
interface TableHead {
  table: string
  columns: string[]
}
interface TableFoot {
  rows: number
  sha256: string
}

/** Everything but the record of migrations, which the schema itself brings back. */
const tablesQuery = `
  select c.relname as table,
    array(select attname::text from pg_attribute where attrelid = c.oid and attnum > 0 and not attisdropped and attgenerated = '' order by attnum) as columns,
    array(select attname::text from pg_index i join unnest(i.indkey) with ordinality as k(attnum, place) on true
      join pg_attribute a on a.attrelid = c.oid and a.attnum = k.attnum where i.indrelid = c.oid and i.indisprimary order by place) as key
  from pg_class c where c.relnamespace = 'public'::regnamespace and c.relkind = 'r' and c.relname <> 'migration' order by c.relname`

/** Values are written the same whatever the server and the connection are set to. */
const plainly = `set datestyle = 'ISO'; set timezone = 'UTC'; set intervalstyle = 'postgres'; set bytea_output = 'hex'; set extra_float_digits = 1`
const list = (names: readonly string[]) => names.map((name) => pg.escapeIdentifier(name)).join(', ')

/** Writes one moment of the database, however much is going on in it meanwhile. Waiting jobs are left out: they would be done twice. */
export async function writeBackup(ownerUrl: string, made: Date, sink: Writable): Promise<void> {
  const client = new pg.Client(ownerUrl)
  await client.connect()
  try {
    const { rows: found } = await client.query<{ there: boolean }>(`select to_regclass('public.migration') is not null as there`)
    if (!found[0]!.there) throw new StartRefused('There is nothing to back up here yet.')
    await client.query(`${plainly}; begin isolation level repeatable read read only`)
    const { rows: migrations } = await client.query<Migration>('select number, checksum from migration order by number')
    const head: Head = { format: 'lotse backup 1', made: made.toISOString(), migrations }
    await say(sink, head)
    for (const { table, columns, key } of (await client.query<TableHead & { key: string[] }>(tablesQuery)).rows) {
      await say(sink, { table, columns } satisfies TableHead)
      const rows = `select ${list(columns)} from ${list([table])} order by ${list(key)}`
      const foot = await pour(client.query(copyTo(`copy (${rows}) to stdout`)), sink)
      await put(sink, '\\.\n')
      await say(sink, foot)
    }
    await say(sink, { end: true })
  } finally {
    await client.end()
  }
}

async function put(sink: Writable, part: Buffer | string) {
  if (!sink.write(part)) await once(sink, 'drain')
}
const say = (sink: Writable, line: object) => put(sink, `${JSON.stringify(line)}\n`)

async function pour(rows: AsyncIterable<Buffer>, sink: Writable): Promise<TableFoot> {
  const hash = createHash('sha256')
  let count = 0
  for await (const part of rows) {
    hash.update(part)
    // A line break inside a value is written as \n: every one in the stream ends a row.
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, at + 1)) count++
    await put(sink, part)
  }
  return { rows: count, sha256: hash.digest('hex') }
}

export interface OpenBackup {
  head: Head
  /** Brings the rows into a schema made of the same migrations, inside one transaction of the caller. */
  pourInto(client: pg.Client): Promise<void>
}

/** Opens a backup that is being read from `source`, already unzipped. Throws StartRefused when it is none, or damaged. */
export async function openBackup(source: AsyncIterable<Buffer>): Promise<OpenBackup> {
  const lines = linesOf(source)
  const head = await nextObject<Head>(lines)
  if (head.format !== 'lotse backup 1') throw new StartRefused('This file is no backup that this Lotse can read.')
  return {
    head,
    async pourInto(client) {
      await client.query(plainly)
      for (;;) {
        const next = await nextObject<TableHead | { end: true }>(lines)
        if ('end' in next) return
        await pourTable(client, next, lines)
      }
    },
  }
}

async function pourTable(client: pg.Client, { table, columns }: TableHead, lines: AsyncGenerator<Buffer>) {
  const hash = createHash('sha256')
  let rows = 0
  async function* untilEnd() {
    for (;;) {
      const line = await nextLine(lines)
      if (line.equals(endOfRows)) return
      hash.update(line)
      rows++
      yield line
    }
  }
  await pipeline(untilEnd, client.query(copyFrom(`copy ${list([table])} (${list(columns)}) from stdin`)))
  const foot = await nextObject<TableFoot>(lines)
  if (foot.rows !== rows || foot.sha256 !== hash.digest('hex')) throw damaged(`the rows of ${table} are not those that were written`)
}

const endOfRows = Buffer.from('\\.\n')
const damaged = (why: string) => new StartRefused(`The backup is damaged: ${why}.`)

async function nextLine(lines: AsyncGenerator<Buffer>): Promise<Buffer> {
  const { value, done } = await lines.next()
  if (done) throw damaged('it ends too early')
  return value
}

async function nextObject<T>(lines: AsyncGenerator<Buffer>): Promise<T> {
  try {
    return JSON.parse((await nextLine(lines)).toString()) as T
  } catch (error) {
    throw error instanceof StartRefused ? error : damaged('a line is not what it should be')
  }
}

/** Lines with their ends; Node's own reader would also cut at characters that people may write. */
async function* linesOf(source: AsyncIterable<Buffer>): AsyncGenerator<Buffer> {
  const parts = source[Symbol.asyncIterator]()
  let begun: Buffer[] = []
  for (;;) {
    const { value: part, done } = await parts.next().catch(() => {
      throw damaged('it cannot be unzipped to its end')
    })
    if (done) break
    let from = 0
    for (let at = part.indexOf(10); at >= 0; at = part.indexOf(10, from)) {
      yield Buffer.concat([...begun, part.subarray(from, at + 1)])
      begun = []
      from = at + 1
    }
    if (from < part.length) begun.push(part.subarray(from))
  }
  if (begun.length > 0) throw damaged('it ends too early')
}
