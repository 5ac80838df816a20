import { sql } from 'kysely'
import type { VisitorDb } from '#platform/db/bound.ts'
import { newId } from '#platform/ids.ts'
import { hashOf, newToken } from './token.ts'

/** A sign-in lasts 30 days, then the password is asked again. */
export const signInDays = 30

export interface SignInBegun {
  /** For the cookie; only its hash is kept. */
  token: string
  expiresAt: Date
}

/**
 * Signs a person in. `checkedHash` is the password's hash that was found right a moment ago: if it was changed since, nobody is signed in and
 * the answer is undefined.
 */
export async function beginSignIn(
  db: VisitorDb,
  { personId, checkedHash, device, now }: { personId: string; checkedHash: string; device: string; now: Date },
): Promise<SignInBegun | undefined> {
  const token = newToken()
  const expiresAt = new Date(now.getTime() + signInDays * 86_400_000)
  const { rows } = await sql<{ begun: boolean }>`
    select begin_sign_in(${personId}, ${checkedHash}, ${newId()}, ${hashOf(token)}, ${expiresAt}, ${device}) as begun`.execute(db)
  return rows[0]?.begun ? { token, expiresAt } : undefined
}

/** Where to go after signing in: `back` if it is a path of this site, else `/today`. */
export function ownPath(back: string | undefined): string {
  if (!back?.startsWith('/') || /[\\\p{Cc}]/u.test(back)) return '/today'
  const here = 'http://own.invalid'
  const url = URL.canParse(back, here) ? new URL(back, here) : undefined
  return url?.origin === here && !url.pathname.startsWith('//') && !/^\/sign-(in|out)\b/.test(url.pathname)
    ? url.pathname + url.search
    : '/today'
}

const browsers: [string, RegExp][] = [
  ['Edge', /Edg(e|A|iOS)?\//],
  ['Opera', /OPR\//],
  ['Samsung Internet', /SamsungBrowser\//],
  ['Firefox', /(Firefox|FxiOS)\//],
  ['Chrome', /(Chrome|CriOS)\//],
  ['Safari', /Safari\//],
]
const systems: [string, RegExp][] = [
  ['iPhone', /iPhone/],
  ['iPad', /iPad/],
  ['Android', /Android/],
  ['Windows', /Windows/],
  ['Mac', /Macintosh/],
  ['Linux', /Linux|X11/],
]

/** What a browser calls itself, as people know it ("Firefox, Linux"); empty where it says nothing known. Versions are not kept. */
export function deviceOf(userAgent: string | undefined): string {
  const named = (list: [string, RegExp][]) => list.find(([, mark]) => mark.test(userAgent ?? ''))?.[0]
  return [named(browsers), named(systems)].filter(Boolean).join(', ')
}
