import { Hono } from 'hono'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { readTyped } from '#platform/web/read-form.ts'
import { eraseJourney } from '../commands/erase.ts'
import { erase } from '../journey.ts'
import { words } from '../messages/index.ts'
import { ErasurePage, ErasureReceiptPage } from '../pages/erasure.tsx'
import { journeyProps } from './render-journey.tsx'

export const erasureRoutes = new Hono<Env>()

erasureRoutes.get('/journeys/:id/erasure', (c) =>
  asPerson(c, async (db, me) => {
    const props = await journeyProps(c, db, me, c.req.param('id'))
    return props.isLearner ? c.html(<ErasurePage {...props} />) : absent()
  }),
)

erasureRoutes.post('/journeys/:id/erasure', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const refill = { form: 'erasure', typed, problems: {} }
    const props = await journeyProps(c, db, me, c.req.param('id'), refill)
    const confirmed = String(typed.word ?? '').toLowerCase() === props.t('identify.erase_word')
    const answer = erase(props.isLearner ? 'learner' : 'facilitator', confirmed)
    if (!answer.ok) return answer.reason === 'not_the_learner' ? absent() : c.html(<ErasurePage {...props} />, 422)
    const erased = (await eraseJourney(db, props.whole.journey.id)) ?? absent()
    const receipt = { ...erased, at: c.var.now.getTime() }
    return c.redirect(`/journeys/erased?${new URLSearchParams(Object.entries(receipt).map(([name, n]) => [name, String(n)]))}`, 303)
  })
})

/** What the receipt says stands in its address, because nothing of the journey is kept to say it from. */
export const receiptRoutes = new Hono<Env>()

receiptRoutes.get('/journeys/erased', (c) => {
  const count = (name: string) => Math.max(0, Math.trunc(Number(c.req.query(name)) || 0))
  const at = new Date(count('at'))
  if (Number.isNaN(at.getTime()) || count('at') === 0) return absent()
  const erased = { texts: count('texts'), steps: count('steps'), files: count('files') }
  return asPerson(c, (_, me) => c.html(<ErasureReceiptPage me={me} assets={c.var.assets} t={words(me.locale)} erased={erased} at={at} />))
})
