import { Hono } from 'hono'
import { openRequests } from '#directory/queries/requests.ts'
import { waitingResetsOf } from '#person/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { waitingInPractice } from '#practice/queries/waiting.ts'
import { offerFor } from '#quickscan/queries.ts'
import { journalToday } from '#reflection/queries/prompts.ts'
import { sessionsAhead } from '#session/queries/ahead.ts'
import { TodayPage } from './pages/today.tsx'
import { dayOfPerson } from './queries.ts'

export const todayRoutes = new Hono<Env>()

todayRoutes.get('/today', (c) =>
  asPerson(c, async (db, me) => {
    const today = dayIn(me.timeZone, c.var.now)
    const [day, resets, offer, inPractice, sessions, journal, requests] = await Promise.all([
      dayOfPerson(db, { personId: me.personId, timeZone: me.timeZone, today }),
      waitingResetsOf(db, me.personId, c.var.now),
      offerFor(db),
      waitingInPractice(db),
      sessionsAhead(db),
      journalToday(db, me.timeZone, c.var.now),
      openRequests(db, c.var.now),
    ])
    return c.html(
      <TodayPage
        {...day}
        resets={resets}
        offer={offer}
        inPractice={inPractice}
        sessions={sessions}
        journal={journal}
        requests={requests}
        me={me}
        assets={c.var.assets}
        now={c.var.now}
        today={today}
      />,
    )
  }),
)
