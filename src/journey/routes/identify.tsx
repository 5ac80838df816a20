import { Hono } from 'hono'
import { asPerson } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import { renderJourney } from './render-journey.tsx'

export const identifyRoutes = new Hono<Env>()

identifyRoutes.get('/journeys/:id', (c) => asPerson(c, (db, me) => renderJourney(c, db, me, c.req.param('id'))))
