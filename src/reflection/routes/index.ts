import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { entryRoutes } from './entry.tsx'
import { sharingRoutes } from './sharing.tsx'
import { writingRoutes } from './writing.tsx'

/** The journal. Its fixed addresses come before those with an id. */
export const reflectionRoutes = new Hono<Env>().route('/', writingRoutes).route('/', sharingRoutes).route('/', entryRoutes)
