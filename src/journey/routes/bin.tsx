import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { restoreThing } from '../commands/restore.ts'
import { restoreForm } from '../forms/attempt.ts'
import type { JourneyWords } from '../messages/index.ts'
import { RemovedPage } from '../pages/removed.tsx'
import { placeOf, removedThings } from '../queries/removed.ts'
import { goOnOrSay } from './go-on.ts'
import { journeyProps } from './render-journey.tsx'

export const binRoutes = new Hono<Env>()

binRoutes.get('/journeys/:id/removed', (c) =>
  asPerson(c, (db, me) => {
    const back = restoredKinds.find((kind) => kind === c.req.query('restored'))
    return bin(c, db, me, back && ((t) => t(`attempt.bin_back.${back}`)))
  }),
)

binRoutes.post('/journeys/:id/removed', async (c) => {
  const read = await readForm(c, restoreForm)
  if (!read.ok) return absent()
  const { kind, id: thingId, back } = read.value
  return asPerson(c, async (db, me) => {
    const id = asId(c.req.param('id')) ?? absent()
    const restored = await restoreThing(db, id, kind, thingId)
    if (back === 'journey') return goOnOrSay(c, db, me, restored, placeOf(kind, thingId))
    if (restored.ok) return c.redirect(`/journeys/${id}/removed?restored=${restored.with ?? 'alone'}`, 303)
    const { reason } = restored
    return reason === 'absent' ? absent() : bin(c, db, me, (t) => t(`attempt.refused.${reason}`), 422)
  })
})

/** Came back alone, or with what it belonged to. */
const restoredKinds = ['alone', 'step', 'observation'] as const

/** Only whoever removed things here has a bin to look into. */
async function bin(c: Ask, db: PersonDb, me: Me, said?: (t: JourneyWords) => string, status: 200 | 422 = 200): Promise<Response> {
  const props = await journeyProps(c, db, me, c.req.param('id'))
  if (!props.isLearner) return absent()
  const things = await removedThings(db, props.whole.journey.id)
  return c.html(<RemovedPage {...props} things={things} said={said?.(props.t)} />, status)
}
