import { Hono } from 'hono'
import { getCookie } from 'hono/cookie'
import { hashOf } from '#platform/sign-in/token.ts'
import { signInCookie } from '#platform/web/as-person.ts'
import type { Env } from '#platform/web/env.ts'
import type { Live, LiveEvent } from './live.ts'

const beat = 25_000
/** A browser that has not taken this many messages is gone. */
const backlog = 500

const written = ({ kind, ...data }: LiveEvent) => `event: ${kind}\ndata: ${JSON.stringify(data)}\n\n`

/** `GET /events`: what changes in what the signed-in person may read, as an event stream. */
export function liveRoutes(live: Live): Hono<Env> {
  return new Hono<Env>().get('/events', (c) => {
    const token = getCookie(c, signInCookie)
    const organisation = c.var.organisation
    c.header('content-type', 'text/event-stream')
    c.header('cache-control', 'no-store, no-transform')
    c.header('x-accel-buffering', 'no')
    if (!token || !organisation) return c.body(written({ kind: 'ended' }))
    return c.body(
      eventStream(({ send, end }) =>
        live.follow({ tokenHash: hashOf(token), organisationId: organisation.id, send: (event) => send(written(event)), end }),
      ),
    )
  })
}

/** A stream of text that lives until either side ends it; a comment every 25 s keeps middlemen from cutting it. */
function eventStream(follow: (out: { send(text: string): void; end(): void }) => () => void): ReadableStream<Uint8Array> {
  const encoder = new TextEncoder()
  let open = true
  let leave = () => {}
  let beating: NodeJS.Timeout
  const stop = () => {
    open = false
    clearInterval(beating)
    leave()
  }
  return new ReadableStream(
    {
      start(controller) {
        const end = () => {
          if (!open) return
          stop()
          controller.close()
        }
        const send = (text: string) => {
          if (!open) return
          controller.enqueue(encoder.encode(text))
          if ((controller.desiredSize ?? 0) <= 0) end()
        }
        // Browsers that lost the server come back spread over two seconds, not all at once.
        send(`retry: ${1000 + Math.round(Math.random() * 2000)}\n\n`)
        beating = setInterval(() => send(':\n\n'), beat)
        beating.unref()
        leave = follow({ send, end })
      },
      cancel: stop,
    },
    { highWaterMark: backlog },
  )
}
