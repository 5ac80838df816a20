import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { answerRoutes } from './answer.tsx'
import { wantedRoutes } from './wanted.tsx'

export { unsubscribing } from './answer.tsx'

/** What comes by mail, and how it comes less often. */
export const reminderRoutes = new Hono<Env>().route('/', wantedRoutes).route('/', answerRoutes)
