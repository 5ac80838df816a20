import { createHash } from 'node:crypto'
import { Hono } from 'hono'
import { asId } from '#platform/ids.ts'
import { takeAttempt } from '#platform/sign-in/limits.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { senderOf } from '#platform/web/sender-of.ts'
import { words } from '../messages/index.ts'
import { appointmentById } from '../queries/appointments.ts'
import { type Fed, feedAt } from '../queries/feed.ts'
import { appointmentFile, feedFile, type PageOf } from '../rules/feed.ts'

/** What calendars fetch: everything of a person behind a secret address, and one appointment for whoever is signed in and may see it. */
export function fileRoutes(pageOf: PageOf): Hono<Env> {
  const routes = new Hono<Env>()
  const placeOf = (c: Ask) => ({ origin: c.var.origin, address: c.var.calendarMail.address, pageOf })

  routes.get('/calendar/:file{[\\w-]{43}\\.ics}', async (c) => {
    const token = c.req.param('file').slice(0, 43)
    const { database, organisation, now } = c.var
    if (!organisation) return absent()
    const attempt = await takeAttempt(database, { door: 'calendar', organisationId: organisation.id, from: senderOf(c), email: token })
    if (!attempt.ok) {
      c.header('retry-after', String(Math.ceil((attempt.retryAt.getTime() - Date.now()) / 1000)))
      return c.text('', 429)
    }
    const fed = await feedAt(database, organisation.id, token, now)
    if (!fed) return absent()
    const file = feedFile(fed.appointments, fed, words(fed.locale), placeOf(c))
    const tag = `"${createHash('sha256').update(file).digest('base64url').slice(0, 27)}"`
    c.header('etag', tag)
    c.header('last-modified', lastChange(fed).toUTCString())
    c.header('cache-control', 'private, no-cache')
    c.header('x-robots-tag', 'noindex')
    // A proxy that compresses makes the tag a weak one.
    if (c.req.header('if-none-match')?.replaceAll('W/', '').includes(tag)) return c.body(null, 304)
    return calendarAnswer(c, file, 'inline')
  })

  // What recurs belongs to one session after the other: calendars keep this address and come to the one that is next.
  routes.get('/appointments/:id', (c) =>
    asPerson(c, async (db) => {
      const appointment = (await appointmentById(db, asId(c.req.param('id')) ?? absent())) ?? absent()
      return c.redirect(pageOf(appointment.kind, appointment.contextId) ?? absent(), 303)
    }),
  )

  routes.get('/appointments/:id/calendar.ics', (c) =>
    asPerson(c, async (db, me) => {
      const id = asId(c.req.param('id')) ?? absent()
      const appointment = await appointmentById(db, id)
      if (!appointment?.startsAt) return absent()
      return calendarAnswer(c, appointmentFile(appointment, me.personId, words(me.locale), placeOf(c)), 'attachment')
    }),
  )
  return routes
}

const calendarAnswer = (c: Ask, file: string, how: 'inline' | 'attachment') => {
  c.header('content-type', 'text/calendar; charset=utf-8')
  c.header('content-disposition', `${how}; filename="lotse.ics"`)
  return c.body(file)
}

const lastChange = ({ appointments }: Fed) =>
  new Date(
    Math.max(0, ...appointments.flatMap(({ changedAt, attendance }) => [changedAt.getTime(), ...attendance.map(({ at }) => at.getTime())])),
  )
