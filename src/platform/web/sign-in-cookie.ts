import { deleteCookie, setCookie } from 'hono/cookie'
import type { SignInBegun } from '#platform/sign-in/sign-in.ts'
import { signInCookie } from './as-person.ts'
import type { Ask } from './env.ts'

const options = (c: Ask) => ({ path: '/', httpOnly: true, sameSite: 'Lax', secure: c.var.origin.startsWith('https:') }) as const

/** The browser carries the token from now on, for this host only and out of reach of scripts. */
export function keepSignIn(c: Ask, { token, expiresAt }: SignInBegun): void {
  setCookie(c, signInCookie, token, { ...options(c), expires: expiresAt })
}

/** The browser forgets the token. */
export function forgetSignIn(c: Ask): void {
  deleteCookie(c, signInCookie, options(c))
}
