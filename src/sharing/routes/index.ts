import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { invitationRoutes } from './invitation.tsx'
import { invitationsRoutes } from './invitations.tsx'

/** Links that bring people in. */
export const sharingRoutes = new Hono<Env>().route('/', invitationRoutes).route('/', invitationsRoutes)
