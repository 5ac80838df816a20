import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { explainedRoutes } from './explained.tsx'
import { foundRoutes } from './found.ts'

/** What everybody may read without an account. */
export const siteRoutes = new Hono<Env>().route('/', explainedRoutes).route('/', foundRoutes)
