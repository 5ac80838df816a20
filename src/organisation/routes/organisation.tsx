import { Hono } from 'hono'
import { cancelReset, makeResetFor } from '#person/commands/reset.ts'
import { inside } from '#person/parts/frame.ts'
import { passwordResetsOf } from '#person/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { type Problems, readForm, type Typed } from '#platform/web/read-form.ts'
import { changeOrganisation, grantPermission, revokePermission } from '../commands/organisation.ts'
import { organisationForm, permissionForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { ListedPage, ResetLinkPage } from '../pages/listed.tsx'
import { OrganisationPage } from '../pages/organisation.tsx'
import { forgetHosts, type Listed, organisationSettings, peoplePage, permissionsHeld, personListed } from '../queries.ts'

export const organisationPageRoutes = new Hono<Env>()

const flashes = { saved: 'organisation.saved', changed: 'permission.changed', withdrawn: 'listed.reset_withdrawn' } as const

function flashOf(c: Ask, me: Me): string | undefined {
  const done = c.req.query('done')
  return done && Object.hasOwn(flashes, done) ? words(me.locale)(flashes[done as keyof typeof flashes]) : undefined
}

async function show(c: Ask, db: PersonDb, me: Me, wrong?: { typed: Typed; problems: Problems }) {
  const sought = c.req.query('q')?.slice(0, 120) ?? ''
  const page = Math.trunc(Math.min(Math.max(Number(c.req.query('page')) || 0, 0), 100_000))
  const nobody = { people: [], further: false }
  const [settings, permissions, found] = await Promise.all([
    organisationSettings(db),
    permissionsHeld(db),
    me.isAdmin ? peoplePage(db, { sought, page }) : nobody,
  ])
  const frame = inside(c, me, flashOf(c, me))
  const list = { ...found, sought, page }
  return c.html(
    <OrganisationPage
      frame={frame}
      settings={settings}
      permissions={permissions}
      list={list}
      isAdmin={me.isAdmin}
      reader={me}
      wrong={wrong}
    />,
    wrong ? 422 : 200,
  )
}

organisationPageRoutes.get('/organisation', (c) => asPerson(c, (db, me) => show(c, db, me)))

organisationPageRoutes.post('/organisation', async (c) => {
  const form = await readForm(c, organisationForm)
  return asPerson(c, async (db, me) => {
    if (!me.isAdmin) absent()
    if (!form.ok) return show(c, db, me, form)
    await changeOrganisation(db, form.value)
    forgetHosts(c.var.database)
    return c.redirect('/organisation?done=saved', 303)
  })
})

/** Runs `work` for an administrator and one person of the organisation; for everybody else the page does not exist. */
const forListed = (c: Ask, work: (db: PersonDb, me: Me, person: Listed) => Promise<Response>): Promise<Response> =>
  asPerson(c, async (db, me) => {
    const id = asId(c.req.param('id'))
    const person = me.isAdmin && id ? await personListed(db, id) : undefined
    return work(db, me, person ?? absent())
  })

async function showListed(c: Ask, db: PersonDb, me: Me, person: Listed, problem?: string) {
  const [resets, permissions] = await Promise.all([passwordResetsOf(db, person.id), permissionsHeld(db, person.id)])
  const isMe = person.id === me.personId
  const frame = inside(c, me, flashOf(c, me))
  const page = (
    <ListedPage
      frame={frame}
      person={person}
      permissions={permissions}
      resets={resets}
      isMe={isMe}
      reader={me}
      now={c.var.now}
      problem={problem}
    />
  )
  return c.html(page, problem ? 422 : 200)
}

organisationPageRoutes.get('/organisation/people/:id', (c) => forListed(c, (db, me, person) => showListed(c, db, me, person)))

organisationPageRoutes.post('/organisation/people/:id/permissions/:act{grant|revoke}', async (c) => {
  const form = await readForm(c, permissionForm)
  return forListed(c, async (db, me, person) => {
    if (!form.ok) return showListed(c, db, me, person)
    const { kind } = form.value
    if (c.req.param('act') === 'grant') await grantPermission(db, me, person.id, kind)
    else {
      const outcome = await revokePermission(db, me, person.id, kind)
      if (!outcome.ok) return showListed(c, db, me, person, words(me.locale)('permission.last'))
    }
    // Whoever just revoked their own permission no longer sees this page.
    const here = kind === 'admin' && person.id === me.personId ? '/organisation' : `/organisation/people/${person.id}`
    return c.redirect(`${here}?done=changed`, 303)
  })
})

// The link is shown in the answer itself: only its hash is kept.
organisationPageRoutes.post('/organisation/people/:id/resets', (c) =>
  forListed(c, async (db, me, person) => {
    const { origin, canMail, now } = c.var
    const outcome = await makeResetFor(db, me, { personId: person.id, origin, canMail, now })
    if (!outcome.ok) return showListed(c, db, me, person)
    return c.html(<ResetLinkPage frame={inside(c, me)} person={person} link={outcome.link} worksFrom={outcome.worksFrom} reader={me} />)
  }),
)

organisationPageRoutes.post('/organisation/people/:id/resets/:reset/withdraw', (c) =>
  forListed(c, async (db, _me, person) => {
    await cancelReset(db, asId(c.req.param('reset')) ?? absent())
    return c.redirect(`/organisation/people/${person.id}?done=withdrawn`, 303)
  }),
)
