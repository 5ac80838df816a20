import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { exportRoutes } from './export.ts'
import { leavingRoutes } from './leaving.tsx'
import { myDataRoutes } from './my-data.tsx'
import { removalRoutes } from './removal.tsx'

/** What one takes along, and what is left when one goes. */
export const trustRoutes = new Hono<Env>()
  .route('/', exportRoutes)
  .route('/', myDataRoutes)
  .route('/', leavingRoutes)
  .route('/', removalRoutes)
