import type { MiddlewareHandler } from 'hono'
import type { Env } from './env.ts'

/**
 * A form that the browser sends itself (`x-lotse-form: 1`, see lotse-draft) has to learn where to go on without fetching that page twice:
 * a 303 becomes 204 with the address in `x-lotse-location`. All other answers, 422 and 409 first, stay pages.
 */
export const answerInPlace = (): MiddlewareHandler<Env> => async (c, next) => {
  await next()
  if (c.req.header('x-lotse-form') !== '1' || c.res.status !== 303) return
  const location = c.res.headers.get('location')
  if (!location) return
  const headers = new Headers(c.res.headers)
  headers.delete('location')
  headers.delete('content-type')
  headers.set('x-lotse-location', location)
  c.res = undefined
  c.res = new Response(null, { status: 204, headers })
}
