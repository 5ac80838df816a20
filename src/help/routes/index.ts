import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { helpRequestRoutes } from './help-requests.tsx'
import { needRoutes } from './need.tsx'

/** Questions for help, and needs for whoever holds their link. */
export const helpRoutes = new Hono<Env>()
for (const slice of [helpRequestRoutes, needRoutes]) helpRoutes.route('/', slice)
