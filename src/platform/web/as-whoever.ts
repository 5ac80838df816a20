import { getCookie } from 'hono/cookie'
import { type Me, type PersonDb, withSignIn } from '#platform/db/bound.ts'
import { hashOf } from '#platform/sign-in/token.ts'
import { signInCookie } from './as-person.ts'
import type { Ask } from './env.ts'

/** For whoever is signed in to this organisation `signedIn` runs as them, in one transaction, else `signedOut` as nobody. */
export async function asWhoever(
  c: Ask,
  signedIn: (db: PersonDb, me: Me) => Promise<Response> | Response,
  signedOut: () => Promise<Response> | Response,
): Promise<Response> {
  const token = getCookie(c, signInCookie)
  const { organisation, database } = c.var
  const reading = c.req.method === 'GET' || c.req.method === 'HEAD'
  const answer =
    token &&
    organisation &&
    (await withSignIn(database, { tokenHash: hashOf(token), reading }, async (db, me) =>
      me.organisationId === organisation.id ? signedIn(db, me) : undefined,
    ))
  return answer || signedOut()
}
