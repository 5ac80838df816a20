import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { contactRoutes } from './contact.tsx'
import { explainedRoutes } from './explained.tsx'
import { foundRoutes } from './found.ts'
import { messageRoutes } from './messages.tsx'
import { registerRoutes } from './register.tsx'
import { textRoutes } from './texts.tsx'

/** What everybody may read without an account, and how the organisation writes it. */
export const siteRoutes = new Hono<Env>()
  .route('/', explainedRoutes)
  .route('/', textRoutes)
  .route('/', contactRoutes)
  .route('/', messageRoutes)
  .route('/', registerRoutes)
  .route('/', foundRoutes)
