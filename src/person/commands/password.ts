import { randomInt } from 'node:crypto'
import { sql } from 'kysely'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { hashPassword, isGuessable, passwordMatches } from '#platform/sign-in/password.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import { bareRecoveryCode, recoveryCodeCount, recoveryCodeFrom } from '../person.ts'

/** The hash of the own password if `typed` is that password, else undefined: proof for the acts that ask for it. */
export async function checkOwnPassword(db: PersonDb, typed: string): Promise<string | undefined> {
  const { rows } = await sql<{ hash: string | null }>`select my_password_hash() as hash`.execute(db)
  const hash = rows[0]?.hash ?? undefined
  return (await passwordMatches(hash, typed)) ? hash : undefined
}

/** Gives the person a new password; every other sign-in of theirs ends, and so does every link that could have changed it. */
export async function changePassword(
  db: PersonDb,
  me: Me,
  { present, password, email }: { present: string; password: string; email: string },
): Promise<{ ok: true } | { ok: false; reason: 'wrong_password' | 'guessable' }> {
  const checked = await checkOwnPassword(db, present)
  if (!checked) return { ok: false, reason: 'wrong_password' }
  if (isGuessable(password, { ...me, email })) return { ok: false, reason: 'guessable' }
  const { rows } = await sql<{ changed: boolean }>`
    select change_my_password(${checked}, ${await hashPassword(password)}, ${me.signInId}) as changed`.execute(db)
  return rows[0]?.changed ? { ok: true } : { ok: false, reason: 'wrong_password' }
}

/** A new set of recovery codes instead of the old one. The codes are given here once and kept only as hashes. */
export async function replaceRecoveryCodes(
  db: PersonDb,
  present: string,
): Promise<{ ok: true; codes: string[] } | { ok: false; reason: 'wrong_password' }> {
  const checked = await checkOwnPassword(db, present)
  return checked ? giveRecoveryCodes(db, checked) : { ok: false, reason: 'wrong_password' }
}

/** The same, where the hash of the present password is at hand: right after it was set. */
export async function giveRecoveryCodes(
  db: PersonDb,
  checkedHash: string,
): Promise<{ ok: true; codes: string[] } | { ok: false; reason: 'wrong_password' }> {
  const codes = Array.from({ length: recoveryCodeCount }, () => recoveryCodeFrom(randomInt))
  const hashes = codes.map((code) => hashOf(bareRecoveryCode(code)))
  const ids = codes.map(newId)
  const { rows } = await sql<{ replaced: boolean }>`
    select replace_my_recovery_codes(${checkedHash}, ${ids}, ${hashes}::bytea[]) as replaced`.execute(db)
  return rows[0]?.replaced ? { ok: true, codes } : { ok: false, reason: 'wrong_password' }
}
