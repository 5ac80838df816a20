import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { AccompanyingPage } from './pages/accompanying.tsx'
import { accompanimentOf } from './queries.ts'

export const accompanyingRoutes = new Hono<Env>()

accompanyingRoutes.get('/accompanying', (c) =>
  asPerson(c, async (db, me) => {
    const { assets, now } = c.var
    const found = await accompanimentOf(db, { timeZone: me.timeZone, now })
    return c.html(<AccompanyingPage {...found} me={me} assets={assets} now={now} today={dayIn(me.timeZone, now)} />)
  }),
)
