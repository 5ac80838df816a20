import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { agreeToDeputy, endDeputy } from '../commands/deputy.ts'
import { deputyWordForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { DeputyPage } from '../pages/deputy.tsx'
import { deputyOffersOf } from '../queries/deputies.ts'
import { type DeputyOffer, partIn } from '../rules/deputy.ts'
import { idOf } from './find-agreement.ts'

/** Standing in for whoever accompanies: read and answered by the learner and by whoever is asked, ended by any of the three. */
export const deputyRoutes = new Hono<Env>()

const at = '/journeys/:id/deputies/:offerId'

async function find(c: Ask, db: PersonDb): Promise<DeputyOffer> {
  const [journeyId, offerId] = [idOf(c, 'id'), idOf(c, 'offerId')]
  return (await deputyOffersOf(db, journeyId)).find(({ id }) => id === offerId) ?? absent()
}

async function show(c: Ask, db: PersonDb, me: Me, unticked = false) {
  const offer = await find(c, db)
  const { assets, now } = c.var
  return c.html(<DeputyPage {...{ offer, me, assets, now, unticked }} t={words(me.locale)} />, unticked ? 422 : 200)
}

deputyRoutes.get(at, (c) => asPerson(c, (db, me) => show(c, db, me)))

deputyRoutes.post(`${at}/word`, async (c) => {
  const read = await readForm(c, deputyWordForm)
  return asPerson(c, async (db, me) => {
    const { id, journeyId } = await find(c, db)
    const said = await agreeToDeputy(db, id, read.ok && read.value.neitherIsSuperior)
    if (said === 'not_ticked') return show(c, db, me, true)
    return said === 'absent' ? absent() : c.redirect(`/journeys/${journeyId}/deputies/${id}`, 303)
  })
})

deputyRoutes.post(`${at}/ending`, (c) =>
  asPerson(c, async (db, me) => {
    const offer = await find(c, db)
    await endDeputy(db, offer.id)
    return c.redirect(partIn(offer, me.personId) === 'learner' ? `/journeys/${offer.journeyId}/facilitation` : '/accompanying', 303)
  }),
)
