import { Hono } from 'hono'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { sayProblems } from '#ui/problems.ts'
import { inviteToOrganisation, renewInvitation, revokeInvitation } from '../commands/invitation.ts'
import { inviteForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { InvitationMadePage, InvitationsPage } from '../pages/invitations.tsx'
import { invitationsTo } from '../queries.ts'

export const invitationsRoutes = new Hono<Env>()

const here = '/organisation/invitations'

/** For everybody but administrators these pages do not exist. */
const asAdministrator = (c: Ask, work: (db: PersonDb, me: Me) => Promise<Response>): Promise<Response> =>
  asPerson(c, (db, me) => (me.isAdmin ? work(db, me) : absent()))

async function show(c: Ask, db: PersonDb, me: Me, wrong?: { email: string; problems: Record<string, string> }) {
  const flash = c.req.query('done') === 'revoked' ? words(me.locale)('invitations.revoked') : undefined
  const invitations = await invitationsTo(db, null)
  const frame = inside(c, me, flash)
  return c.html(
    <InvitationsPage frame={frame} invitations={invitations} canMail={c.var.canMail} reader={me} now={c.var.now} wrong={wrong} />,
    wrong ? 422 : 200,
  )
}

invitationsRoutes.get(here, (c) => asAdministrator(c, (db, me) => show(c, db, me)))

// A link is shown in the answer itself: only its hash is kept.
invitationsRoutes.post(here, async (c) => {
  const form = await readForm(c, inviteForm)
  return asAdministrator(c, async (db, me) => {
    if (!form.ok) return show(c, db, me, { email: String(form.typed.email ?? ''), problems: sayProblems(form.problems, me.locale) })
    const { origin, canMail } = c.var
    const { email } = form.value
    const { link } = await inviteToOrganisation(db, me, { origin, canMail, email })
    return c.html(<InvitationMadePage frame={inside(c, me)} link={link} sentTo={canMail ? email : null} goOn={here} />)
  })
})

invitationsRoutes.post(`${here}/:id/renew`, (c) =>
  asAdministrator(c, async (db, me) => {
    const renewed = await renewInvitation(db, asId(c.req.param('id')) ?? absent(), c.var.origin)
    return c.html(<InvitationMadePage frame={inside(c, me)} link={(renewed ?? absent()).link} goOn={here} />)
  }),
)

invitationsRoutes.post(`${here}/:id/revoke`, (c) =>
  asAdministrator(c, async (db) => {
    await revokeInvitation(db, asId(c.req.param('id')) ?? absent())
    return c.redirect(`${here}?done=revoked`, 303)
  }),
)
