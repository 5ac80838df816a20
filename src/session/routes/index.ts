import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { agendaRoutes } from './agenda.tsx'
import { agreementRoutes } from './agreements.tsx'
import { dateRoutes } from './dates.tsx'
import { hatRoutes } from './hats.tsx'
import { listRoutes } from './list.tsx'
import { oneSessionRoutes } from './session.tsx'
import { timesRoutes } from './times.tsx'

/** Meetings of people, between two or in a group. */
export const sessionRoutes = new Hono<Env>()
  .route('/', listRoutes)
  .route('/', oneSessionRoutes)
  .route('/', timesRoutes)
  .route('/', dateRoutes)
  .route('/', agendaRoutes)
  .route('/', agreementRoutes)
  .route('/', hatRoutes)
