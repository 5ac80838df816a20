import { Hono } from 'hono'
import { inside, outside, visitingReader } from '#person/parts/frame.ts'
import { RecoveryCodesPage } from '#person/parts/recovery-codes.tsx'
import { asVisitor, type Me } from '#platform/db/bound.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import { deviceOf } from '#platform/sign-in/sign-in.ts'
import { asPerson } from '#platform/web/as-person.ts'
import { asWhoever } from '#platform/web/as-whoever.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { keepSignIn } from '#platform/web/sign-in-cookie.ts'
import { sayProblems } from '#ui/problems.ts'
import { sayClock } from '#ui/time.ts'
import { acceptInvitation } from '../commands/invitation.ts'
import { registerByInvitation } from '../commands/registration.ts'
import { acceptanceForm, registrationForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { AcceptedPage, AcceptPage, type Closed, ClosedInvitationPage, RegisterPage } from '../pages/invitation.tsx'
import { invitationAt } from '../queries.ts'
import type { InvitationSeen } from '../sharing.ts'

export const invitationRoutes = new Hono<Env>()

/** Why this invitation cannot be accepted by whoever asks; undefined when it can. */
function closedBecause(invitation: InvitationSeen | undefined, me: Me | undefined): Closed | undefined {
  if (!invitation) return 'unknown'
  if (invitation.takingPart && !invitation.mine) return 'taking_part'
  if (invitation.state !== 'open') return invitation.state
  if (me && invitation.mine) return 'mine'
  return me && !invitation.toJourney ? 'member' : undefined
}

function closedPage(c: Ask, why: Closed, invitation: InvitationSeen | undefined, me?: Me) {
  const frame = me ? inside(c, me) : outside(c)
  const name = c.var.organisation?.name ?? ''
  const status = { mine: 200, member: 200, taking_part: 200, unknown: 404, expired: 410, used: 410, revoked: 410 } as const
  return c.html(<ClosedInvitationPage frame={frame} why={why} inviter={invitation?.inviter} organisationName={name} />, status[why])
}

invitationRoutes.get('/invitation/:token', async (c) => {
  c.header('cache-control', 'no-store')
  const { organisation, database } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  const token = c.req.param('token')
  return asWhoever(
    c,
    async (db, me) => {
      const invitation = await invitationAt(db, token)
      const why = closedBecause(invitation, me)
      if (why || !invitation) return closedPage(c, why ?? 'unknown', invitation, me)
      return c.html(
        <AcceptPage frame={inside(c, me)} token={token} invitation={invitation} organisationName={me.organisationName} name={me.name} />,
      )
    },
    async () => {
      const invitation = await asVisitor(database, organisation.id, (db) => invitationAt(db, token))
      const why = closedBecause(invitation, undefined)
      if (why || !invitation) return closedPage(c, why ?? 'unknown', invitation)
      return c.html(<RegisterPage frame={outside(c)} token={token} invitation={invitation} organisationName={organisation.name} />)
    },
  )
})

invitationRoutes.post('/invitation/:token/accept', async (c) => {
  const form = await readForm(c, acceptanceForm)
  const token = c.req.param('token')
  return asPerson(c, async (db, me) => {
    const invitation = await invitationAt(db, token)
    const why = closedBecause(invitation, me)
    if (why || !invitation) return closedPage(c, why ?? 'unknown', invitation, me)
    const outcome = await acceptInvitation(db, token, form.ok && form.value.neitherIsSuperior)
    if (outcome.ok) return c.html(<AcceptedPage frame={inside(c, me)} inviter={invitation.inviter} />)
    if (outcome.reason !== 'superior') return closedPage(c, outcome.reason === 'gone' ? 'used' : outcome.reason, invitation, me)
    const problems = { neitherIsSuperior: words(me.locale)('invitation.superior') }
    const page = (
      <AcceptPage
        frame={inside(c, me)}
        token={token}
        invitation={invitation}
        organisationName={me.organisationName}
        name={me.name}
        problems={problems}
      />
    )
    return c.html(page, 422)
  })
})

// Recovery codes are shown in the answer itself: they are kept nowhere from which another page could take them.
invitationRoutes.post('/invitation/:token', async (c) => {
  c.header('cache-control', 'no-store')
  const { organisation, database, origin, canMail, now } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  const token = c.req.param('token')
  const form = await readForm(c, registrationForm)
  const frame = outside(c)
  const t = words(frame.locale)
  const invitation = await asVisitor(database, organisation.id, (db) => invitationAt(db, token))
  const why = closedBecause(invitation, undefined)
  if (why || !invitation) return closedPage(c, why ?? 'unknown', invitation)
  const again = (problems: Record<string, string>, status: 422 | 429 = 422) =>
    c.html(
      <RegisterPage
        frame={frame}
        token={token}
        invitation={invitation}
        organisationName={organisation.name}
        typed={form.typed}
        problems={problems}
      />,
      status,
    )
  if (!form.ok) return again(sayProblems(form.problems, frame.locale))
  const attempt = await takeAttempt(database, {
    door: 'invitation',
    organisationId: organisation.id,
    from: senderOf(c),
    email: form.value.email,
  })
  if (!attempt.ok) return again({ email: t('problem.too_often', { time: sayClock(attempt.retryAt, visitingReader(c)) }) }, 429)
  const device = deviceOf(c.req.header('user-agent'))
  const registration = { ...form.value, locale: frame.locale }
  const outcome = await registerByInvitation(database, organisation, registration, { token, origin, canMail, device, now })
  if (!outcome.ok) {
    if (outcome.reason === 'gone') return closedPage(c, 'used', invitation)
    if (outcome.reason === 'superior') return again({ neitherIsSuperior: t('invitation.superior') })
    if (outcome.reason === 'email_taken') return again({ email: t('invitation.email_taken') })
    return again({ password: t('problem.guessable') })
  }
  keepSignIn(c, outcome.begun)
  const page = (
    <RecoveryCodesPage frame={frame} name={form.value.name} organisation={organisation.name} codes={outcome.codes} goOn="/today" />
  )
  return c.html(page)
})
