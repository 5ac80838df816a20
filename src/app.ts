import { Hono } from 'hono'
import { compress } from 'hono/compress'
import { HTTPException } from 'hono/http-exception'
import { sql } from 'kysely'
import { originAt } from '#organisation/organisation.ts'
import { organisationAtHost } from '#organisation/queries.ts'
import { asVisitor } from '#platform/db/bound.ts'
import type { Database } from '#platform/db/database.ts'
import { newId } from '#platform/ids.ts'
import type { Live } from '#platform/live/live.ts'
import type { Ask, Assets, CalendarMail, Env } from '#platform/web/env.ts'
import { answerInPlace } from '#platform/web/in-place.ts'
import { requestLog } from '#platform/web/request-log.ts'
import { formLimit, headers, sameOrigin } from '#platform/web/security.ts'
import { keepLanguage, visitorLocale } from '#platform/web/visitor-locale.ts'
import { problemPage } from '#ui/problem.tsx'
import { domainRoutes, openToMailPrograms, uploads } from './domains.ts'

export interface AppTask {
  database: Database
  live: Live
  assets: Assets
  /** What people type to come here, such as https://lotse.example.org. */
  origin: string
  /** Whether there is a mail server; without one, links are handed over in another way. */
  canMail: boolean
  /** Without it, calendars name an address of the origin's host, from which nothing is taken in. */
  calendarMail?: CalendarMail
  /** Takes a line for every request: method, route, status, milliseconds. Without it none is made. */
  logRequest?: ((line: string) => void) | undefined
}

/** The whole program as one function from request to response: tests call it without a server. */
export function createApp(task: AppTask): Hono<Env> {
  const { database, live, assets, origin, canMail, logRequest } = task
  const { calendarMail = { address: `lotse@${new URL(origin).hostname}`, takesReplies: false } } = task
  const app = new Hono<Env>()
  if (logRequest) app.use(requestLog(logRequest))
  const compressed = compress()
  app.use((c, next) => (c.req.header('accept-encoding') ? compressed(c, next) : next()))
  app.use(headers())
  app.get('/healthz', (c) => c.text('ok'))
  app.get('/readyz', async (c) => {
    const ready = await asVisitor(database, undefined, (db) => sql`select 1`.execute(db)).then(
      () => true,
      () => false,
    )
    return ready ? c.text('ready') : c.text('not ready', 503)
  })
  app.use(formLimit(uploads))
  app.use(answerInPlace())
  app.use(sameOrigin(openToMailPrograms))
  app.use(async (c, next) => {
    c.set('database', database)
    c.set('assets', assets)
    c.set('canMail', canMail)
    c.set('calendarMail', calendarMail)
    c.set('now', new Date())
    c.set('requestId', newId())
    const organisation = await organisationAtHost(database, c.req.header('host') ?? '')
    c.set('organisation', organisation)
    // Never from the request: links in mails begin with it, and anybody can send any host.
    c.set('origin', originAt(origin, organisation?.host ?? null))
    await next()
  })
  app.use(keepLanguage())
  for (const routes of domainRoutes(live)) app.route('/', routes)
  const problem = (c: Ask, status: number) => {
    c.header('cache-control', 'no-store')
    return c.html(problemPage({ status, locale: visitorLocale(c), requestId: c.var.requestId, assets }), status as 404)
  }
  app.notFound((c) => problem(c, 404))
  app.onError((error, c) => {
    if (error instanceof HTTPException) return problem(c, error.status)
    // What the policies refuse is not this person's: to them it does not exist. That a page let it come so far is still told.
    const isRefused = 'code' in error && error.code === '42501'
    // The id leads from the page to this line; the words of people stay out of both.
    console.error(
      JSON.stringify({
        level: isRefused ? 'warn' : 'error',
        requestId: c.var.requestId,
        method: c.req.method,
        route: c.req.routePath,
        error: nameOf(error),
      }),
    )
    return problem(c, isRefused ? 404 : 500)
  })
  return app
}

/** Name, place and SQLSTATE of a bug. Messages of the database can quote what was typed, so they are left out. */
function nameOf(error: Error & { code?: string }): string {
  const place = error.stack
    ?.split('\n')
    .filter((line) => line.includes(' at '))
    .slice(0, 5)
    .map((line) => line.trim())
    .join(' < ')
  return [error.name, error.code, place].filter(Boolean).join(' ')
}
