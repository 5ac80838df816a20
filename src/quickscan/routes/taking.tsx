import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import { asWhoever } from '#platform/web/as-whoever.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readTyped } from '#platform/web/read-form.ts'
import { readSent } from '../forms.ts'
import { words } from '../messages/index.ts'
import { frameOf } from '../pages/frame.tsx'
import { EvaluatedPage, ResultPage } from '../pages/result.tsx'
import { TakePage } from '../pages/take.tsx'
import { assumed } from '../quickscan.ts'

/** Taking the self-test: for everybody, without an account. */
export const takingRoutes = new Hono<Env>()

/** A page for whoever comes. What is for somebody signed in stays out of every cache. */
export async function forWhoever(c: Ask, draw: (frame: ReturnType<typeof frameOf>) => Response | Promise<Response>): Promise<Response> {
  c.header('cache-control', 'no-store')
  return asWhoever(
    c,
    (_, me) => draw(frameOf(c, me)),
    () => draw(frameOf(c)),
  )
}

takingRoutes.get('/quickscan', (c) =>
  forWhoever(c, (frame) => {
    const flash = c.req.query('done') === 'deleted' ? words(frame.locale)('after.deleted') : undefined
    return c.html(<TakePage frame={frame} form={c.req.query('form') === 'short' ? 'short' : 'full'} constants={assumed} flash={flash} />)
  }),
)

takingRoutes.get('/quickscan/result', (c) => forWhoever(c, (frame) => c.html(<ResultPage frame={frame} constants={assumed} />)))

/** Without script: evaluated in memory, sent back, and kept nowhere. */
takingRoutes.post('/quickscan/result', async (c) => {
  const today = dayIn(c.var.organisation?.timeZone ?? 'Europe/Berlin', c.var.now)
  const sent = readSent(await readTyped(c), today)
  return forWhoever(c, (frame) => c.html(<EvaluatedPage frame={frame} {...sent} constants={assumed} today={today} />))
})
