import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import type { PageOf } from '../rules/feed.ts'
import { calendarRoutes } from './calendar.tsx'
import { fileRoutes } from './files.ts'

/** `pageOf` is handed in by whoever knows what appointments belong to. */
export const schedulingRoutes = (pageOf: PageOf): Hono<Env> => new Hono<Env>().route('/', calendarRoutes).route('/', fileRoutes(pageOf))
