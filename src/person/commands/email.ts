import { sql } from 'kysely'
import { asJob, asVisitor, type Me, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from '../messages/index.ts'
import { checkOwnPassword } from './password.ts'

/** Asks the mailbox of the person's present address for a yes; needs no password, because nothing changes but that it is confirmed. */
export async function askToConfirmEmail(
  db: PersonDb,
  me: NamedReader,
  { email, origin }: { email: string; origin: string },
): Promise<void> {
  await sendConfirmation(db, me, { email, origin, checkedHash: '' })
}

/** Asks the mailbox of a new address for a yes; until it comes, the present address stays. */
export async function changeEmail(
  db: PersonDb,
  me: Me,
  { email, present, origin }: { email: string; present: string; origin: string },
): Promise<{ ok: true } | { ok: false; reason: 'wrong_password' }> {
  const checkedHash = await checkOwnPassword(db, present)
  if (!checkedHash) return { ok: false, reason: 'wrong_password' }
  await sendConfirmation(db, me, { email, origin, checkedHash })
  return { ok: true }
}

type NamedReader = Pick<Me, 'name' | 'locale' | 'organisationName'>

async function sendConfirmation(
  db: PersonDb,
  me: NamedReader,
  { email, origin, checkedHash }: { email: string; origin: string; checkedHash: string },
) {
  const token = newToken()
  const { rows } = await sql<{
    asked: boolean
  }>`select ask_email_confirmation(${email}, ${checkedHash}, ${hashOf(token)}) as asked`.execute(db)
  if (!rows[0]?.asked) return
  const t = words(me.locale)
  await queueLetter(db, email, {
    kind: 'sign_in',
    locale: me.locale,
    subject: t('letter.confirm.subject'),
    greeting: t('letter.greeting', { name: me.name }),
    paragraphs: [t('letter.confirm.why', { organisation: me.organisationName })],
    link: { href: `${origin}/settings/email/${token}`, label: t('letter.confirm.link') },
    afterwards: [t('letter.confirm.otherwise')],
    from: me.organisationName,
  })
}

/** The person no longer wants the new address that waits. */
export async function withdrawEmail(db: PersonDb): Promise<void> {
  await db.deleteFrom('email_confirmation').where('person_id', '=', sql<string>`me()`).execute()
}

/** The address that waits behind a confirmation link, and whose it would be; undefined when there is none. */
export function emailWaitingAt(
  database: Database,
  organisationId: string,
  token: string,
): Promise<{ email: string; name: string } | undefined> {
  return asVisitor(database, organisationId, async (db) => {
    const { rows } = await sql<{ email: string; name: string }>`select * from email_confirmation_at(${hashOf(token)})`.execute(db)
    return rows[0]
  })
}

/** The yes from the mailbox. The former address, if it was another one, hears that it was replaced. */
export async function confirmEmail(
  database: Database,
  organisation: { id: string; name: string },
  token: string,
): Promise<{ ok: true; email: string } | { ok: false; reason: 'gone' | 'taken' }> {
  return asVisitor(database, organisation.id, async (db) => {
    const { rows } = await sql<Confirmed>`select * from confirm_email(${hashOf(token)})`.execute(db)
    const { outcome, former_email: former, new_email: email, name, locale } = rows[0]!
    if (outcome !== 'confirmed') return { ok: false, reason: outcome }
    if (former !== email) {
      const t = words(locale)
      await queueLetter(db, former, {
        kind: 'sign_in',
        locale,
        subject: t('letter.email_changed.subject'),
        greeting: t('letter.greeting', { name }),
        paragraphs: [t('letter.email_changed.what', { organisation: organisation.name })],
        from: organisation.name,
      })
    }
    return { ok: true, email }
  })
}

type Confirmed = { outcome: 'confirmed' | 'gone' | 'taken'; former_email: string; new_email: string; name: string; locale: Locale }

/** Addresses that nobody confirmed in time. */
export const removeExpiredEmails: Job = {
  name: 'remove_expired_emails',
  daily: '02:05',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`delete from email_confirmation where expires_at < now()`.execute(db)
    }),
}
