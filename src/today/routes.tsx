import { Hono } from 'hono'
import { waitingResetsOf } from '#person/queries.ts'
import { dayIn } from '#platform/clock.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { journalToday } from '#reflection/queries/prompts.ts'
import { words } from './messages/index.ts'
import { TodayPage } from './pages/today.tsx'
import { dayOfPerson } from './queries.ts'

export const todayRoutes = new Hono<Env>()

todayRoutes.get('/today', (c) =>
  asPerson(c, async (db, me) => {
    const { assets, now } = c.var
    const [day, resets, journal] = await Promise.all([
      dayOfPerson(db, me, now),
      waitingResetsOf(db, me.personId, now),
      journalToday(db, me.timeZone, now),
    ])
    const flash = c.req.query('done') === 'returned' ? words(me.locale)('today.returned') : undefined
    const today = dayIn(me.timeZone, now)
    return c.html(<TodayPage {...day} resets={resets} journal={journal} me={me} assets={assets} now={now} today={today} flash={flash} />)
  }),
)
