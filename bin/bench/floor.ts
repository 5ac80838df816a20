import { createServer } from 'node:http'
import pg from 'pg'
import { recordObservation } from '../../src/journey/commands/observation.ts'
import { wholeJourney } from '../../src/journey/queries/whole.ts'
import { withSignIn } from '../../src/platform/db/bound.ts'
import { type Database, openDatabase } from '../../src/platform/db/database.ts'
import { newId } from '../../src/platform/ids.ts'
import { hashOf } from '../../src/platform/sign-in/token.ts'
import { readersOf } from '../../src/sharing/queries.ts'
import type { Measured } from './generate.ts'

// The floor that Lotse is measured against: node:http and pg, the very statements of the page (or of recording an observation) in one
// transaction under row-level security, and the finished page from a string. Nothing is read from the request, nothing rendered.
interface Statement {
  name?: string
  text: string
  values?: unknown[]
}

const { measured, page } = JSON.parse(process.env.BENCH ?? '') as { measured: Measured; page: string }
const database = openDatabase({ url: process.env.DATABASE_URL ?? '' })
const reading = await statementsOf(true, async (db) => {
  await wholeJourney(db, measured.journeyId)
  await readersOf(db, measured.journeyId)
})
const writing = await statementsOf(false, (db) =>
  recordObservation(db, measured.journeyId, newId(), { text: { body: 'Eine Notiz, wie man sie am Band schreibt.', baseVersion: 0 } }),
)
await database.close()

const pool = new pg.Pool({ connectionString: process.env.DATABASE_URL, max: 10, pipeline: true } as pg.PoolConfig)
const body = Buffer.from(page)
const server = createServer(async (request, response) => {
  if (request.method === 'GET') {
    await replay(reading)
    response.writeHead(200, { 'content-type': 'text/html; charset=UTF-8', 'content-length': body.length }).end(body)
  } else {
    for await (const _ of request);
    await replay(withFreshIds(writing))
    response.writeHead(303, { location: '/' }).end()
  }
})
server.listen(Number(process.env.PORT), '127.0.0.1', () => process.send?.('ready'))
process.on('disconnect', () => process.exit(0))

type Work = Parameters<typeof withSignIn>[2]

/** What a transaction of Lotse sends, as it sends it. */
async function statementsOf(isReading: boolean, work: Work): Promise<Statement[]> {
  const sent: Statement[] = []
  const recording: Database = {
    ...database,
    pool: {
      connect: async () => {
        const client = await database.pool.connect()
        const query = client.query.bind(client) as (statement: unknown) => Promise<unknown>
        return new Proxy(client, {
          get: (target, key) => {
            if (key !== 'query') return Reflect.get(target, key)
            return (statement: string | Statement) => {
              sent.push(typeof statement === 'string' ? { text: statement } : { ...statement })
              return query(statement)
            }
          },
        })
      },
    } as unknown as pg.Pool,
  }
  await withSignIn(recording, { tokenHash: hashOf(measured.token), reading: isReading }, work)
  // What ends the transaction may still be on its way.
  return sent.at(-1)?.text.match(/^(commit|rollback)/) ? sent : [...sent, { text: isReading ? 'rollback' : 'commit' }]
}

async function replay(statements: readonly Statement[]) {
  const client = await pool.connect()
  try {
    const all = statements.map((statement) => client.query(statement.values ? statement : statement.text))
    await Promise.all(all)
  } finally {
    client.release()
  }
}

const id = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[0-9a-f]{4}-[0-9a-f]{12}$/

/** The same statements for another note: ids that were new then are new again, the same one everywhere it stood. */
function withFreshIds(statements: readonly Statement[]): Statement[] {
  const fresh = new Map<string, string>()
  const again = (value: unknown): unknown => {
    if (typeof value !== 'string') return value
    if (id.test(value)) {
      fresh.set(value, fresh.get(value) ?? newId())
      return fresh.get(value)
    }
    return value.startsWith('[') ? JSON.stringify(JSON.parse(value), (_, part) => (typeof part === 'string' ? again(part) : part)) : value
  }
  return statements.map((statement) => (statement.values ? { ...statement, values: statement.values.map(again) } : statement))
}
