import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { passwordRoutes } from './password.tsx'
import { rhythmRoutes } from './rhythm.tsx'
import { settingsRoutes } from './settings.tsx'
import { signInRoutes } from './sign-in.tsx'
import { waysInRoutes } from './ways-in.tsx'

/** How people come in, come back in, and say how they want to be met. */
export const personRoutes = new Hono<Env>()
  .route('/', signInRoutes)
  .route('/', passwordRoutes)
  .route('/', settingsRoutes)
  .route('/', rhythmRoutes)
  .route('/', waysInRoutes)
