import { Hono } from 'hono'
import { impulseById } from '#library/library.ts'
import { dayIn } from '#platform/clock.ts'
import type { Me } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readForm } from '#platform/web/read-form.ts'
import { createJourney } from '../commands/create.ts'
import { describeChallenge } from '../commands/describe-challenge.ts'
import { newJourneyForm, titleFrom } from '../forms/identify.ts'
import { words } from '../messages/index.ts'
import { JourneysPage } from '../pages/journeys.tsx'
import { NewJourneyPage } from '../pages/new-journey.tsx'
import { journeyOutlines } from '../queries/outlines.ts'
import { wholeJourney } from '../queries/whole.ts'

export const listRoutes = new Hono<Env>()

const common = (c: Ask, me: Me) => ({ me, assets: c.var.assets, today: dayIn(me.timeZone, c.var.now), t: words(me.locale) })

listRoutes.get('/journeys', (c) =>
  asPerson(c, async (db, me) => c.html(<JourneysPage {...common(c, me)} now={c.var.now} journeys={await journeyOutlines(db)} />)),
)

listRoutes.get('/journeys/new', (c) =>
  asPerson(c, (_, me) => {
    const impulse = impulseById(c.req.query('impulse') ?? '', me.locale)
    return c.html(<NewJourneyPage {...common(c, me)} asked={0} impulse={impulse} />)
  }),
)

listRoutes.post('/journeys', async (c) => {
  const read = await readForm(c, newJourneyForm)
  const { typed } = read
  const again = Number(typed.question) || 0
  return asPerson(c, async (db, me) => {
    if (again > 0) return c.html(<NewJourneyPage {...common(c, me)} asked={again} typed={typed} />)
    const asked = Number(typed.asked) || 0
    if (!read.ok) return c.html(<NewJourneyPage {...common(c, me)} asked={asked} typed={typed} problems={read.problems} />, 422)
    const { id, situation } = read.value
    await createJourney(db, id)
    const whole = await wholeJourney(db, id)
    if (whole?.journey.learner_id !== me.personId) return absent()
    const texts = [
      { field: 'situation', body: situation, baseVersion: 0 },
      { field: 'title', body: titleFrom(situation), baseVersion: 0 },
    ]
    await describeChallenge(db, whole, { texts, signs: [], chosen: {} })
    return c.redirect(`/journeys/${id}`, 303)
  })
})
