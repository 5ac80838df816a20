import { createHash } from 'node:crypto'
import { CompiledQuery } from 'kysely'
import { RateLimiterPostgres, RateLimiterRes } from 'rate-limiter-flexible'
import { asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'

type Door = 'sign-in' | 'password' | 'invitation' | 'mail' | 'contact' | 'calendar' | 'need'

/** Somebody tries to get in, or to write: at which door, from where, and as whom. */
export interface Attempt {
  door: Door
  organisationId: string | undefined
  /** Network address of the sender. */
  from: string
  email?: string
}

export type AttemptTaken = { ok: true; forget(): Promise<void> } | { ok: false; retryAt: Date }

/** How many attempts in so many seconds: from one network address, and for one e-mail address. */
const atDoor: Record<Door, { perSender: number; perAddress: number; seconds: number }> = {
  'sign-in': { perSender: 100, perAddress: 10, seconds: 15 * 60 },
  password: { perSender: 100, perAddress: 10, seconds: 15 * 60 },
  invitation: { perSender: 100, perAddress: 10, seconds: 15 * 60 },
  mail: { perSender: 100, perAddress: 3, seconds: 15 * 60 },
  contact: { perSender: 5, perAddress: 5, seconds: 60 * 60 },
  calendar: { perSender: 600, perAddress: 30, seconds: 15 * 60 },
  need: { perSender: 30, perAddress: 30, seconds: 60 * 60 },
}

/**
 * Counts an attempt before it is looked at, so that many at once are counted too. In a quarter of an hour: 100 from one network address,
 * and 10 for one e-mail address (3 where each sends a mail); messages of visitors 5 an hour from either, answers to needs 30; calendars, which some
 * providers fetch for all from one network address, 600 from there. Beyond that it is refused until
 * `retryAt`. `forget` takes the count back after a success, so that a whole office can sign in behind one address.
 */
export async function takeAttempt(database: Database, attempt: Attempt): Promise<AttemptTaken> {
  const { door, organisationId = '', from, email } = attempt
  const { perSender, perAddress, seconds } = atDoor[door]
  const sender = limiter(database, perSender, seconds)
  const address = limiter(database, perAddress, seconds)
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

const limiter = (database: Database, points: number, seconds: number) =>
  new RateLimiterPostgres({
    storeClient: { query: (question: Question) => ask(database, question) },
    storeType: 'client',
    tableName: 'rate_limit',
    tableCreated: true,
    clearExpiredByTimeout: false,
    keyPrefix: '',
    points,
    duration: seconds,
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
