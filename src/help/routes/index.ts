import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { helpRequestRoutes } from './help-requests.tsx'
import { needRoutes } from './need.tsx'
import { helpedStepRoutes } from './steps.tsx'

/** Questions for help, needs for whoever holds their link, and steps for whoever helps with one. */
export const helpRoutes = new Hono<Env>()
for (const slice of [helpRequestRoutes, needRoutes, helpedStepRoutes]) helpRoutes.route('/', slice)
