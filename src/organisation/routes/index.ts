import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { mailRoutes } from './mail.tsx'
import { organisationPageRoutes } from './organisation.tsx'
import { setupRoutes } from './setup.tsx'

/** Founding an organisation, and looking after it. */
export const organisationRoutes = new Hono<Env>().route('/', setupRoutes).route('/', organisationPageRoutes).route('/', mailRoutes)
