import { Hono } from 'hono'
import { replyToNeed, revokeNeedLink, sendNeed } from '#help/commands/need-link.ts'
import { needReplyForm } from '#help/forms/need-link.ts'
import { words as helpWords } from '#help/messages/index.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { setNeedState } from '../commands/need.ts'
import { needStateForm } from '../forms/attempt.ts'
import { words } from '../messages/index.ts'
import { type NeedPageProps, OwnNeedPage } from '../pages/need.tsx'
import { NeedsPage } from '../pages/needs.tsx'
import { refusalInWords } from '../parts/refusal.ts'
import { ownNeed, ownNeeds } from '../queries/needs.ts'

/** What one's steps need, over all journeys, and the links by which others are asked for it. */
export const needsRoutes = new Hono<Env>()

const idOf = (c: Ask) => asId(c.req.param('needId')) ?? absent()
const frame = (c: Ask, me: Me) => ({ me, assets: c.var.assets, now: c.var.now, t: words(me.locale) })

needsRoutes.get('/needs', (c) => asPerson(c, async (db, me) => c.html(<NeedsPage {...frame(c, me)} needs={await ownNeeds(db)} />)))

async function needPage(c: Ask, db: PersonDb, me: Me, further: Partial<NeedPageProps> = {}): Promise<Response> {
  const need = (await ownNeed(db, idOf(c))) ?? absent()
  const done = (['replied', 'revoked_done'] as const).find((act) => act === c.req.query('done'))
  const flash = done && helpWords(me.locale)(`need.${done}`)
  return c.html(<OwnNeedPage {...frame(c, me)} need={need} flash={flash} {...further} />, further.problems || further.refusal ? 422 : 200)
}

needsRoutes.get('/needs/:needId', (c) => asPerson(c, (db, me) => needPage(c, db, me)))

// The link is shown in the answer itself: it is kept nowhere from which another page could take it.
needsRoutes.post('/needs/:needId/link', (c) =>
  asPerson(c, async (db, me) => {
    const need = (await ownNeed(db, idOf(c))) ?? absent()
    const link = await sendNeed(db, { journeyId: need.journeyId, needId: need.id, origin: c.var.origin })
    return needPage(c, db, me, { madeLink: link })
  }),
)

needsRoutes.post('/needs/:needId/link/revocation', (c) =>
  asPerson(c, async (db) => {
    const need = (await ownNeed(db, idOf(c))) ?? absent()
    await revokeNeedLink(db, need.id)
    return c.redirect(`/needs/${need.id}?done=revoked_done`, 303)
  }),
)

needsRoutes.post('/needs/:needId/state', async (c) => {
  const read = await readForm(c, needStateForm)
  if (!read.ok) return absent()
  return asPerson(c, async (db, me) => {
    const need = (await ownNeed(db, idOf(c))) ?? absent()
    const set = await setNeedState(db, need.journeyId, need.id, read.value.state)
    if (set.ok) return c.redirect(`/needs/${need.id}`, 303)
    const refusal = refusalInWords(words(me.locale), { reason: 'wrong_phase' })
    return set.reason === 'not_now' ? needPage(c, db, me, { refusal }) : absent()
  })
})

needsRoutes.post('/needs/:needId/replies', async (c) => {
  const read = await readForm(c, needReplyForm)
  return asPerson(c, async (db, me) => {
    if (!read.ok) return needPage(c, db, me, { typed: read.typed, problems: read.problems })
    const need = (await ownNeed(db, idOf(c))) ?? absent()
    if (!(await replyToNeed(db, need.id, { ...read.value, me: me.personId }))) absent()
    return c.redirect(`/needs/${need.id}?done=replied`, 303)
  })
})
