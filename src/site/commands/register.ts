import { sql } from 'kysely'
import { giveRecoveryCodes } from '#person/commands/password.ts'
import { asPersonOf, asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import { hashPassword, isGuessable } from '#platform/sign-in/password.ts'
import { beginSignIn, type SignInBegun } from '#platform/sign-in/sign-in.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import type { Organisation } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'

/**
 * Writes to an address that wants an account: with a link, or, where it has an account, with the way to it. The page says the same either
 * way, so that nobody learns who is here. Call it only where mail can be sent.
 */
export async function askRegistration(
  database: Database,
  organisation: Organisation,
  { email, locale, origin }: { email: string; locale: Locale; origin: string },
): Promise<void> {
  await asVisitor(database, organisation.id, async (db) => {
    const token = newToken()
    const { rows } = await sql<{ outcome: 'asked' | 'known' | 'closed' }>`
      select ask_registration(${newId()}::uuid, ${email}, ${hashOf(token)}) as outcome`.execute(db)
    const { outcome } = rows[0]!
    if (outcome === 'closed') return
    const t = words(locale)
    const names = { organisation: organisation.name }
    const link =
      outcome === 'asked'
        ? { href: `${origin}/register/${token}`, label: t('letter.register.link') }
        : { href: `${origin}/sign-in`, label: t('letter.register.sign_in') }
    await queueLetter(db, email, {
      kind: 'sign_in',
      locale,
      subject: t('letter.register.subject', names),
      greeting: t('letter.register.greeting'),
      paragraphs: [t(outcome === 'asked' ? 'letter.register.why' : 'letter.register.known', names)],
      link,
      afterwards: [t(outcome === 'asked' ? 'letter.register.otherwise' : 'letter.register.known_otherwise')],
      from: organisation.name,
    })
  })
}

/** The address behind a link that can still make an account; undefined when there is none. */
export async function registeringAt(database: Database, organisationId: string, token: string): Promise<string | undefined> {
  return asVisitor(database, organisationId, async (db) => {
    const { rows } = await sql<{ email: string | null }>`select registration_at(${hashOf(token)}) as email`.execute(db)
    return rows[0]?.email ?? undefined
  })
}

interface Registration {
  name: string
  email: string
  password: string
  locale: Locale
}

/** Makes the account that a link is for: its address is confirmed, the person is signed in and gets recovery codes. The link is spent. */
export async function registerMyself(
  database: Database,
  organisation: Organisation,
  { name, email, password, locale }: Registration,
  { token, device, now }: { token: string; device: string; now: Date },
): Promise<{ ok: true; codes: string[]; begun: SignInBegun } | { ok: false; reason: 'gone' | 'guessable' }> {
  if (isGuessable(password, { name, email, organisationName: organisation.name })) return { ok: false, reason: 'guessable' }
  const hash = await hashPassword(password)
  const personId = newId()
  const ownLocale = locale === organisation.locale ? null : locale
  const begun = await asVisitor(database, organisation.id, async (db) => {
    const { rows } = await sql<{ outcome: 'registered' | 'gone' }>`
      select register_myself(${hashOf(token)}, ${personId}::uuid, ${name}, ${ownLocale}, ${hash}) as outcome`.execute(db)
    return rows[0]?.outcome === 'registered' ? beginSignIn(db, { personId, checkedHash: hash, device, now }) : undefined
  })
  if (!begun) return { ok: false, reason: 'gone' }
  const given = await asPersonOf(database, { organisationId: organisation.id, personId }, (db) => giveRecoveryCodes(db, hash))
  return given.ok ? { ok: true, codes: given.codes, begun } : { ok: false, reason: 'gone' }
}
