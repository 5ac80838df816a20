import { Hono } from 'hono'
import { ownJourneyIds } from '#journey/queries/own.ts'
import { wholeJourneys } from '#journey/queries/whole.ts'
import { inside } from '#person/parts/frame.ts'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { OverTimePage } from './pages/over-time.tsx'

/** As many as one looks at on one page; the latest ones. */
const atMost = 24

export const retrospectRoutes = new Hono<Env>()

retrospectRoutes.get('/over-time', (c) =>
  asPerson(c, async (db, me) => {
    const begun = await ownJourneyIds(db, { begun: true })
    const journeys = await wholeJourneys(db, begun.slice(-atMost))
    return c.html(<OverTimePage frame={inside(c, me)} journeys={journeys} more={begun.length > atMost} reader={me} now={c.var.now} />)
  }),
)
