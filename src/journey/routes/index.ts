import { Hono } from 'hono'
import type { Env } from '#platform/web/env.ts'
import { accompanyRoutes } from './accompany.tsx'
import { assigneeRoutes } from './assignees.tsx'
import { attemptRoutes } from './attempt.tsx'
import { binRoutes } from './bin.tsx'
import { closeRoutes } from './close.tsx'
import { endingRoutes } from './ending.tsx'
import { erasureRoutes, receiptRoutes } from './erasure.tsx'
import { evaluateRoutes } from './evaluate.tsx'
import { identifyRoutes } from './identify.tsx'
import { listRoutes } from './list.tsx'
import { moveRoutes } from './moves.tsx'
import { needsRoutes } from './needs.tsx'
import { planRoutes } from './plan.tsx'
import { stepRoutes } from './steps.tsx'
import { stuckRoutes } from './stuck.tsx'
import { supportRoutes } from './support.tsx'

/** Everything below /journeys, in the order of the process; a move with a form of its own is found before the plain ones. */
export const journeyRoutes = new Hono<Env>()
const slices = [
  listRoutes,
  receiptRoutes,
  identifyRoutes,
  planRoutes,
  stepRoutes,
  assigneeRoutes,
  attemptRoutes,
  stuckRoutes,
  needsRoutes,
  binRoutes,
  evaluateRoutes,
  closeRoutes,
  endingRoutes,
  accompanyRoutes,
  supportRoutes,
  erasureRoutes,
  moveRoutes,
]
for (const slice of slices) journeyRoutes.route('/', slice)

export { journeyUploads } from './attempt.tsx'
