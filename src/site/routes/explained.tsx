import { Hono } from 'hono'
import { asVisitor } from '#platform/db/bound.ts'
import type { Env } from '#platform/web/env.ts'
import { CouncilPage } from '../pages/council.tsx'
import { HomePage } from '../pages/home.tsx'
import { HowPage } from '../pages/how.tsx'
import { registrationIsOpen } from '../queries.ts'
import { forEverybody } from './public.ts'

export const explainedRoutes = new Hono<Env>()

explainedRoutes.get('/', (c) =>
  forEverybody(c, async (frame, me) => {
    if (me) return c.redirect('/today', 303)
    const { database, organisation, canMail } = c.var
    const open = canMail && (await asVisitor(database, organisation?.id, registrationIsOpen))
    return c.html(<HomePage frame={frame} registrationOpen={open} />)
  }),
)

explainedRoutes.get('/how-it-works', (c) => forEverybody(c, (frame) => c.html(<HowPage frame={frame} />)))
explainedRoutes.get('/works-council', (c) => forEverybody(c, (frame) => c.html(<CouncilPage frame={frame} />)))
