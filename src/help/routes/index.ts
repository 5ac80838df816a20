import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { helpRequestRoutes } from './help-requests.tsx'

/** Questions for help. */
export const helpRoutes = new Hono<Env>()
for (const slice of [helpRequestRoutes]) helpRoutes.route('/', slice)
