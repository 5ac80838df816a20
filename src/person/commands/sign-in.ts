import { sql } from 'kysely'
import { asVisitor, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import { passwordMatches } from '#platform/sign-in/password.ts'
import { beginSignIn, type SignInBegun } from '#platform/sign-in/sign-in.ts'

interface Door {
  organisationId: string
  email: string
  password: string
  /** Network address of the sender. */
  from: string
  device: string
  now: Date
}

export type SignInOutcome =
  | { ok: true; begun: SignInBegun }
  | { ok: false; reason: 'wrong' }
  | { ok: false; reason: 'too_often'; retryAt: Date }

/** Signs somebody in by address and password. An unknown address takes as long, and gets the same answer, as a wrong password. */
export async function signIn(database: Database, { organisationId, email, password, from, device, now }: Door): Promise<SignInOutcome> {
  const attempt = await takeAttempt(database, { door: 'sign-in', organisationId, from, email })
  if (!attempt.ok) return { ok: false, reason: 'too_often', retryAt: attempt.retryAt }
  const account = await asVisitor(database, organisationId, async (db) => {
    const { rows } = await sql<{ person_id: string; hash: string }>`select * from password_at_door(${email})`.execute(db)
    return rows[0]
  })
  const matches = await passwordMatches(account?.hash, password)
  if (!account || !matches) return { ok: false, reason: 'wrong' }
  const begun = await asVisitor(database, organisationId, (db) =>
    beginSignIn(db, { personId: account.person_id, checkedHash: account.hash, device, now }),
  )
  if (!begun) return { ok: false, reason: 'wrong' }
  await attempt.forget()
  return { ok: true, begun }
}

/** Ends one sign-in of the person who is bound; one that is over, or somebody else's, changes nothing. */
export async function endSignIn(db: PersonDb, signInId: string): Promise<void> {
  await db.deleteFrom('sign_in').where('id', '=', signInId).where('person_id', '=', sql<string>`me()`).execute()
}

/** Ends every sign-in of the person who is bound, but the one they are asking from. */
export async function endOtherSignIns(db: PersonDb, keptSignInId: string): Promise<void> {
  await db.deleteFrom('sign_in').where('id', '<>', keptSignInId).where('person_id', '=', sql<string>`me()`).execute()
}
