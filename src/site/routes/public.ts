import type { Me } from '#platform/db/bound.ts'
import { asWhoever } from '#platform/web/as-whoever.ts'
import type { Ask } from '#platform/web/env.ts'
import { type PublicFrame, publicFrame } from '../parts/frame.ts'

/** A page that everybody may read, in the language of whoever reads it. Before anything is set up there is none. */
export function forEverybody(c: Ask, draw: (frame: PublicFrame, me?: Me) => Promise<Response> | Response): Promise<Response> | Response {
  if (!c.var.organisation) return c.redirect('/sign-in', 303)
  return asWhoever(
    c,
    (_db, me) => {
      c.header('cache-control', 'no-store')
      return draw(publicFrame(c, me), me)
    },
    () => {
      c.header('cache-control', 'no-cache')
      c.header('vary', 'Accept-Language, Cookie')
      return draw(publicFrame(c))
    },
  )
}
