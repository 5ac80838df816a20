import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { HomePage } from '../pages/home.tsx'
import { HowPage } from '../pages/how.tsx'
import { forEverybody } from './public.ts'

export const explainedRoutes = new Hono<Env>()

explainedRoutes.get('/', (c) =>
  forEverybody(c, (frame, me) => (me ? c.redirect('/today', 303) : c.html(<HomePage frame={frame} registrationOpen={false} />))),
)

explainedRoutes.get('/how-it-works', (c) => forEverybody(c, (frame) => c.html(<HowPage frame={frame} />)))
