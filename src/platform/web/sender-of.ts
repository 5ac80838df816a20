import type { IncomingMessage } from 'node:http'
import type { Ask } from './env.ts'

const nearby = /^(::1$|127\.|10\.|192\.168\.|172\.(1[6-9]|2\d|3[01])\.|f[cd]|::ffff:(127\.|10\.|192\.168\.))/i

/**
 * The network address a request came from. `X-Forwarded-For` counts only when the connection itself comes from this machine or a private
 * network, where a reverse proxy stands; then its last entry, the one that the proxy wrote.
 */
export function senderOf(c: Ask): string {
  const incoming = (c.env as { incoming?: IncomingMessage } | undefined)?.incoming
  const peer = incoming?.socket?.remoteAddress ?? ''
  const forwarded = c.req.header('x-forwarded-for')?.split(',').at(-1)?.trim()
  return forwarded && (peer === '' || nearby.test(peer)) ? forwarded : peer || 'unknown'
}
