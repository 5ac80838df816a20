import { Hono } from 'hono'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { inviteToJourney, renewInvitation, revokeInvitation } from '#sharing/commands/invitation.ts'
import { invitationsTo } from '#sharing/queries.ts'
import { words } from '../messages/index.ts'
import { FacilitationPage } from '../pages/facilitation.tsx'
import { agreementsOn, journeyAtHand } from '../queries/agreements.ts'
import { deputyOffersOf } from '../queries/deputies.ts'
import { idOf } from './find-agreement.ts'

/** Who accompanies a journey: its learner invites, and sees who is there. */
export const whoAccompaniesRoutes = new Hono<Env>()

/** A link that was just made is shown once and kept nowhere. */
async function page(c: Ask, db: PersonDb, me: Me, journeyId: string, link?: string) {
  const journey = (await journeyAtHand(db, journeyId)) ?? absent()
  const isLearner = journey.learnerId === me.personId
  const [agreements, deputies, invitations] = await Promise.all([
    agreementsOn(db, journeyId),
    deputyOffersOf(db, journeyId),
    isLearner ? invitationsTo(db, journeyId) : [],
  ])
  const t = words(me.locale)
  const { assets, now } = c.var
  return c.html(<FacilitationPage {...{ journey, agreements, deputies, invitations, link, me, assets, now, t }} />)
}

whoAccompaniesRoutes.get('/journeys/:id/facilitation', (c) => asPerson(c, (db, me) => page(c, db, me, idOf(c, 'id'))))

whoAccompaniesRoutes.post('/journeys/:id/facilitation/invitations', (c) => {
  const journeyId = idOf(c, 'id')
  return asPerson(c, async (db, me) => {
    const journey = await journeyAtHand(db, journeyId)
    if (journey?.learnerId !== me.personId) absent()
    const { link } = await inviteToJourney(db, me, journeyId, { origin: c.var.origin, canMail: false })
    return page(c, db, me, journeyId, link)
  })
})

whoAccompaniesRoutes.post('/journeys/:id/facilitation/invitations/:invitationId/renew', (c) => {
  const [journeyId, invitationId] = [idOf(c, 'id'), idOf(c, 'invitationId')]
  return asPerson(c, async (db, me) => {
    const { link } = (await renewInvitation(db, invitationId, c.var.origin)) ?? absent()
    return page(c, db, me, journeyId, link)
  })
})

whoAccompaniesRoutes.post('/journeys/:id/facilitation/invitations/:invitationId/revoke', (c) => {
  const [journeyId, invitationId] = [idOf(c, 'id'), idOf(c, 'invitationId')]
  return asPerson(c, async (db) => {
    await revokeInvitation(db, invitationId)
    return c.redirect(`/journeys/${journeyId}/facilitation#invite`, 303)
  })
})
