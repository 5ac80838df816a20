import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import type { Env } from './env.ts'

/** Headers of every answer: nothing from elsewhere, nothing inline, no framing, no referrer beyond the origin. */
const usual = {
  'content-security-policy':
    "default-src 'none'; script-src 'self'; style-src 'self'; font-src 'self'; img-src 'self'; media-src 'self'; connect-src 'self'; " +
    "manifest-src 'self'; worker-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'",
  'cross-origin-opener-policy': 'same-origin',
  'cross-origin-resource-policy': 'same-origin',
  'origin-agent-cluster': '?1',
  'permissions-policy': 'camera=(), geolocation=(), payment=(), usb=(), microphone=(self)',
  'referrer-policy': 'same-origin',
  'strict-transport-security': 'max-age=31536000; includeSubDomains',
  'x-content-type-options': 'nosniff',
  'x-dns-prefetch-control': 'off',
  'x-frame-options': 'DENY',
  'x-permitted-cross-domain-policies': 'none',
} as const

/**
 * Puts the usual headers on every answer. They are there before the answer is made: one that sets a header of its own keeps it, and
 * an answer whose headers nobody touches afterwards goes out as the string it is, without a stream around it.
 */
export function headers(): MiddlewareHandler<Env> {
  return (c, next) => {
    for (const [name, value] of Object.entries(usual)) c.header(name, value)
    return next()
  }
}

/**
 * A form counts only when it was sent from a page of the same host; from anywhere at the addresses in `open`, where a secret in the address
 * says who asks and no cookie is read: mail programs send those.
 */
export function sameOrigin(open: readonly RegExp[] = []): MiddlewareHandler<Env> {
  const fromHere: MiddlewareHandler<Env> = csrf({ origin: (origin, c) => originMatches(origin, c.req.header('host')) })
  return (c, next) => (open.some((path) => path.test(c.req.path)) ? next() : fromHere(c, next))
}

const originMatches = (origin: string, host: string | undefined) => {
  try {
    return new URL(origin).host === host
  } catch {
    return false
  }
}

/** A form that takes files: its path, and how many bytes they may have together. */
export interface Upload {
  path: RegExp
  bytes: number
}

const textBytes = 256 * 1024

/** Largest body of a form: 256 KiB, well above the sum of all text limits of one page; more only where a form takes files. */
export function formLimit(uploads: readonly Upload[] = []): MiddlewareHandler<Env> {
  const plain = bodyLimit({ maxSize: textBytes })
  const limits = uploads.map(({ path, bytes }) => ({ path, limit: bodyLimit({ maxSize: textBytes + bytes }) }))
  return (c, next) => (limits.find(({ path }) => path.test(c.req.path))?.limit ?? plain)(c, next)
}
