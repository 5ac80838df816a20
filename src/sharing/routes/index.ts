import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { invitationRoutes } from './invitation.tsx'
import { invitationsRoutes } from './invitations.tsx'
import { sharedTextRoutes } from './shared-text.ts'

/** Links that bring people in, and texts that people write together. */
export const sharingRoutes = new Hono<Env>().route('/', invitationRoutes).route('/', invitationsRoutes).route('/', sharedTextRoutes)
