import { sql } from 'kysely'
import { askToConfirmEmail } from '#person/commands/email.ts'
import { giveRecoveryCodes } from '#person/commands/password.ts'
import { asJob, asPersonOf, asVisitor, type Me, type PersonDb } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import { hashPassword, isGuessable } from '#platform/sign-in/password.ts'
import { beginSignIn, type SignInBegun } from '#platform/sign-in/sign-in.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import type { Organisation } from '#platform/web/env.ts'
import type { Locale } from '#platform/words/words.ts'
import { words } from './messages/index.ts'
import { type Conflict, invitationDays, type WrittenText } from './sharing.ts'

interface Writing {
  contextId: string
  subjectId: string
  /** The audience a new text gets; an existing text keeps the one it has. Null: its author alone. */
  audienceOf: (field: string) => string | null
  texts: WrittenText[]
}

/**
 * Writes texts of one subject at once, as the person who is bound. A text whose version is no longer the one the
 * person had before them is left alone and given back as a conflict with what stands there now.
 */
export async function writePassages(db: PersonDb, { contextId, subjectId, audienceOf, texts }: Writing): Promise<Conflict[]> {
  if (texts.length === 0) return []
  const given = texts.map(({ field, position = 0, body, baseVersion }) => ({
    id: newId(),
    field,
    position,
    body,
    base_version: baseVersion,
    audience_id: audienceOf(field),
  }))
  const { rows } = await sql<{ field: string; position: number; theirs: string; version: number }>`
    with given as (
      select * from jsonb_to_recordset(${JSON.stringify(given)}::jsonb)
        as g(id uuid, field text, position int, body text, base_version int, audience_id uuid)
    ), written as (
      insert into passage as p (organisation_id, id, context_id, subject_id, field, position, author_id, audience_id, body)
      select my_organisation(), g.id, ${contextId}::uuid, ${subjectId}::uuid, g.field, g.position, me(), g.audience_id, g.body from given g
      where g.body <> '' or g.base_version > 0
      on conflict (organisation_id, subject_id, field, position, author_id) do update
        set body = excluded.body, version = p.version + 1, updated_at = now()
        where p.body is distinct from excluded.body
          and p.version = (select g.base_version from given g where g.field = excluded.field and g.position = excluded.position)
      returning p.field, p.position
    )
    select p.field, p.position, p.body as theirs, p.version from passage p
    join given g on g.field = p.field and g.position = p.position
    where p.organisation_id = my_organisation() and p.subject_id = ${subjectId}::uuid and p.author_id = me()
      and p.version <> g.base_version and p.body <> g.body
      and not exists (select from written w where w.field = p.field and w.position = p.position)`.execute(db)
  return rows
}

/** Opens a text of one's own to an audience, or closes it again (null): works at once. */
export async function setAudience(db: PersonDb, passageId: string, audienceId: string | null): Promise<void> {
  await sql`update passage set audience_id = ${audienceId}::uuid
    where organisation_id = my_organisation() and id = ${passageId}::uuid and author_id = me()`.execute(db)
}

/** Opens the written texts of one subject to an audience, as far as they are in these fields: a draft becomes readable. */
export async function openFields(db: PersonDb, subjectId: string, fields: readonly string[], audienceId: string): Promise<void> {
  await sql`update passage set audience_id = ${audienceId}::uuid
    where organisation_id = my_organisation() and subject_id = ${subjectId}::uuid and author_id = me()
      and field = any (${[...fields]}::text[]) and audience_id is null`.execute(db)
}

/** Closes all of one's own texts of one subject again, for everybody but oneself: works at once. */
export async function closeTexts(db: PersonDb, subjectId: string): Promise<void> {
  await sql`update passage set audience_id = null
    where organisation_id = my_organisation() and subject_id = ${subjectId}::uuid and author_id = me()`.execute(db)
}

/** Founds the audience of something of one's own: until others join, its reader is the learner alone. */
export async function foundAudience(db: PersonDb, audienceId: string): Promise<void> {
  await sql`insert into membership (organisation_id, id, audience_id, person_id, role, reads_from, granted_by)
    values (my_organisation(), ${newId()}::uuid, ${audienceId}::uuid, me(), 'learner', now(), me())`.execute(db)
}

