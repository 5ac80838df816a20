import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { asVisitor, type Me, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import { hashPassword, isGuessable } from '#platform/sign-in/password.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import { bareRecoveryCode, hoursOfGrace, type ResetState } from '../person.ts'

interface Asker {
  organisation: { id: string; name: string }
  origin: string
  /** Network address of the sender. */
  from: string
}

type TooOften = { ok: false; reason: 'too_often'; retryAt: Date }

/** Sends a link to this address if it is the confirmed address of an account; the answer does not tell whether it is. */
export async function askPasswordReset(
  database: Database,
  { organisation, origin, from }: Asker,
  email: string,
): Promise<{ ok: true } | TooOften> {
  const attempt = await takeAttempt(database, { door: 'mail', organisationId: organisation.id, from, email })
  if (!attempt.ok) return { ok: false, reason: 'too_often', retryAt: attempt.retryAt }
  const token = newToken()
  const looked = asVisitor(database, organisation.id, async (db) => {
    const { rows } = await sql<{ name: string; email: string; locale: Locale }>`
      select * from ask_password_reset(${email}, ${newId()}, ${hashOf(token)})`.execute(db)
    const account = rows[0]
    if (!account) return
    const t = words(account.locale)
    await queueLetter(db, account.email, {
      kind: 'sign_in',
      locale: account.locale,
      subject: t('letter.reset.subject'),
      greeting: t('letter.greeting', { name: account.name }),
      paragraphs: [t('letter.reset.why', { organisation: organisation.name })],
      link: { href: `${origin}/password/${token}`, label: t('letter.reset.link') },
      afterwards: [t('letter.reset.otherwise')],
      from: organisation.name,
    })
  })
  // A letter takes a few milliseconds to write: nobody should be able to tell by the clock whether there was one.
  await Promise.all([looked, setTimeout(sameForAll)])
  return { ok: true }
}

const sameForAll = 200

export interface ResetLink {
  name: string
  email: string
  state: ResetState
  worksFrom: Date
}

/** What lies behind a link from a mail or from an administrator; undefined for a link that never was one. */
export function resetAt(database: Database, organisationId: string, token: string): Promise<ResetLink | undefined> {
  return asVisitor(database, organisationId, async (db) => {
    const { rows } = await sql<{ name: string; email: string; state: ResetState; works_from: Date }>`
      select * from password_reset_at(${hashOf(token)})`.execute(db)
    const row = rows[0]
    return row && { name: row.name, email: row.email, state: row.state, worksFrom: row.works_from }
  })
}

/** Sets a new password through a link, once; all sign-ins of the person end. */
export async function resetByLink(
  database: Database,
  organisation: { id: string; name: string },
  { token, password }: { token: string; password: string },
): Promise<{ ok: true } | { ok: false; reason: 'gone' | 'guessable' }> {
  const link = await resetAt(database, organisation.id, token)
  if (link?.state !== 'ready') return { ok: false, reason: 'gone' }
  if (isGuessable(password, { ...link, organisationName: organisation.name })) return { ok: false, reason: 'guessable' }
  const hash = await hashPassword(password)
  const { rows } = await asVisitor(database, organisation.id, (db) =>
    sql<{ used: boolean }>`select use_password_reset(${hashOf(token)}, ${hash}) as used`.execute(db),
  )
  return rows[0]?.used ? { ok: true } : { ok: false, reason: 'gone' }
}

/** Sets a new password by a recovery code, which is used up by it; all sign-ins of the person end. */
export async function resetByCode(
  database: Database,
  { organisation, from }: Asker,
  { email, code, password }: { email: string; code: string; password: string },
): Promise<{ ok: true } | { ok: false; reason: 'wrong' | 'guessable' } | TooOften> {
  if (isGuessable(password, { email, organisationName: organisation.name })) return { ok: false, reason: 'guessable' }
  const attempt = await takeAttempt(database, { door: 'password', organisationId: organisation.id, from, email })
  if (!attempt.ok) return { ok: false, reason: 'too_often', retryAt: attempt.retryAt }
  const hash = await hashPassword(password)
  const { rows } = await asVisitor(database, organisation.id, (db) =>
    sql<{ used: boolean }>`select use_recovery_code(${email}, ${hashOf(bareRecoveryCode(code))}, ${hash}, ${newId()}) as used`.execute(db),
  )
  if (!rows[0]?.used) return { ok: false, reason: 'wrong' }
  await attempt.forget()
  return { ok: true }
}

/**
 * An administrator's link for somebody who cannot get in any more. It works only after 48 hours and then for a week; the person hears of it
 * by mail where there is mail, sees it wherever they are still signed in, and can cancel it. A former one that waits is withdrawn.
 */
export async function makeResetFor(
  db: PersonDb,
  me: Me,
  { personId, origin, canMail, now }: { personId: string; origin: string; canMail: boolean; now: Date },
): Promise<{ ok: true; link: string; worksFrom: Date } | { ok: false; reason: 'not_allowed' }> {
  const person = await db
    .selectFrom('account as a')
    .innerJoin('person as p', (join) => join.onRef('p.organisation_id', '=', 'a.organisation_id').onRef('p.id', '=', 'a.person_id'))
    .innerJoin('organisation as o', 'o.id', 'a.organisation_id')
    .select(['p.name', 'a.email', 'p.locale', 'o.default_locale'])
    .where('a.person_id', '=', personId)
    .executeTakeFirst()
  if (!person || !me.isAdmin || personId === me.personId) return { ok: false, reason: 'not_allowed' }
  await db
    .updateTable('password_reset')
    .set({ cancelled_at: now, cancelled_by: me.personId })
    .where('person_id', '=', personId)
    .where('kind', '=', 'administrator')
    .where('used_at', 'is', null)
    .where('cancelled_at', 'is', null)
    .execute()
  const token = newToken()
  const made = await sql<{ works_from: Date }>`
    insert into password_reset (organisation_id, id, person_id, kind, token_hash, asked_by, works_from, expires_at)
    values (my_organisation(), ${newId()}, ${personId}, 'administrator', ${hashOf(token)}, me(),
      now() + ${hoursOfGrace} * interval '1 hour', now() + ${hoursOfGrace} * interval '1 hour' + interval '7 days')
    returning works_from`.execute(db)
  if (canMail) {
    const locale = (person.locale ?? person.default_locale) as Locale
    const t = words(locale)
    await queueLetter(db, person.email, {
      kind: 'sign_in',
      locale,
      subject: t('letter.administrator_reset.subject'),
      greeting: t('letter.greeting', { name: person.name }),
      paragraphs: [t('letter.administrator_reset.what', { administrator: me.name, organisation: me.organisationName })],
      link: { href: `${origin}/settings`, label: t('letter.administrator_reset.link') },
      afterwards: [t('letter.administrator_reset.otherwise')],
      from: me.organisationName,
    })
  }
  return { ok: true, link: `${origin}/password/${token}`, worksFrom: made.rows[0]!.works_from }
}

/** Stops a way back in: the person their own, an administrator one that the administration made. Anything else changes nothing. */
export async function cancelReset(db: PersonDb, resetId: string): Promise<void> {
  await sql`update password_reset set cancelled_at = now(), cancelled_by = me()
    where id = ${resetId} and used_at is null and cancelled_at is null`.execute(db)
}
