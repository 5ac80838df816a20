import { Hono } from 'hono'
import { dayIn } from '#platform/clock.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import type { Typed } from '#platform/web/read-form.ts'
import { move } from '../commands/move.ts'
import type { EventName, JourneyEvent } from '../journey.ts'
import { words } from '../messages/index.ts'
import { refusedMove } from '../parts/refusal.ts'
import { renderJourney } from './render-journey.tsx'

/** Events that carry nothing: a button is all they need. */
const plainEvents = [
  'start',
  'confirmChallenge',
  'beginTrying',
  'evaluate',
  'nextCycle',
  'declareSolved',
  'backToWork',
  'resume',
  'reopen',
  'declineTransfer',
] as const satisfies readonly EventName[]

export const moveRoutes = new Hono<Env>()

moveRoutes.post('/journeys/:id/moves/:event', (c) => {
  const name = plainEvents.find((event) => event === c.req.param('event')) ?? absent()
  return asPerson(c, (db, me) => moveOrSay(c, db, me, { name }))
})

/** Moves the journey and goes on to its page, or shows the page with what stands in the way, and with what was typed. */
export async function moveOrSay(c: Ask, db: PersonDb, me: Me, event: JourneyEvent, typed: Typed = {}): Promise<Response> {
  const id = asId(c.req.param('id')) ?? absent()
  const moved = await move(db, id, event, dayIn(me.timeZone, c.var.now))
  if (moved.ok) return c.redirect(`/journeys/${id}`, 303)
  if (moved.reason === 'absent') return absent()
  return renderJourney(c, db, me, id, refusedMove(words(me.locale), event.name, moved, typed))
}
