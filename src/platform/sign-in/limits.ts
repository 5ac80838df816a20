import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'

/** Somebody tries to get in: at which door, from where, and as whom. */
export interface Attempt {
  door: 'sign-in' | 'password' | 'invitation' | 'mail'
  organisationId: string | undefined
  /** Network address of the sender. */
  from: string
  email?: string
}

export type AttemptTaken = { ok: true; forget(): Promise<void> } | { ok: false; retryAt: Date }

const quarterHour = 15 * 60
const perSender = 100
const perAddress: Record<Attempt['door'], number> = { 'sign-in': 10, password: 10, invitation: 10, mail: 3 }

/**
 * Counts an attempt before it is looked at, so that many at once are counted too. In a quarter of an hour: 100 from one network address,
 * and 10 for one e-mail address (3 where each sends a mail). Beyond that it is refused until `retryAt`. `forget` takes the
 * count back after a success, so that a whole office can sign in behind one address.
 */
export async function takeAttempt(database: Database, attempt: Attempt): Promise<AttemptTaken> {
  const { door, organisationId = '', from, email } = attempt
  const sender = limiter(database, perSender)
  const address = limiter(database, perAddress[door])
  const senderKey = hidden([door, 'from', networkOf(from)])
  const addressKey = email === undefined ? undefined : hidden([door, organisationId, 'email', email])
  try {
    await sender.consume(senderKey)
    if (addressKey) await address.consume(addressKey)
  } catch (refused) {
    if (refused instanceof RateLimiterRes) return { ok: false, retryAt: new Date(Date.now() + refused.msBeforeNext) }
    throw refused
  }
  return {
    ok: true,
    forget: async () => {
      await sender.reward(senderKey)
      if (addressKey) await address.delete(addressKey)
    },
  }
}

const limiter = (database: Database, points: number) =>
  new RateLimiterPostgres({
    storeClient: { query: (question: Question) => ask(database, question) },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: '',
    points,
    duration: quarterHour,
  })

interface Question {
  text: string
  values: unknown[]
}

/** Every count is committed on its own: a refused attempt must not take its count back. */
async function ask(database: Database, { text, values }: Question) {
  const answer = await asVisitor(database, undefined, (db) => db.executeQuery(CompiledQuery.raw(text, values)))
  return { rows: answer.rows, rowCount: Number(answer.numAffectedRows ?? 0) }
}

const hidden = (parts: string[]) => createHash('sha256').update(parts.join('\n')).digest('base64url')

/** One household or office has one IPv4 address, or a /64 of IPv6. */
const networkOf = (address: string) => (address.includes('.') ? address : address.split(':').slice(0, 4).join(':'))
