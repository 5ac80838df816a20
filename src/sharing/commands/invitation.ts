import { sql } from 'kysely'
import { asJob, type Me, type PersonDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import type { Job } from '#platform/jobs/jobs.ts'
import { queueLetter } from '#platform/mail/mail.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { words } from '../messages/index.ts'
import { invitationDays } from '../sharing.ts'

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
    kind: 'invitation',
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

/** Whom an invitation meant is forgotten once it is over. */
export const forgetInvitees: Job = {
  name: 'forget_invitees',
  daily: '02:10',
  run: (database) =>
    asJob(database, async (db) => {
      await sql`update invitation set email = null where expires_at < now() and email is not null`.execute(db)
    }),
}
