import { newId } from '#platform/ids.ts'
import { openLive } from '#platform/live/live.ts'
import { hashOf, newToken } from '#platform/sign-in/token.ts'
import { signInCookie } from '#platform/web/as-person.ts'
import { myTopics } from '#sharing/queries.ts'
import { createApp } from '../src/app.ts'
import type { Cast, Person } from './cast.ts'

export const origin = 'http://localhost'

type Sent = Record<string, string | readonly string[]>

/** The whole program without a server, and the people of the cast before it. */
export interface Ask {
  /** GET as somebody signed in, or as nobody. */
  get(path: string, who?: Person, headers?: Record<string, string>): Promise<Response>
  /** A form, sent as a browser without script sends it. */
  post(path: string, form: Sent, who?: Person, headers?: Record<string, string>): Promise<Response>
  /** A form with files. */
  upload(path: string, form: FormData, who?: Person): Promise<Response>
  /** Any request at all, with any body. */
  send(method: string, path: string, sent: { body?: BodyInit; headers?: Record<string, string> }, who?: Person): Promise<Response>
  /** The addresses that answer a method, as the routes name them. */
  addresses(method: 'GET' | 'POST'): string[]
}

export function ask(cast: Pick<Cast, 'database' | 'owner'>, { canMail = false }: { canMail?: boolean } = {}): Ask {
  const { database } = cast
  const app = createApp({
    database,
    live: openLive({ database, topicsOf: myTopics }),
    assets: (name) => `/assets/${name}`,
    origin,
    canMail,
  })
  const cookies = new Map<string, Promise<string>>()
  const cookieOf = (who: Person) => {
    const cookie = cookies.get(who.personId) ?? signIn(cast, who)
    cookies.set(who.personId, cookie)
    return cookie
  }
  const headersFor = async (who: Person | undefined) => ({ host: 'localhost', ...(who ? { cookie: await cookieOf(who) } : {}) })
  return {
    get: async (path, who, headers = {}) => app.request(path, { headers: { ...(await headersFor(who)), ...headers } }),
    post: async (path, form, who, headers = {}) => {
      const body = new URLSearchParams()
      for (const [name, value] of Object.entries(form)) for (const one of [value].flat()) body.append(name, String(one))
      return app.request(path, { method: 'POST', body, headers: { ...(await headersFor(who)), origin, ...headers } })
    },
    upload: async (path, body, who) => app.request(path, { method: 'POST', body, headers: { ...(await headersFor(who)), origin } }),
    send: async (method, path, { body, headers = {} }, who) =>
      app.request(path, { method, body, headers: { ...(await headersFor(who)), origin, ...headers } }),
    addresses: (method) => [...new Set(app.routes.filter((route) => route.method === method).map((route) => route.path))],
  }
}

async function signIn(cast: Pick<Cast, 'owner'>, who: Person): Promise<string> {
  const token = newToken()
  await cast.owner.query(
    `insert into sign_in (organisation_id, id, person_id, token_hash, expires_at) values ($1, $2, $3, $4, now() + interval '1 day')`,
    [who.organisationId, newId(), who.personId, hashOf(token)],
  )
  return `${signInCookie}=${token}`
}
