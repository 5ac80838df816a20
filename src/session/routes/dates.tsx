import { Hono } from 'hono'
import type { PersonDb } from '#platform/db/bound.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, readTyped } from '#platform/web/read-form.ts'
import { changeOneTime } from '#scheduling/commands/one-time.ts'
import { appointmentOf } from '#scheduling/queries/appointments.ts'
import { timeNamed, timeOfName } from '#scheduling/rules/recurrence.ts'
import { isBooked } from '#scheduling/scheduling.ts'
import { dateForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { DatePage } from '../pages/date.tsx'
import { isHost } from '../parts/props.ts'
import { announcing, sessionOf, toSession } from './render.tsx'

/** One date of a session that recurs. */
export const dateRoutes = new Hono<Env>()

/** The date of the address; answers 404 where the rule has none such, or it is over. */
async function dateOf(c: Ask, db: PersonDb) {
  const session = await sessionOf(c, db)
  const appointment = (await appointmentOf(db, session.id)) ?? absent()
  const at = timeOfName(c.req.param('at') ?? '') ?? absent()
  if (session.state !== 'planned' || !isBooked(appointment)) return absent()
  return { session, appointment, date: timeNamed(appointment, at, c.var.now) ?? absent() }
}

dateRoutes.get('/sessions/:id/dates/:at', (c) =>
  asPerson(c, async (db, me) =>
    c.html(<DatePage {...(await dateOf(c, db))} me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} />),
  ),
)

dateRoutes.post('/sessions/:id/dates/:at', async (c) => {
  const typed = await readTyped(c)
  return asPerson(c, async (db, me) => {
    const { session, appointment, date } = await dateOf(c, db)
    if (!isHost({ session, me })) return absent()
    const change = async (to: { startsAt: Date; minutes: number } | null, done: 'date_moved' | 'date_off' | 'date_back') => {
      const changed = await changeOneTime(db, appointment.id, date.recursAt, to, announcing(c, me, session))
      return changed.ok ? toSession(c, session, done, '#dates') : absent()
    }
    if (typed.act === 'off') return change(null, 'date_off')
    if (typed.act === 'back') return change({ startsAt: date.recursAt, minutes: appointment.minutes }, 'date_back')
    const read = checkTyped(typed, dateForm(me.timeZone, c.var.now))
    if (read.ok) return change({ startsAt: read.value.time, minutes: read.value.minutes }, 'date_moved')
    const page = { session, appointment, date, me, assets: c.var.assets, now: c.var.now, t: words(me.locale) }
    return c.html(<DatePage {...page} refill={{ form: 'times', typed, problems: read.problems }} />, 422)
  })
})
