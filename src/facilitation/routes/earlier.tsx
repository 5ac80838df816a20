import { Hono } from 'hono'
import type { Me } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { decideOnEarlier } from '../commands/withhold.ts'
import { earlierForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { EarlierPage } from '../pages/earlier.tsx'
import { earlierItems, withheldFrom } from '../queries/earlier.ts'
import type { Agreement } from '../rules/agreement.ts'
import { at, find } from './find-agreement.ts'

/** What somebody who accompanies sees of earlier times: its learner's decision alone. */
export const earlierRoutes = new Hono<Env>()

const isMineToDecide = (agreement: Agreement, me: Me) => agreement.learnerId === me.personId && !agreement.endedAt

earlierRoutes.get(`${at}/earlier`, (c) =>
  asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    if (!isMineToDecide(agreement, me)) absent()
    const { journeyId, facilitatorId } = agreement
    const [items, withheld] = await Promise.all([earlierItems(db, journeyId, facilitatorId), withheldFrom(db, journeyId, facilitatorId)])
    const t = words(me.locale)
    const happened = c.req.query('done') === 'saved' ? t('earlier.done') : undefined
    return c.html(<EarlierPage {...{ agreement, items, withheld, me, assets: c.var.assets, now: c.var.now, t, happened }} />)
  }),
)

earlierRoutes.post(`${at}/earlier`, async (c) => {
  const read = await readForm(c, earlierForm)
  if (!read.ok) absent()
  const { asked, shown, only } = read.value
  return asPerson(c, async (db, me) => {
    const { agreement } = await find(c, db)
    if (!isMineToDecide(agreement, me)) absent()
    const { journeyId, facilitatorId, id } = agreement
    const items = new Set((await earlierItems(db, journeyId, facilitatorId)).map((item) => item.id))
    const decided = { asked: asked.filter((one) => items.has(one)), shown: only ? [] : shown.filter((one) => items.has(one)) }
    await decideOnEarlier(db, { journeyId, personId: facilitatorId }, decided)
    return c.redirect(`/journeys/${journeyId}/agreement/${id}/earlier?done=saved`, 303)
  })
})
