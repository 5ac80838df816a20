import { Hono } from 'hono'
import { personListed } from '#organisation/queries.ts'
import { inside } from '#person/parts/frame.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { beginDeparture, endDeparture } from '../commands/departure.ts'
import { words } from '../messages/index.ts'
import { RemovalPage } from '../pages/removal.tsx'
import { departureOf } from '../queries/departure.ts'

/** The administration removes somebody, or takes them back. It sees an account, never what is in it. */
export const removalRoutes = new Hono<Env>()

const at = '/organisation/people/:id/removal'

async function show(c: Ask, db: PersonDb, me: Me, problem?: string) {
  const id = asId(c.req.param('id'))
  const person = (me.isAdmin && id !== me.personId && id && (await personListed(db, id))) || absent()
  const departure = await departureOf(db, person.id)
  return c.html(
    <RemovalPage frame={inside(c, me)} person={person} departure={departure} reader={me} problem={problem} />,
    problem ? 422 : 200,
  )
}

removalRoutes.get(at, (c) => asPerson(c, (db, me) => show(c, db, me)))

removalRoutes.post(at, (c) =>
  asPerson(c, async (db, me) => {
    const id = asId(c.req.param('id')) ?? absent()
    if (!me.isAdmin || id === me.personId) absent()
    const begun = await beginDeparture(db, id)
    if (!begun.ok && begun.reason === 'absent') absent()
    if (!begun.ok && begun.reason === 'last_administrator') return show(c, db, me, words(me.locale)('removal.last_administrator'))
    return c.redirect(`/organisation/people/${id}/removal`, 303)
  }),
)

removalRoutes.post(`${at}/taking-back`, (c) =>
  asPerson(c, async (db, me) => {
    const id = asId(c.req.param('id')) ?? absent()
    if (!me.isAdmin || id === me.personId) absent()
    await endDeparture(db, id)
    return c.redirect(`/organisation/people/${id}/removal`, 303)
  }),
)
