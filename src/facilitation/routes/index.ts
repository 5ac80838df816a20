import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { agreementRoutes } from './agreement.tsx'
import { deputyRoutes } from './deputy.tsx'
import { earlierRoutes } from './earlier.tsx'
import { versionRoutes } from './versions.tsx'
import { whoAccompaniesRoutes } from './who-accompanies.tsx'

export const facilitationRoutes = new Hono<Env>()
for (const slice of [whoAccompaniesRoutes, agreementRoutes, versionRoutes, earlierRoutes, deputyRoutes])
  facilitationRoutes.route('/', slice)
