import type { MiddlewareHandler } from 'hono'
import { routePath } from 'hono/route'
import type { Env } from './env.ts'

/** A line for every request: its method, the pattern of its route (never the address itself, which may hold ids and tokens), status, milliseconds. */
export const requestLog =
  (write: (line: string) => void): MiddlewareHandler<Env> =>
  async (c, next) => {
    const begun = performance.now()
    await next()
    const ms = Math.round(performance.now() - begun)
    write(JSON.stringify({ level: 'debug', method: c.req.method, route: routePath(c, -1), status: c.res.status, ms }))
  }
