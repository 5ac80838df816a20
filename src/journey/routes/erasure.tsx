import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'

export const erasureRoutes = new Hono<Env>()