type Inviting = { origin: string; email?: string | null; canMail: boolean }

/** An invitation to accompany a journey, made by its learner. The link is given here once: only its hash is kept. */
export function inviteToJourney(db: PersonDb, me: Me, journeyId: string, inviting: Inviting): Promise<{ link: string }> {
  return invite(db, me, journeyId, inviting)
}

/** An invitation to the organisation, made by an administrator. The link is given here once. */
export function inviteToOrganisation(db: PersonDb, me: Me, inviting: Inviting): Promise<{ link: string }> {
  return invite(db, me, null, inviting)
}

async function invite(
  db: PersonDb,
  me: Me,
  audienceId: string | null,
  { origin, email = null, canMail }: Inviting,
): Promise<{ link: string }> {
  const token = newToken()
  await sql`
    insert into invitation (organisation_id, id, token_hash, audience_id, role, invited_by, expires_at, email)
    values (my_organisation(), ${newId()}, ${hashOf(token)}, ${audienceId}, ${audienceId && 'facilitator'}, me(),
      now() + ${invitationDays} * interval '1 day', ${email})`.execute(db)
  const link = `${origin}/invitation/${token}`
  if (email && canMail) await sendInvitation(db, me, { email, link, toJourney: audienceId !== null })
  return { link }
}

async function sendInvitation(db: PersonDb, me: Me, { email, link, toJourney }: { email: string; link: string; toJourney: boolean }) {
  const t = words(me.locale)
  const names = { inviter: me.name, organisation: me.organisationName }
  await queueLetter(db, email, {
    locale: me.locale,
    subject: t('letter.invitation.subject', names),
    greeting: t('letter.invitation.greeting'),
    paragraphs: [toJourney ? t('letter.invitation.to_journey', names) : t('letter.invitation.to_organisation', names)],
    link: { href: link, label: t('letter.invitation.link') },
    afterwards: [t('letter.invitation.afterwards')],
    from: me.organisationName,
  })
}

/** Gives an unused invitation a new link for another 14 days; the former link no longer works. Undefined when it is not there to renew. */
export async function renewInvitation(db: PersonDb, invitationId: string, origin: string): Promise<{ link: string } | undefined> {
  const token = newToken()
  const { rows } = await sql`
    update invitation set token_hash = ${hashOf(token)}, expires_at = now() + ${invitationDays} * interval '1 day'
    where organisation_id = my_organisation() and id = ${invitationId} and used_at is null and revoked_at is null returning id`.execute(db)
  return rows.length > 0 ? { link: `${origin}/invitation/${token}` } : undefined
}

/** Takes an invitation back; one that was used stays as it is. */
export async function revokeInvitation(db: PersonDb, invitationId: string): Promise<void> {
  await sql`update invitation set revoked_at = now()
    where organisation_id = my_organisation() and id = ${invitationId} and used_at is null and revoked_at is null`.execute(db)
}

export type Acceptance = { ok: true } | { ok: false; reason: 'gone' | 'superior' | 'taking_part' }

/**
 * Somebody who is signed in accepts to accompany a journey. They read nothing yet: its learner opens it to them by name.
 * Refuses where one is the other's superior; that the box was ticked is all that is kept of it.
 */
export async function acceptInvitation(db: PersonDb, token: string, neitherIsSuperior: boolean): Promise<Acceptance> {
  const { rows } = await sql<{ outcome: 'accepted' | 'gone' | 'superior' | 'taking_part' }>`
    select accept_invitation(${hashOf(token)}, ${newId()}, ${neitherIsSuperior}) as outcome`.execute(db)
  const { outcome } = rows[0]!
  return outcome === 'accepted' ? { ok: true } : { ok: false, reason: outcome }
}

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

/** Whom an invitation meant is forgotten once it is over. */
export const forgetInvitees: Job = {
  name: 'forget_invitees',
  daily: '02:10',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`update invitation set email = null where expires_at < now() and email is not null`.execute(db)
    }),
}
