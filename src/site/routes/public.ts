import { asVisitor, type Me, type PersonDb, type VisitorDb } from '#platform/db/bound.ts'
import { asWhoever } from '#platform/web/as-whoever.ts'
import type { Ask } from '#platform/web/env.ts'
import { type PublicFrame, publicFrame } from '../parts/frame.ts'

type Answer = Promise<Response> | Response

/** A page that everybody may read, in the language of whoever reads it. Before anything is set up there is none. */
export function forEverybody(c: Ask, draw: (frame: PublicFrame, me?: Me) => Answer): Answer {
  return withDatabase(c, (frame, _db, me) => draw(frame, me), false)
}

/** The same, for pages that look something up: as whoever is signed in, else as a visitor. */
export function forEverybodyFrom(c: Ask, draw: (frame: PublicFrame, db: PersonDb | VisitorDb, me?: Me) => Promise<Response>): Answer {
  return withDatabase(c, (frame, db, me) => draw(frame, db!, me), true)
}

function withDatabase(
  c: Ask,
  draw: (frame: PublicFrame, db: PersonDb | VisitorDb | undefined, me?: Me) => Answer,
  looksUp: boolean,
): Answer {
  const { database, organisation } = c.var
  if (!organisation) return c.redirect('/sign-in', 303)
  return asWhoever(
    c,
    (db, me) => {
      c.header('cache-control', 'no-store')
      return draw(publicFrame(c, me), db, me)
    },
    () => {
      c.header('cache-control', 'no-cache')
      c.header('vary', 'Accept-Language, Cookie')
      return looksUp ? asVisitor(database, organisation.id, async (db) => draw(publicFrame(c), db)) : draw(publicFrame(c), undefined)
    },
  )
}
