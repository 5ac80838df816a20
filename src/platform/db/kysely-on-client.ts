import {
  type CompiledQuery,
  type DatabaseConnection,
  type Driver,
  Kysely,
  PostgresAdapter,
  PostgresIntrospector,
  PostgresQueryCompiler,
  type QueryResult,
} from 'kysely'
import type pg from 'pg'
import type { DB } from './tables.ts'

const adapter = new PostgresAdapter()
const compiler = new PostgresQueryCompiler()
const names = new Map<string, string>()

/** Each distinct statement is prepared once per connection; past 2,000 distinct ones they go unnamed. */
function nameOf(text: string): string | undefined {
  let name = names.get(text)
  if (!name && names.size < 2_000) {
    name = `s${names.size}`
    names.set(text, name)
  }
  return name
}

class ClientConnection implements DatabaseConnection {
  readonly #client: pg.PoolClient
  constructor(client: pg.PoolClient) {
    this.#client = client
  }
  async executeQuery<Row>({ sql, parameters }: CompiledQuery): Promise<QueryResult<Row>> {
    const { rows, rowCount } = await this.#client.query({ name: nameOf(sql), text: sql, values: parameters as unknown[] })
    return { rows, numAffectedRows: BigInt(rowCount ?? 0) }
  }
  streamQuery(): never {
    throw new Error('streaming is not offered inside a bound transaction')
  }
}

class ClientDriver implements Driver {
  readonly #connection: ClientConnection
  constructor(client: pg.PoolClient) {
    this.#connection = new ClientConnection(client)
  }
  async init() {}
  async acquireConnection() {
    return this.#connection
  }
  async releaseConnection() {}
  async destroy() {}
  async beginTransaction() {
    throw new Error('this handle is one transaction already')
  }
  async commitTransaction() {}
  async rollbackTransaction() {}
}

/** Kysely over one client that is inside a transaction: queries given at once travel together. */
export function kyselyOnClient(client: pg.PoolClient): Kysely<DB> {
  return new Kysely<DB>({
    dialect: {
      createAdapter: () => adapter,
      createDriver: () => new ClientDriver(client),
      createIntrospector: (db) => new PostgresIntrospector(db),
      createQueryCompiler: () => compiler,
    },
  })
}
