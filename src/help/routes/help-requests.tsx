import { Hono } from 'hono'
import * as v from 'valibot'
import { peopleByName } from '#person/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { together } from '#platform/db/listing.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { type Problems, readForm, type Typed, tidy } from '#platform/web/read-form.ts'
import { ticked } from '#platform/web/schemas.ts'
import {
  type Acted,
  askSomebodyElse,
  declineHelpRequest,
  resolveHelpRequest,
  showHelpRequest,
  withdrawHelpRequest,
  writeUnder,
} from '../commands/help-request.ts'
import { addresseeForm, wordsForm } from '../forms/help-request.ts'
import { words } from '../messages/index.ts'
import { HelpRequestPage } from '../pages/help-request.tsx'
import { HelpRequestsPage } from '../pages/help-requests.tsx'
import { namesIn } from '../parts/help-request.tsx'
import { myHelpedSteps } from '../queries/assignee.ts'
import { helpRequest, myHelpRequests } from '../queries/help-request.ts'

export const helpRequestRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('id')) ?? absent()

helpRequestRoutes.get('/help-requests', (c) =>
  asPerson(c, async (db, me) => {
    const t = words(me.locale)
    const done = c.req.query('done')
    const flash = done === 'declined' ? t('help.done.declined') : done === 'left' ? t('assignee.done.left') : undefined
    const { requests, steps } = await together(db, { requests: myHelpRequests, steps: myHelpedSteps })
    return c.html(<HelpRequestsPage me={me} assets={c.var.assets} now={c.var.now} requests={requests} steps={steps} flash={flash} />)
  }),
)

type Again = { typed?: Typed; problems?: Problems; refused?: boolean }

async function renderRequest(c: Ask, db: PersonDb, me: Me, again?: Again): Promise<Response> {
  const request = (await helpRequest(db, idOf(c))) ?? absent()
  const sought = request.mine ? tidy(c.req.query('name') ?? '').slice(0, 80) : ''
  const found = await peopleByName(db, sought)
  const t = words(me.locale)
  const others = request.facilitators.map(({ name }) => name)
  const done = (['asked', 'written', 'resolved', 'withdrawn', 'shown', 'hidden'] as const).find((act) => act === c.req.query('done'))
  const flash = done && t(`help.done.${done}`, { name: request.toName ?? '', names: namesIn(me.locale, others) })
  const page = (
    <HelpRequestPage
      request={request}
      me={me}
      assets={c.var.assets}
      now={c.var.now}
      sought={sought}
      found={found}
      flash={flash}
      {...again}
    />
  )
  return c.html(page, again ? 422 : 200)
}

helpRequestRoutes.get('/help-requests/:id', (c) => asPerson(c, (db, me) => renderRequest(c, db, me)))

/** After an act behind a single button: on to the question, or its page with how it stands now. */
const afterwards = (c: Ask, db: PersonDb, me: Me, acted: Acted, done: string): Promise<Response> | Response => {
  if (acted.ok) return c.redirect(`/help-requests/${idOf(c)}?done=${done}`, 303)
  return acted.reason === 'absent' ? absent() : renderRequest(c, db, me, { refused: true })
}

helpRequestRoutes.post('/help-requests/:id/answers', async (c) => {
  const read = await readForm(c, wordsForm)
  return asPerson(c, async (db, me) => {
    if (!read.ok) return renderRequest(c, db, me, { typed: read.typed, problems: read.problems })
    const acted = await writeUnder(db, idOf(c), read.value)
    if (!acted.ok && acted.reason === 'not_now') return renderRequest(c, db, me, { typed: read.typed, refused: true })
    return afterwards(c, db, me, acted, 'written')
  })
})

helpRequestRoutes.post('/help-requests/:id/addressee', async (c) => {
  const read = await readForm(c, addresseeForm)
  if (!read.ok) absent()
  return asPerson(c, async (db, me) => afterwards(c, db, me, await askSomebodyElse(db, idOf(c), read.value.to), 'asked'))
})

helpRequestRoutes.post('/help-requests/:id/declination', (c) =>
  asPerson(c, async (db, me) => {
    const acted = await declineHelpRequest(db, idOf(c))
    return acted.ok ? c.redirect('/help-requests?done=declined', 303) : afterwards(c, db, me, acted, '')
  }),
)

helpRequestRoutes.post('/help-requests/:id/resolution', (c) =>
  asPerson(c, async (db, me) => afterwards(c, db, me, await resolveHelpRequest(db, idOf(c)), 'resolved')),
)

helpRequestRoutes.post('/help-requests/:id/withdrawal', (c) =>
  asPerson(c, async (db, me) => afterwards(c, db, me, await withdrawHelpRequest(db, idOf(c)), 'withdrawn')),
)

helpRequestRoutes.post('/help-requests/:id/readers', async (c) => {
  const read = await readForm(c, v.object({ shown: ticked }))
  if (!read.ok) absent()
  return asPerson(c, async (db, me) => {
    const acted = await showHelpRequest(db, idOf(c), read.value.shown)
    return afterwards(c, db, me, acted, read.value.shown ? 'shown' : 'hidden')
  })
})
