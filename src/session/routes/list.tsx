import { Hono } from 'hono'
import { peopleByName, personNamed } from '#person/queries.ts'
import type { Me, PersonDb } from '#platform/db/bound.ts'
import { asId } from '#platform/ids.ts'
import { absent, asPerson } from '#platform/web/as-person.ts'
import type { Ask, Env } from '#platform/web/env.ts'
import { checkTyped, type Problems, readTyped, type Typed, tidy } from '#platform/web/read-form.ts'
import { bookAppointment } from '#scheduling/commands/appointment.ts'
import { proposeTimes } from '#scheduling/commands/times.ts'
import { recurrenceIn } from '#scheduling/forms.ts'
import { wantsMoreTimes } from '#scheduling/parts/time-fields.tsx'
import { appointmentsOf } from '#scheduling/queries/appointments.ts'
import { callSession } from '../commands/session.ts'
import { newSessionForm } from '../forms.ts'
import { words } from '../messages/index.ts'
import { NewSessionPage } from '../pages/new-session.tsx'
import { SessionsPage } from '../pages/sessions.tsx'
import { journeyTitle } from '../queries/ground.ts'
import { peopleAround, peopleOfJourney, type Somebody } from '../queries/people.ts'
import { mySessions, sessionById } from '../queries/sessions.ts'
import { announcing, toSession } from './render.tsx'

export const listRoutes = new Hono<Env>()

listRoutes.get('/sessions', (c) =>
  asPerson(c, async (db, me) => {
    const sessions = await mySessions(db)
    const appointments = await appointmentsOf(
      db,
      sessions.map(({ id }) => id),
    )
    const listed = sessions.map((session) => ({ session, appointment: appointments.find(({ contextId }) => contextId === session.id) }))
    return c.html(<SessionsPage me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} sessions={listed} />)
  }),
)

interface Asked {
  journey: { id: string; title: string | null; contactWeeks: number | null; learner: Somebody | undefined } | null
  afterId: string | null
  people: Somebody[]
  chosen: string[]
}

/** What a new session is about and whom one can ask: from a journey those in it, else those one has to do with already. */
async function asked(db: PersonDb, given: { journey?: string; after?: string; with: string[] }): Promise<Asked> {
  const [journeyId, afterId] = [asId(given.journey), asId(given.after) ?? null]
  const after = afterId ? await sessionById(db, afterId) : undefined
  if (given.journey) {
    const journey = (journeyId && (await journeyTitle(db, journeyId))) || absent()
    const inIt = await peopleOfJourney(db, journey.id)
    const people = inIt.filter(({ isLearner }) => !isLearner)
    return {
      journey: { ...journey, learner: inIt.find(({ isLearner }) => isLearner) },
      afterId,
      people,
      chosen: people.map(({ personId }) => personId),
    }
  }
  const chosen = [...given.with.flatMap((one) => asId(one) ?? []), ...(after?.members.map(({ personId }) => personId) ?? [])]
  const around = await peopleAround(db)
  const others = chosen.filter((personId) => !around.some((known) => known.personId === personId))
  const named = await Promise.all(others.map((personId) => personNamed(db, personId)))
  return { journey: null, afterId, people: [...named.filter((one) => one !== undefined), ...around], chosen }
}

async function newPage(c: Ask, db: PersonDb, me: Me, about: Asked, refill: { typed?: Typed; problems?: Problems } = {}): Promise<Response> {
  const sought = tidy(c.req.query('name') ?? '')
  const search = about.journey ? undefined : { sought, found: await peopleByName(db, sought) }
  return c.html(
    <NewSessionPage me={me} assets={c.var.assets} now={c.var.now} t={words(me.locale)} {...about} search={search} {...refill} />,
    refill.problems ? 422 : 200,
  )
}

listRoutes.get('/sessions/new', (c) =>
  asPerson(c, async (db, me) => {
    const { journey, after } = c.req.query()
    return newPage(c, db, me, await asked(db, { ...(journey && { journey }), ...(after && { after }), with: c.req.queries('with') ?? [] }))
  }),
)

listRoutes.post('/sessions', async (c) => {
  const typed = await readTyped(c)
  const one = (name: string) => (typeof typed[name] === 'string' && typed[name] ? { [name]: typed[name] as string } : {})
  return asPerson(c, async (db, me) => {
    const about = await asked(db, { ...one('journey'), ...one('after'), with: [typed.with ?? []].flat() })
    if (wantsMoreTimes(typed)) return newPage(c, db, me, about, { typed })
    const read = checkTyped(typed, newSessionForm(me.timeZone, c.var.now))
    if (!read.ok) return newPage(c, db, me, about, { typed, problems: read.problems })
    const { id, title, place, time, minutes, settled } = read.value
    const mayBeAsked = new Set(about.people.map(({ personId }) => personId))
    const wanted = read.value.with.filter((personId) => mayBeAsked.has(personId))
    const personIds = about.journey?.learner ? [about.journey.learner.personId, ...wanted] : wanted
    const journeyId = about.journey?.id ?? null
    if (!(await callSession(db, { id, journeyId, personIds, title, place, afterId: about.afterId }))) return absent()
    const session = (await sessionById(db, id)) ?? absent()
    const when = { id, contextId: id, kind: 'session' as const, minutes, timeZone: me.timeZone, recurrence: recurrenceIn(read.value) }
    if (settled) await bookAppointment(db, { ...when, startsAt: time[0]! }, announcing(c, me, session))
    else await proposeTimes(db, { ...when, times: time })
    return toSession(c, { id }, 'called')
  })
})
