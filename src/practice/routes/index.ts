import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { caseRoutes } from './cases.tsx'
import { homeRoutes } from './home.tsx'
import { journalRoutes } from './journal.tsx'
import { profileRoutes } from './profile.tsx'
import { questionBackRoutes } from './questions-back.tsx'

export const practiceRoutes = new Hono<Env>()
  .route('/', homeRoutes)
  .route('/', profileRoutes)
  .route('/', journalRoutes)
  .route('/', caseRoutes)
  .route('/', questionBackRoutes)
