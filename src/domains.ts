import type { Hono } from 'hono'
import { journeyRoutes } from '#journey/routes/index.ts'
import type { Live } from '#platform/live/live.ts'
import { liveRoutes } from '#platform/live/routes.ts'
import type { Env } from '#platform/web/env.ts'
import { todayRoutes } from '#today/routes.tsx'

/** The routes of every domain. Addresses do not overlap, so their order means nothing. */
export const domainRoutes = (live: Live): readonly Hono<Env>[] => [liveRoutes(live), journeyRoutes, todayRoutes]
