import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import { asVisitor, type PersonDb, type VisitorDb } from '#platform/db/bound.ts'
import { asWhoever } from '#platform/web/as-whoever.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { readTyped } from '#platform/web/read-form.ts'
import { donate } from '../commands.ts'
import { readSent } from '../forms.ts'
import { words } from '../messages/index.ts'
import { type Frame, frameOf } from '../pages/frame.tsx'
import { DonatedPage, EvaluatedPage, ResultPage } from '../pages/result.tsx'
import { TakePage } from '../pages/take.tsx'
import { constantsFor, mayRegister } from '../queries.ts'
import type { Constants } from '../quickscan.ts'

/** Taking the self-test: for everybody, without an account. */
export const takingRoutes = new Hono<Env>()

/** A page for whoever comes, with how precise results are in their language. It stays out of every cache: it may name somebody. */
async function forWhoever(c: Ask, draw: (frame: Frame, constants: Constants) => Response | Promise<Response>): Promise<Response> {
  c.header('cache-control', 'no-store')
  const draws = async (db: PersonDb | VisitorDb, frame: Frame) => draw(frame, await constantsFor(db, frame.locale))
  return asWhoever(
    c,
    (db, me) => draws(db, frameOf(c, me)),
    () => asVisitor(c.var.database, c.var.organisation?.id, async (db) => draws(db, frameOf(c, undefined, await mayRegister(db)))),
  )
}

const todayHere = (c: Ask) => dayIn(c.var.organisation?.timeZone ?? 'Europe/Berlin', c.var.now)

takingRoutes.get('/quickscan', (c) =>
  forWhoever(c, (frame, constants) => {
    const flash = c.req.query('done') === 'deleted' ? words(frame.locale)('after.deleted') : undefined
    return c.html(<TakePage frame={frame} form={c.req.query('form') === 'short' ? 'short' : 'full'} constants={constants} flash={flash} />)
  }),
)

takingRoutes.get('/quickscan/result', (c) =>
  forWhoever(c, (frame, constants) => c.html(<ResultPage frame={frame} constants={constants} />)),
)

/** Without script: evaluated in memory, sent back, and kept nowhere. */
takingRoutes.post('/quickscan/result', async (c) => {
  const today = todayHere(c)
  const sent = readSent(await readTyped(c), today)
  return forWhoever(c, (frame, constants) => c.html(<EvaluatedPage frame={frame} {...sent} constants={constants} today={today} />))
})

takingRoutes.post('/quickscan/donations', async (c) => {
  const typed = await readTyped(c)
  const today = todayHere(c)
  const sent = readSent(typed, today)
  const answer = typed.donate === 'yes' ? await donate(c.var.database, frameOf(c).locale, sent, typed.first === 'yes') : undefined
  if (answer?.ok) return c.redirect('/quickscan/donated', 303)
  const problem = answer === undefined ? 'donate.needs_yes' : answer.reason === 'full' ? 'donate.full' : 'donate.needs_all'
  return forWhoever(c, (frame, constants) =>
    c.html(<EvaluatedPage frame={frame} {...sent} constants={constants} today={today} problem={words(frame.locale)(problem)} />, 422),
  )
})

takingRoutes.get('/quickscan/donated', (c) => forWhoever(c, (frame) => c.html(<DonatedPage frame={frame} />)))
