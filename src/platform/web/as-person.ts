import { getCookie } from 'hono/cookie'
import { HTTPException } from 'hono/http-exception'
import { type Me, type PersonDb, withSignIn } from '#platform/db/bound.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import type { Ask } from './env.ts'

export const signInCookie = 'sign_in'

/**
 * Runs `work` as the person who is signed in, in one transaction that commits when the response is ready.
 * GET and HEAD run read-only. Nobody signed in: on to the sign-in page, and back here afterwards.
 * Read the form before calling this: the transaction must not wait for a slow sender.
 */
export async function asPerson(c: Ask, work: (db: PersonDb, me: Me) => Promise<Response> | Response): Promise<Response> {
  // Before the answer is made: a header set afterwards does not reach it.
  c.header('cache-control', 'no-store')
  const token = getCookie(c, signInCookie)
  const organisation = c.var.organisation
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const answer =
    token && organisation
      ? await withSignIn(c.var.database, { tokenHash: hashOf(token), reading }, async (db, me) =>
          me.organisationId === organisation.id ? await (mayEnter(c, me) ? work(db, me) : c.redirect('/leaving', 303)) : undefined,
        )
      : undefined
  if (answer) return answer
  const back = reading ? `?back=${encodeURIComponent(new URL(c.req.url).pathname)}` : ''
  return c.redirect(`/sign-in${back}`, 303)
}

/** Whoever is leaving takes along what is theirs, comes back or goes; the rest of the house is closed to them. */
const whileLeaving = /^\/(leaving|my-data|sign-out)(\/|$)/
const mayEnter = (c: Ask, me: Me) => !me.eraseOn || whileLeaving.test(c.req.path)

/** What one may not see and what does not exist look exactly alike. */
export function absent(): never {
  throw new HTTPException(404)
}
