import { sql } from 'kysely'
import { askToConfirmEmail } from '#person/commands/email.ts'
import { giveRecoveryCodes } from '#person/commands/password.ts'
import { asPersonOf, asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { hashPassword, isGuessable } from '#platform/sign-in/password.ts'
import { beginSignIn, type SignInBegun } from '#platform/sign-in/sign-in.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import type { Organisation } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'

export interface Registration {
  name: string
  email: string
  password: string
  locale: Locale
  neitherIsSuperior: boolean
}

/** Somebody new comes in through an invitation: they get an account, are signed in and get recovery codes; the invitation is spent. */
export async function registerByInvitation(
  database: Database,
  organisation: Organisation,
  { name, email, password, locale, neitherIsSuperior }: Registration,
  { token, origin, canMail, device, now }: { token: string; origin: string; canMail: boolean; device: string; now: Date },
): Promise<{ ok: true; codes: string[]; begun: SignInBegun } | { ok: false; reason: 'gone' | 'superior' | 'email_taken' | 'guessable' }> {
  if (isGuessable(password, { name, email, organisationName: organisation.name })) return { ok: false, reason: 'guessable' }
  const hash = await hashPassword(password)
  const personId = newId()
  const ownLocale = locale === organisation.locale ? null : locale
  const { outcome, begun } = await asVisitor(database, organisation.id, async (db) => {
    const { rows } = await sql<{ outcome: 'accepted' | 'gone' | 'superior' | 'email_taken' }>`
      select register_by_invitation(${hashOf(token)}, ${personId}, ${name}, ${email}, ${ownLocale}, ${hash}, ${newId()}, ${neitherIsSuperior}) as outcome`.execute(
      db,
    )
    const { outcome } = rows[0]!
    return { outcome, begun: outcome === 'accepted' ? await beginSignIn(db, { personId, checkedHash: hash, device, now }) : undefined }
  })
  if (outcome !== 'accepted') return { ok: false, reason: outcome }
  const given = await asPersonOf(database, { organisationId: organisation.id, personId }, async (db) => {
    if (canMail) await askToConfirmEmail(db, { name, locale, organisationName: organisation.name }, { email, origin })
    return giveRecoveryCodes(db, hash)
  })
  return begun && given.ok ? { ok: true, codes: given.codes, begun } : { ok: false, reason: 'gone' }
}
