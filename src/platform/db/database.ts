import pg from 'pg'

// Dates without a time stay text ('2026-11-23'): a Date would shift them with the time zone of the machine.
pg.types.setTypeParser(pg.types.builtins.DATE, (value) => value)
pg.types.setTypeParser(pg.types.builtins.INT8, Number)

export interface Database {
  readonly pool: pg.Pool
  /** Connection string that reaches PostgreSQL itself, for LISTEN: a transaction pooler would not carry it. */
  readonly directUrl: string
  close(): Promise<void>
}

/** Opens the pool of the serving role. `max` connections, default 10. */
export function openDatabase({ url, directUrl = url, max = 10 }: { url: string; directUrl?: string; max?: number }): Database {
  const pool = new pg.Pool({ connectionString: url, max, pipeline: true } as pg.PoolConfig)
  // A connection that breaks while idle is replaced by the pool; the next query says so if it cannot be.
  pool.on('error', () => {})
  return { pool, directUrl, close: () => pool.end() }
}
