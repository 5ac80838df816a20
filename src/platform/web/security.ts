import type { MiddlewareHandler } from 'hono'
import { bodyLimit } from 'hono/body-limit'
import { csrf } from 'hono/csrf'
import { secureHeaders } from 'hono/secure-headers'
import type { Env } from './env.ts'

const self = "'self'"
const nothing = "'none'"

/** Headers of every answer: nothing from elsewhere, nothing inline, no framing, no referrer beyond the origin. */
export const headers = (): MiddlewareHandler<Env> =>
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

/** Largest body of a form: 256 KiB, well above the sum of all text limits of one page. */
export const formLimit = (): MiddlewareHandler<Env> => bodyLimit({ maxSize: 256 * 1024 })
