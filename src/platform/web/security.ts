import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './env.ts'

const self = "'self'"
const nothing = "'none'"

/** Headers of every answer: nothing from elsewhere, nothing inline, no framing, no referrer beyond the origin. An answer with a policy of its own keeps it. */
export function headers(): MiddlewareHandler<Env> {
  const secure = usual()
  return async (c, next) => {
    let own: string | null = null
    await secure(c, async () => {
      await next()
      own = c.res.headers.get(policyHeader)
    })
    if (own) c.res.headers.set(policyHeader, own)
  }
}

const policyHeader = 'content-security-policy'
const usual = (): MiddlewareHandler<Env> =>
  secureHeaders({
    contentSecurityPolicy: {
      defaultSrc: [nothing],
      scriptSrc: [self],
      styleSrc: [self],
      fontSrc: [self],
      imgSrc: [self],
      mediaSrc: [self],
      connectSrc: [self],
      manifestSrc: [self],
      workerSrc: [self],
      formAction: [self],
      baseUri: [nothing],
      frameAncestors: [nothing],
    },
    crossOriginOpenerPolicy: 'same-origin',
    crossOriginResourcePolicy: 'same-origin',
    referrerPolicy: 'same-origin',
    xFrameOptions: 'DENY',
    xXssProtection: false,
    strictTransportSecurity: 'max-age=31536000; includeSubDomains',
    permissionsPolicy: { camera: [], geolocation: [], payment: [], usb: [], microphone: ['self'] },
  })

/** A form counts only when it was sent from a page of the same host. */
export const sameOrigin = (): MiddlewareHandler<Env> => csrf({ origin: (origin, c) => originMatches(origin, c.req.header('host')) })

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
