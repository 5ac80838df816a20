import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { introductionRoutes } from './introductions.tsx'
import { requestRoutes } from './requests.tsx'

export { directoryUploads } from './introductions.tsx'

/** Finding somebody to accompany a journey, and being found. */
export const directoryRoutes = new Hono<Env>().route('/', requestRoutes).route('/', introductionRoutes)
