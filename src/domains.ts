import type { Hono } from 'hono'
import { accompanyingRoutes } from '#accompanying/routes.tsx'
import { directoryRoutes, directoryUploads } from '#directory/routes/index.ts'
import { facilitationRoutes } from '#facilitation/routes/index.ts'
import { helpRoutes } from '#help/routes/index.ts'
import { fillSlots } from '#journey/parts/slots.ts'
import { journeyRoutes, journeyUploads } from '#journey/routes/index.ts'
import { libraryRoutes } from '#library/routes.tsx'
import { organisationRoutes } from '#organisation/routes/index.ts'
import { personRoutes } from '#person/routes/index.ts'
import type { Live } from '#platform/live/live.ts'
import { liveRoutes } from '#platform/live/routes.ts'
import type { Env } from '#platform/web/env.ts'
import { practiceRoutes } from '#practice/routes/index.ts'
import { quickscanRoutes } from '#quickscan/routes/index.ts'
import { afterStep } from '#reflection/parts/after-step.tsx'
import { reflectionRoutes } from '#reflection/routes/index.ts'
import { reminderRoutes, unsubscribing } from '#reminder/routes/index.ts'
import { retrospectRoutes } from '#retrospect/routes.tsx'
import { schedulingRoutes } from '#scheduling/routes/index.ts'
import type { PageOf } from '#scheduling/rules/feed.ts'
import { nextSession } from '#session/parts/next-session.tsx'
import { sessionRoutes } from '#session/routes/index.ts'
import { sharingRoutes } from '#sharing/routes/index.ts'
import { siteRoutes } from '#site/routes/index.ts'
import { todayRoutes } from '#today/routes.tsx'
import { trustRoutes } from '#trust/routes/index.ts'

// What stands above a journey and shows on its page.
fillSlots({ stepDone: afterStep, nextSession })

/** Scheduling knows times, not what they are for. */
export const pageOfAppointment: PageOf = (kind, contextId) => (kind === 'session' ? `/sessions/${contextId}` : undefined)

/** The routes of every domain. Addresses do not overlap, so their order means nothing. */
export const domainRoutes = (live: Live): readonly Hono<Env>[] => [
  liveRoutes(live),
  personRoutes,
  organisationRoutes,
  sharingRoutes,
  schedulingRoutes(pageOfAppointment),
  libraryRoutes,
  helpRoutes,
  facilitationRoutes,
  journeyRoutes,
  quickscanRoutes,
  practiceRoutes,
  reflectionRoutes,
  sessionRoutes,
  todayRoutes,
  accompanyingRoutes,
  retrospectRoutes,
  directoryRoutes,
  reminderRoutes,
  trustRoutes,
  siteRoutes,
]

/** The forms of every domain that take files. */
export const uploads = [...journeyUploads, ...directoryUploads]

/** Addresses to which mail programs may send a form. */
export const openToMailPrograms = [unsubscribing]
